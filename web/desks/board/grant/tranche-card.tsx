import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BoardTrancheFragment } from '../../../generated/operations';
import { Day, Moment, Money } from '../../kit/figures';
import { State } from '../parts/state';
import type { GrantShown } from './grant-page';
import { TrancheActs } from './tranche-acts';

export interface TrancheProps {
  readonly grant: GrantShown;
  readonly tranche: BoardTrancheFragment;
  /** The one before it, whose milestone has to be accepted first. */
  readonly before: BoardTrancheFragment | null;
  readonly again: () => void;
}

/** A tranche: how far it is, by whom, what it brought, and what can be done now. */
export function TrancheCard(props: TrancheProps) {
  const { tranche } = props;
  const { t } = useTranslation();
  const { number, milestone, amount, state, maker, checker, paidAt, entry } = tranche;
  return (
    <Card size="small">
      <div className="board-line">
        <strong>
          {number}. {milestone.title}
        </strong>
        <strong>
          <Money of={amount} />
        </strong>
      </div>
      <p>
        <State words="board.tranche." of={state} /> · {t('board.milestone.due')}{' '}
        <Day of={milestone.dueOn} />
      </p>
      <ul className="board-steps">
        {maker && state !== 'PLANNED' && <li>{t('board.tranche.maker', { name: maker.name })}</li>}
        {paidAt && checker && (
          <li>
            {t('board.tranche.checker', { name: checker.name })} · <Moment of={paidAt} />
            {entry && (
              <>
                {' · '}
                <Link to={`/board/entries/${entry.id}`}>{t('board.entry')}</Link>
              </>
            )}
          </li>
        )}
        {tranche.declinedBecause && state === 'PLANNED' && (
          <li>{t('board.tranche.declined', { reason: tranche.declinedBecause })}</li>
        )}
        <Accepted tranche={tranche} />
      </ul>
      <TrancheActs {...props} />
    </Card>
  );
}

/** What showed that a milestone was reached, with its files. */
function Accepted({ tranche: { milestone } }: { readonly tranche: BoardTrancheFragment }) {
  const { t } = useTranslation();
  const { acceptedAt, acceptedBy, evidence, files } = milestone;
  if (!acceptedAt) return null;
  return (
    <li>
      {t('board.milestone.accepted', { name: acceptedBy?.name ?? '' })} · <Moment of={acceptedAt} />
      <div className="board-text">{evidence}</div>
      {files.map(({ id, url, type }, i) => (
        <a key={id} href={url} target="_blank" rel="noreferrer" className="board-file">
          {type.startsWith('image/') ? (
            <img src={url} alt={t('board.file', { number: i + 1 })} width={96} height={96} />
          ) : (
            t('board.file', { number: i + 1 })
          )}
        </a>
      ))}
    </li>
  );
}
