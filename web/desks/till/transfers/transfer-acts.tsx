import { Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { TillCancelTransfer, TillSettleTransfer } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { useRolesAt } from '../roles-at';
import { useSecond } from '../second';
import type { Transfer } from './transfer-page';

interface ActsProps {
  readonly transfer: Transfer;
  readonly again: () => void;
}

/** What else may become of a transfer: it is called off, or what did not arrive is settled. */
export function TransferActs(props: ActsProps) {
  const { transfer } = props;
  const atFrom = useRolesAt(transfer.from.operator.id);
  const atTo = useRolesAt(transfer.to.operator.id);
  if (transfer.state === 'SENT' && (atFrom.runs || atTo.runs)) return <Cancel {...props} />;
  if (transfer.state === 'RECEIVED') return <Settle {...props} />;
  return null;
}

function Cancel({ transfer, again }: ActsProps) {
  const { t } = useTranslation();
  return (
    <Flex>
      <ActButton
        document={TillCancelTransfer}
        title={t('store.cancel')}
        given={{ transferId: transfer.id }}
        fields={[{ name: 'reason', kind: 'text', label: t('store.why') }]}
        effect={t('store.cancel.effect', { store: transfer.from.name })}
        go={t('store.cancel')}
        keyed
        danger
        onDone={again}
      />
    </Flex>
  );
}

const DIFFERENCES = ['LEFT_BEHIND', 'LOST', 'DAMAGED'] as const;

/** Neither who sent nor who counted says what became of what is missing. */
function Settle({ transfer, again }: ActsProps) {
  const { t } = useTranslation();
  const who = useSecond([transfer.sentBy, transfer.receivedBy]);
  if (who !== 'second') return <Typography.Text>{t(`store.difference.${who}`)}</Typography.Text>;
  const missing = transfer.lines.reduce(
    (sum, { pieces, arrived }) => sum + (pieces ?? 0) - (arrived ?? 0),
    0,
  );
  return (
    <Flex>
      <ActButton
        document={TillSettleTransfer}
        title={t('store.difference')}
        button={{ type: 'primary' }}
        given={{ transferId: transfer.id }}
        fields={[
          {
            ...{ name: 'difference', kind: 'choice', label: t('store.difference.what') },
            options: DIFFERENCES.map((value) => ({
              ...{ value, label: t(`store.difference.${value}`) },
            })),
          },
          { name: 'reason', kind: 'text', label: t('store.difference.how') },
        ]}
        effect={t('store.difference.effect', { count: missing, store: transfer.from.name })}
        go={t('store.difference')}
        keyed
        danger
        onDone={again}
      />
    </Flex>
  );
}
