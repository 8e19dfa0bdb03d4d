import { Alert, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Day, Money } from '../kit/figures';
import { SplitBar } from '../kit/split-bar';
import { sharesOf } from './shares';
import type { Preview } from './use-preview';

/** What will be posted: where the money lies, what each pool gets, and what is still to come. */
export function RemitEffect({ of }: { readonly of: Preview }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="info"
      role="status"
      title={t('enterprise.remit.effect')}
      description={
        <Flex vertical gap="small">
          <span>
            {t('enterprise.remit.bank', { foundation: of.foundation.name })} ·{' '}
            {t('enterprise.plan.since')} <Day of={of.plan.validFrom} />
          </span>
          <SplitBar parts={sharesOf(of.shares)} />
          <span>
            {t('enterprise.remit.left')} <Money of={of.outstandingAfter} />
          </span>
        </Flex>
      }
    />
  );
}
