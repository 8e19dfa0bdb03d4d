import { money, percent, type MoneyLike } from '../../kit/figures';
import type { Come, Visit } from '../page';
import { shareOf } from './becomes';

/** How far a sum has come on its way to a goal, in words. */
export function comeTo(goal: MoneyLike, raised: MoneyLike, { t, language }: Visit): Come {
  const share = shareOf(raised, goal);
  const facts = { raised: money(raised, language), goal: money(goal, language) };
  return { share, says: t('give.progress', { ...facts, percent: percent(share, language) }) };
}

/** How far a sum has come on its way to a goal; without a goal there is nothing to draw. */
export function Progress(props: {
  readonly raised: MoneyLike;
  readonly goal: MoneyLike | null;
  readonly visit: Visit;
}) {
  const { raised, goal, visit } = props;
  const { t, language } = visit;
  if (!goal)
    return (
      <p className="give-raised">
        <strong>{money(raised, language)}</strong> {t('give.raised')}
      </p>
    );
  const { share, says } = comeTo(goal, raised, visit);
  return (
    <div className="give-progress">
      <p className="give-raised">
        <strong>{money(raised, language)}</strong>{' '}
        {t('give.of-goal', { goal: money(goal, language) })}
      </p>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label={says}>
        <rect className="track" width="100" height="4" />
        <rect className="done" width={share * 100} height="4" />
      </svg>
    </div>
  );
}
