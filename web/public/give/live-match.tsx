import type { GiveAskedFragment } from '../../generated/operations';
import { roundMoney } from '../../kit/figures';
import type { Visit } from '../page';
import { becomes, type Match } from './becomes';
import { suggestedIn } from './amounts';
import { isMatching } from './match-facts';

/**
 * What each suggested amount becomes; a script replaces that by what the chosen one does. What it
 * says stands in the page, so that the script needs no words.
 */
export function LiveMatch(props: {
  readonly match: NonNullable<GiveAskedFragment['match']>;
  readonly visit: Visit;
}) {
  const { match, visit } = props;
  const { t, language } = visit;
  if (!isMatching(match)) return null;
  const { percent, left, enterprise } = match;
  const says = t('give.becomes', {
    given: '{given}',
    whole: '{whole}',
    added: '{added}',
    enterprise: enterprise.name,
  });
  return (
    <div
      className="give-live"
      data-becomes=""
      data-percent={percent}
      data-left={left.amount}
      data-currency={left.currency}
      data-says={says}
    >
      <ul>
        {suggestedIn(left.currency).map((given) => (
          <li key={given}>{exampleOf(given, { percent, left }, visit)}</li>
        ))}
      </ul>
      <output hidden lang={language} />
    </div>
  );
}

function exampleOf(given: string, match: Match, { t, language }: Visit): string {
  const shown = becomes(given, match);
  const gift = roundMoney({ amount: given, currency: match.left.currency }, language);
  return t('give.match.example', {
    given: gift,
    whole: shown ? roundMoney(shown.whole, language) : gift,
  });
}
