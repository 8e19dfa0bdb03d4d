import type { GiveAskedFragment } from '../../generated/operations';
import { money, roundMoney } from '../../kit/figures';
import { minorOf } from '../../kit/sums';
import type { Visit } from '../page';
import { becomes } from './becomes';

type Match = NonNullable<GiveAskedFragment['match']>;

/** Whether an enterprise still adds anything. */
export const isMatching = ({ left }: Pick<Match, 'left'>): boolean =>
  minorOf(left.amount, left.currency) !== 0n;

/** What an enterprise adds, told by an example and by what is left of its promise. */
export function MatchFacts(props: {
  readonly match: Match;
  readonly example: string;
  readonly visit: Visit;
}) {
  const { match, example, visit } = props;
  const { t, language } = visit;
  const { enterprise, percent, cap, left, matched } = match;
  const facts = {
    enterprise: enterprise.name,
    percent: String(percent),
    cap: money(cap, language),
    left: money(left, language),
    matched: money(matched, language),
  };
  if (!isMatching(match))
    return (
      <section className="give-match" aria-labelledby="match">
        <h2 id="match">{t('give.match')}</h2>
        <p>{t('give.match.used', facts)}</p>
      </section>
    );
  const shown = becomes(example, match);
  const given = roundMoney({ amount: example, currency: left.currency }, language);
  return (
    <section className="give-match" aria-labelledby="match">
      <h2 id="match">{t('give.match')}</h2>
      {shown && (
        <p className="give-becomes">
          {t('give.match.example', { given, whole: roundMoney(shown.whole, language) })}
        </p>
      )}
      <p>{t('give.match.says', facts)}</p>
    </section>
  );
}
