import { useTranslation } from 'react-i18next';
import { Day, Money } from '../../kit/figures';
import { useHolds } from '../parts/foundations';
import { Part } from '../parts/part';
import { ClosePool } from './close-pool';
import { DeciderForm } from './decider-form';
import type { PoolShown } from './pool-page';
import { ThresholdsForm } from './thresholds-form';

interface Props {
  readonly pool: PoolShown;
  readonly again: () => void;
}

/** Who decides about a pool, with how many approvals, and who sits on its board. */
export function PoolRules({ pool, again }: Props) {
  const isChair = useHolds(pool.foundation.id, 'CHAIR');
  const maySet = isChair && pool.decider.decidedBy !== 'PROCEDURE' && !pool.closedOn;
  return (
    <div className="board-columns">
      <div>
        <Decider pool={pool} again={again} maySet={maySet} />
        <Thresholds pool={pool} again={again} maySet={maySet} />
      </div>
      <div>
        <Board pool={pool} />
        <ClosePool pool={pool} again={again} />
      </div>
    </div>
  );
}

function Decider({ pool, again, maySet }: Props & { readonly maySet: boolean }) {
  const { t } = useTranslation();
  const { decidedBy, council, validFrom } = pool.decider;
  return (
    <Part title={t('board.decider')} extra={maySet && <DeciderForm pool={pool} onDone={again} />}>
      <p>{t(`board.decider.${decidedBy}`, { council: council?.name ?? '' })}</p>
      {validFrom && (
        <p>
          {t('board.since')} <Day of={validFrom.slice(0, 10)} />
        </p>
      )}
    </Part>
  );
}

function Thresholds({ pool, again, maySet }: Props & { readonly maySet: boolean }) {
  const { t } = useTranslation();
  return (
    <Part
      title={t('board.thresholds')}
      extra={maySet && <ThresholdsForm pool={pool} onDone={again} />}
    >
      <table className="board-table">
        <thead>
          <tr>
            <th scope="col">{t('board.thresholds.from')}</th>
            <th scope="col" className="number">
              {t('board.thresholds.approvals')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pool.thresholds.map(({ from, approvals }) => (
            <tr key={from.minor}>
              <td>
                <Money of={from} />
              </td>
              <td className="number">{approvals}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Board({ pool }: { readonly pool: PoolShown }) {
  const { t } = useTranslation();
  return (
    <Part title={t('board.members')}>
      <ul className="board-cards">
        {pool.board.map(({ name, role, until, isMe }) => (
          <li key={`${name} ${role}`} className="board-line">
            <span>
              {name}
              {isMe && ` (${t('board.me')})`}
            </span>
            <span>
              {t(`board.role.${role}`)}
              {until && (
                <>
                  {' · '}
                  {t('board.until')} <Day of={until} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
