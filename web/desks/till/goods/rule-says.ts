import { useTranslation } from 'react-i18next';
import type { TillRuleVersionFragment } from '../../../generated/operations';

/** A rule of the till in a sentence. */
export function useRuleSays(): (rule: TillRuleVersionFragment) => string {
  const { t } = useTranslation();
  return ({ kind, value, productClass, priorityGroup }) => {
    const goods = productClass?.name ?? t('store.rule.all');
    const group = priorityGroup ? t(`store.group.${priorityGroup}`) : '';
    if (value === null)
      return t('store.rule.back', { goods, group, what: t(`store.rule.${kind}`) });
    return t(`store.rule.${kind}.says`, { goods, group, value });
  };
}
