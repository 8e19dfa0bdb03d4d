import { useTranslation } from 'react-i18next';
import {
  type BoardAcknowledgementFragment,
  BoardRecordReceipt,
} from '../../../generated/operations';
import { ActButton } from '../../kit/act-form';
import { Day } from '../../kit/figures';
import { useHolds } from '../parts/foundations';
import { Part } from '../parts/part';

interface Props {
  readonly acknowledgements: readonly BoardAcknowledgementFragment[];
  readonly foundationId: string;
  readonly again: () => void;
}

/** What a giver has in writing; the state's own receipt is entered beside it, once. */
export function Acknowledged({ acknowledgements, foundationId, again }: Props) {
  const { t } = useTranslation();
  const mayRecord = useHolds(foundationId, 'TREASURER', 'SECRETARY');
  return (
    <Part title={t('board.acknowledged')}>
      {acknowledgements.length === 0 && <p>{t('board.acknowledged.empty')}</p>}
      <ul className="board-cards">
        {acknowledgements.map(({ id, number, issuedAt, corrects, receipt }) => (
          <li key={id} className="board-row">
            <div className="board-line">
              <span>
                {number}
                {corrects && ` · ${t('board.acknowledged.corrects', { number: corrects.number })}`}
              </span>
              <Day of={issuedAt.slice(0, 10)} />
            </div>
            {receipt && (
              <div className="board-text">
                {t('board.receipt.is', {
                  ...{ code: receipt.code, number: receipt.number, check: receipt.checkCode },
                })}
              </div>
            )}
            {!receipt && mayRecord && <Receipt id={id} number={number} again={again} />}
            {!receipt && !mayRecord && <div>{t('board.receipt.none')}</div>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Receipt(props: { readonly id: string; readonly number: string; again: () => void }) {
  const { id, number, again } = props;
  const { t } = useTranslation();
  return (
    <ActButton
      document={BoardRecordReceipt}
      title={t('board.receipt.record')}
      button={{ size: 'small' }}
      go={t('board.receipt.go')}
      given={{ acknowledgementId: id }}
      effect={t('board.receipt.effect', { number })}
      fields={(['code', 'number', 'checkCode'] as const).map((name) => ({
        ...{ name, kind: 'line' as const, label: t(`board.receipt.${name}`) },
      }))}
      onDone={again}
    />
  );
}
