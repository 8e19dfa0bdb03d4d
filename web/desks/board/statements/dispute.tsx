import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { BoardSettleDispute } from '../../../generated/operations';
import { money } from '../../../kit/figures';
import { useMe } from '../../app/viewer';
import { ActButton } from '../../kit/act-form';
import { Money, useLanguage } from '../../kit/figures';
import { useHolds } from '../parts/foundations';
import type { StatementShown } from './statement-page';

type Dispute = NonNullable<StatementShown['lines'][number]['dispute']>;

interface Props {
  readonly dispute: Dispute;
  readonly pool: StatementShown['store']['pool'];
  readonly again: () => void;
}

/** What is disputed of a line, what the operator says, and how the board decides. */
export function DisputeShown({ dispute, pool, again }: Props) {
  const { t } = useTranslation();
  const { person } = useMe();
  const isBoard = useHolds(pool.foundation.id, 'CHAIR', 'BOARD_MEMBER');
  const isOpen = dispute.state === 'RAISED' || dispute.state === 'INSISTED';
  const own = dispute.raisedBy?.id === person.id;
  return (
    <Alert
      role="note"
      type={isOpen ? 'warning' : 'info'}
      title={
        <>
          {t(`CHOICE_OperatorDisputeState_${dispute.state}`)} · <Money of={dispute.amount} />
        </>
      }
      description={
        <>
          <p className="board-text">
            {t('board.dispute.reason', { name: dispute.raisedBy?.name ?? '' })} {dispute.reason}
          </p>
          {dispute.answer && (
            <p className="board-text">
              {t('board.dispute.answer')} {dispute.answer}
            </p>
          )}
          {dispute.decision && (
            <p className="board-text">
              {t('board.dispute.decision')} {dispute.decision}
            </p>
          )}
          {isOpen && isBoard && own && <p>{t('board.dispute.own')}</p>}
          {isOpen && isBoard && !own && <Settle {...{ dispute, pool, again }} />}
        </>
      }
    />
  );
}

/** The line is reduced, once the operator has been heard, or it stands, at any time. */
function Settle({ dispute, pool, again }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isHeard = dispute.state === 'INSISTED';
  const decisions = isHeard ? ['REDUCE', 'KEEP'] : ['KEEP'];
  const sum = money(dispute.amount, language);
  return (
    <ActButton
      document={BoardSettleDispute}
      title={t('board.dispute.settle')}
      button={{ size: 'small', type: 'primary' }}
      keyed
      go={t('board.dispute.settle')}
      given={{ disputeId: dispute.id }}
      effect={
        <>
          <p className="board-says">{t('board.dispute.settle.effect', { sum, pool: pool.name })}</p>
          {!isHeard && t('board.dispute.settle.unheard')}
        </>
      }
      fields={[
        {
          ...{ name: 'decision', kind: 'choice', label: t('board.task.decision') },
          options: decisions.map((value) => ({ value, label: t(`board.dispute.${value}`) })),
        },
        { name: 'reason', kind: 'text', label: t('board.reason') },
      ]}
      onDone={again}
    />
  );
}
