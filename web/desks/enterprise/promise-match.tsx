import { useTranslation } from 'react-i18next';
import {
  type EnterpriseCampaignFragment,
  EnterprisePromiseMatch,
} from '../../generated/operations';
import { ActButton } from '../kit/act-form';
import { useEnterprise } from './enterprises';

/** The director promises to add to each gift from now on, up to an amount: it binds. */
export function PromiseMatch(props: {
  readonly of: EnterpriseCampaignFragment;
  readonly onDone: () => void;
}) {
  const { of, onDone } = props;
  const { t } = useTranslation();
  const { id, name } = useEnterprise();
  const { currency } = of.pool;
  return (
    <ActButton
      document={EnterprisePromiseMatch}
      title={t('enterprise.match.promise')}
      keyed
      given={{ campaignId: of.id, enterpriseId: id }}
      effect={t('enterprise.match.effect', { name, pool: of.pool.name })}
      fields={[
        {
          ...{ name: 'percent', kind: 'whole', label: t('enterprise.match.percent') },
          ...{ first: '100', help: t('enterprise.match.percent.help') },
        },
        {
          ...{ name: 'cap', kind: 'money', label: t('enterprise.match.cap') },
          help: t('enterprise.match.cap.help'),
        },
      ]}
      shape={({ percent, cap }) => ({ percent, cap: { ...(cap as object), currency } })}
      go={t('enterprise.match.go')}
      onDone={onDone}
    />
  );
}
