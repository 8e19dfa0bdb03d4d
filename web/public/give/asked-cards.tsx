import type { GiveAskedFragment } from '../../generated/operations';
import type { Visit } from '../page';
import { AskedFacts } from './asked-facts';
import { isMatching } from './match-facts';

/** Where one gives to a campaign, a pool or a project of a community. */
export const addressOf = (slug: string | null, id: string): string =>
  `/give/${encodeURIComponent(slug ?? '-')}/${id}`;

/** Campaigns side by side, each with its story and how far it has come. */
export function AskedCards(props: {
  readonly campaigns: readonly GiveAskedFragment[];
  readonly visit: Visit;
  readonly withPlace?: boolean;
}) {
  const { campaigns, visit, withPlace = false } = props;
  return (
    <ul className="give-cards">
      {campaigns.map((campaign) => (
        <li key={campaign.id}>
          <Card {...{ campaign, visit, withPlace }} />
        </li>
      ))}
    </ul>
  );
}

function Card(props: {
  readonly campaign: GiveAskedFragment;
  readonly visit: Visit;
  readonly withPlace: boolean;
}) {
  const { campaign, visit, withPlace } = props;
  const { id, title, story, match, pool } = campaign;
  const { t } = visit;
  const { place, foundation } = pool;
  return (
    <article className="give-card">
      <h2>
        <a href={addressOf(place.slug, id)}>{title}</a>
      </h2>
      <p className="give-soft">
        {withPlace && place.slug && <a href={`/give/${place.slug}`}>{place.name}</a>}
        {withPlace && ' · '}
        {foundation.name}
      </p>
      <p className="give-story">{story}</p>
      <AskedFacts campaign={campaign} visit={visit} />
      {match && isMatching(match) && (
        <p className="give-tag">
          {t('give.match.short', {
            enterprise: match.enterprise.name,
            percent: String(match.percent),
          })}
        </p>
      )}
    </article>
  );
}
