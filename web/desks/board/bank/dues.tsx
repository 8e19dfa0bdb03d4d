import { useTranslation } from 'react-i18next';
import { BoardDues, type BoardDuesQuery, BoardSettleClearing } from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Money } from '../../kit/figures';
import { type Found, found } from '../../kit/found';
import { Shown } from '../../kit/shown';
import { useRead } from '../../kit/use-read';
import { EffectOfWritten } from '../parts/effect';
import { type Foundation, useHolds } from '../parts/foundations';
import type { PlaceOfPools } from '../parts/places';

type Due = Found<BoardDuesQuery['node']>['dues'][number];

interface Props {
  readonly foundation: Foundation;
  readonly place: PlaceOfPools;
}

/** What these books hold for others and others for them; the payer's treasurer transfers it. */
export function Dues({ foundation, place }: Props) {
  const { t } = useTranslation();
  const mayPay = useHolds(foundation.id, 'TREASURER');
  const read = useRead(BoardDues, { placeId: place.id, foundationId: foundation.id });
  return (
    <Shown read={read} rows={2}>
      {({ node }) => {
        const dues = found(node)?.dues ?? [];
        if (dues.length === 0) return <p>{t('board.dues.empty')}</p>;
        return (
          <ul className="board-cards">
            {dues.map((due) => (
              <li key={keyOf(due)} className="board-row">
                <div className="board-line">
                  <span>{t(`board.due.${due.side}`, { place: due.place.name })}</span>
                  <Money of={due.amount} />
                </div>
                <div className="board-small">{due.foundation.name}</div>
                {due.side === 'OWES' && mayPay && (
                  <Settle {...{ foundation, place, due }} onDone={read.again} />
                )}
                {due.side === 'OWES' && !mayPay && <div>{t('board.due.for-treasurer')}</div>}
              </li>
            ))}
          </ul>
        );
      }}
    </Shown>
  );
}

const keyOf = ({ side, place, foundation, amount }: Due) =>
  [side, place.id, foundation.id, amount.currency].join(' ');

/** A transfer to the other books: an entry on each side, of never more than is owed. */
function Settle(props: Props & { readonly due: Due; readonly onDone: () => void }) {
  const { foundation, place, due, onDone } = props;
  const { t } = useTranslation();
  const { currency } = due.amount;
  return (
    <div className="board-acts">
      <ActButton
        document={BoardSettleClearing}
        title={t('board.due.pay')}
        button={{ size: 'small' }}
        keyed
        go={t('board.due.go')}
        given={{
          payer: { communityId: place.id, foundationId: foundation.id },
          payee: { communityId: due.place.id, foundationId: due.foundation.id },
        }}
        effect={
          <EffectOfWritten
            says={t('board.due.effect', { payer: place.name, payee: due.place.name })}
            from={t('board.due.owed')}
            before={due.amount}
          />
        }
        fields={[
          { name: 'amount', kind: 'money', label: t('board.amount'), first: due.amount.amount },
        ]}
        shape={({ amount }) => ({ amount: { ...(amount as object), currency } })}
        onDone={onDone}
      />
    </div>
  );
}
