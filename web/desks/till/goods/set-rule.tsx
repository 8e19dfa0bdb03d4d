import { useTranslation } from 'react-i18next';
import { TillAllowances, TillSetRule } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { found } from '../../kit/found';
import { useRead } from '../../kit/use-read';
import { useTill } from '../at-store';

const KINDS = ['USUAL_QUANTITY', 'MINIMUM_AGE', 'BLACKOUT', 'PRIORITY_PRICE'] as const;

const GROUPS = [
  ...(['LOW_INCOME', 'DISABLED', 'AGED_ALONE'] as const),
  ...(['BEREAVED_PARENTS', 'ORPHAN'] as const),
];

/** The storekeeper sets a rule for this store, from now or from a moment to come. */
export function SetRule({ done }: { readonly done: () => void }) {
  const { t } = useTranslation();
  const { store } = useTill();
  const { data } = useRead(TillAllowances, { placeId: store.place.id });
  const classes = found(data?.node)?.allowanceClasses ?? [];
  const given = {
    ...{ communityId: store.place.id, storeId: store.id, from: null, until: null },
    ...{ productClass: null, priorityGroup: null },
  };
  return (
    <ActButton
      document={TillSetRule}
      title={t('store.rule.set')}
      button={{ type: 'primary' }}
      given={given}
      fields={[
        {
          ...{ name: 'kind', kind: 'choice', label: t('store.rule.what') },
          options: KINDS.map((value) => ({ value, label: t(`store.rule.${value}`) })),
        },
        {
          ...{ name: 'productClass', kind: 'choice', label: t('store.class'), optional: true },
          help: t('store.rule.class.help'),
          options: classes.map(({ code, name }) => ({ value: code, label: name })),
        },
        {
          ...{ name: 'value', kind: 'whole', label: t('store.rule.value') },
          help: t('store.rule.value.help'),
        },
        {
          ...{ name: 'priorityGroup', kind: 'choice', label: t('store.group'), optional: true },
          help: t('store.group.help'),
          options: GROUPS.map((value) => ({ value, label: t(`store.group.${value}`) })),
        },
        {
          ...{ name: 'from', kind: 'moment', label: t('store.from'), optional: true },
          help: t('store.from.now'),
        },
        {
          ...{ name: 'until', kind: 'moment', label: t('store.until'), optional: true },
          help: t('store.until.good'),
        },
      ]}
      effect={t('store.rule.effect', { store: store.name })}
      go={t('store.rule.set')}
      onDone={done}
    />
  );
}
