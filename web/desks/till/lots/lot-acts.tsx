import { Alert, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  TillClearRecalled,
  TillRecallLot,
  TillWriteOffGoods,
  type TillWriteOffGoodsMutation,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { useBase } from '../base';
import { useRolesAt } from '../roles-at';
import { useSecond } from '../second';
import type { Lot } from './lot-page';
import { ThankGiver } from './thank-giver';
import { useLimitWords } from './use-limit-words';

type WrittenOff = TillWriteOffGoodsMutation['writeOffGoods']['writeOff'];

interface ActsProps {
  readonly lot: Lot;
  readonly again: () => void;
}

/** What somebody may do with a lot, by their role at the store; the server has the last word. */
export function LotActs(props: ActsProps) {
  const { lot, again } = props;
  const { t } = useTranslation();
  const base = useBase();
  const second = useSecond([]);
  const [written, setWritten] = useState<WrittenOff>(null);
  const { isStaff, runs } = useRolesAt(lot.store.operator.id);
  const done = (answered: unknown) => {
    setWritten((answered as TillWriteOffGoodsMutation['writeOffGoods']).writeOff);
    again();
  };
  return (
    <>
      {written && (
        <Alert
          role="status"
          showIcon
          type={written.state === 'WAITING' ? 'warning' : 'success'}
          title={
            <Link to={`${base}/write-offs/${written.id}`}>
              {t(`store.write-off.done.${written.state}`)}
            </Link>
          }
        />
      )}
      <Flex gap="small" wrap>
        {isStaff && !lot.recalledAt && lot.stock > 0 && <WriteOff lot={lot} done={done} />}
        {isStaff && <ThankGiver {...props} />}
        {runs && <Recall {...props} />}
        {lot.recalled > 0 && second === 'second' && <Clear {...props} />}
      </Flex>
    </>
  );
}

const REASONS = ['EXPIRED', 'DAMAGED', 'SPOILED', 'LOST', 'OTHER'] as const;

/** Within the limit at once; beyond it the pieces wait for a second person. */
function WriteOff(props: { readonly lot: Lot; readonly done: (answered: unknown) => void }) {
  const { lot, done } = props;
  const { t } = useTranslation();
  const limit = useLimitWords(lot.store.writeOffLimit);
  return (
    <ActButton
      document={TillWriteOffGoods}
      title={t('store.write-off')}
      given={{ lotId: lot.id, photoId: null }}
      fields={[
        { name: 'quantity', kind: 'whole', label: t('till.pieces') },
        {
          ...{ name: 'reason', kind: 'choice', label: t('store.write-off.why') },
          options: REASONS.map((value) => ({ value, label: t(`store.write-off.why.${value}`) })),
        },
        { name: 'note', kind: 'text', label: t('store.write-off.note'), optional: true },
      ]}
      effect={`${t('store.write-off.effect', { count: lot.stock })} ${limit}`}
      go={t('store.write-off')}
      keyed
      onDone={done}
    />
  );
}

function Recall({ lot, again }: ActsProps) {
  const { t } = useTranslation();
  if (lot.recalledAt && lot.stock === 0) return null;
  return (
    <ActButton
      document={TillRecallLot}
      title={t('store.recall')}
      button={{ danger: true }}
      given={{ lotId: lot.id }}
      fields={[{ name: 'reason', kind: 'text', label: t('store.recall.why') }]}
      effect={t('store.recall.effect', { count: lot.stock, name: lot.product.name })}
      go={t('store.recall')}
      keyed
      danger
      onDone={again}
    />
  );
}

/** What became of what was called back, told by another than the one who called it back. */
function Clear({ lot, again }: ActsProps) {
  const { t } = useTranslation();
  return (
    <ActButton
      document={TillClearRecalled}
      title={t('store.clear')}
      given={{ lotId: lot.id }}
      fields={[
        { name: 'quantity', kind: 'whole', label: t('till.pieces'), first: lot.recalled },
        {
          ...{ name: 'end', kind: 'choice', label: t('store.clear.end') },
          options: (['WRITTEN_OFF', 'RETURNED'] as const).map((value) => ({
            ...{ value, label: t(`store.clear.end.${value}`) },
          })),
        },
      ]}
      effect={t('store.clear.effect', { count: lot.recalled })}
      go={t('store.clear')}
      keyed
      danger
      onDone={again}
    />
  );
}
