import { day, money } from '../../kit/figures';
import type { Visit } from '../page';
import { dayAt } from './figures';
import { entriesHref } from './links';
import type { Period } from './period';
import type { Grant } from './told';

export interface GrantProps {
  readonly visit: Visit;
  readonly slug: string;
  /** The place's clocks. */
  readonly timeZone: string;
  /** In which months its entries are looked for. */
  readonly period: Period;
  readonly grant: Grant;
}

/** A grant with its money and what was reached by it. */
export function GrantCard({ visit, slug, timeZone, period, grant }: GrantProps) {
  const { t, language } = visit;
  const awarded = day(dayAt(grant.awardedAt, timeZone), language);
  const by = { organisation: grant.grantee.name, pool: grant.pool.name };
  const shown = [
    { name: t('book.grant.amount'), sum: grant.amount },
    { name: t('book.grant.paid'), sum: grant.paid },
    { name: t('book.grant.shown'), sum: grant.accountedFor },
    { name: t('book.grant.returned'), sum: grant.returned },
  ].filter(({ sum }, at) => at < 3 || Number(sum.amount) > 0);
  return (
    <article className="book-card">
      <h3>{grant.title}</h3>
      <p className="book-says">
        {t('book.grant.by', by)} · {t('book.grant.awarded', { day: awarded })}
      </p>
      <p>
        <span className={`book-state state-${grant.state.toLowerCase()}`}>
          {t(`CHOICE_GrantState_${grant.state}`)}
        </span>
      </p>
      <dl className="book-sums">
        {shown.map(({ name, sum }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{money(sum, language)}</dd>
          </div>
        ))}
      </dl>
      <Milestones {...{ visit, timeZone, grant }} />
      {grant.project && (
        <p className="book-result">
          <strong>{grant.project.title}</strong>
          {grant.project.outcome && ` · ${t(`book.outcome.${grant.project.outcome}`)}`}
          {grant.project.result && ` · ${grant.project.result}`}
        </p>
      )}
      <p className="no-print">
        <a href={entriesHref(slug, period, { grant: grant.id })}>
          {t('book.grant.entries')}
          <span className="unseen"> {grant.title}</span>
        </a>
      </p>
    </article>
  );
}

type MilestonesProps = Pick<GrantProps, 'visit' | 'timeZone' | 'grant'>;

function Milestones({ visit, timeZone, grant }: MilestonesProps) {
  const { t, language } = visit;
  return (
    <ol className="book-milestones" aria-label={t('book.grant.milestones')}>
      {grant.tranches.map(({ number, milestone: { title, acceptedAt, dueOn } }) => (
        <li key={number} className={acceptedAt ? 'reached' : 'open'}>
          {title}{' '}
          <small>
            {acceptedAt
              ? t('book.grant.reached', { day: day(dayAt(acceptedAt, timeZone), language) })
              : t('book.grant.due', { day: day(dueOn, language) })}
          </small>
        </li>
      ))}
    </ol>
  );
}
