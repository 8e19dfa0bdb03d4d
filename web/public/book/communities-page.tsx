import { BookCommunities, type BookCommunitiesQuery } from '../../generated/operations';
import { page, type Drawn, type Visit } from '../page';

type Place = BookCommunitiesQuery['communities']['edges'][number]['node'];

/** `/c`: the communities whose books are open. */
export const communitiesPage = page({
  path: '/c',
  reads: ['after'],
  asks: BookCommunities,
  variables: ({ query }) => ({ after: query.after ?? null }),
  draw: (data, { t }: Visit) => data && drawn(data.communities, t),
});

function drawn({ edges, pageInfo }: BookCommunitiesQuery['communities'], t: Visit['t']): Drawn {
  return {
    title: t('public.book'),
    description: t('book.list.says'),
    body: (
      <div className="book">
        <h1>{t('public.book')}</h1>
        <p className="book-says">{t('book.list.says')}</p>
        {edges.length === 0 && <p className="book-nothing">{t('book.list.none')}</p>}
        {streetsOf(edges.map(({ node }) => node)).map(({ name, places }) => (
          <section key={places[0]?.id} className="book-section">
            <h2>{name}</h2>
            <ul className="book-places">
              {places.map((place) => (
                <li key={place.id}>
                  {place.slug ? <a href={`/c/${place.slug}`}>{place.name}</a> : place.name}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {pageInfo.hasNextPage && pageInfo.endCursor && (
          <p className="book-more">
            <a href={`/c?after=${pageInfo.endCursor}`}>{t('book.list.more')}</a>
          </p>
        )}
      </div>
    ),
  };
}

/** Communities under the names of what they lie in; those of one street follow each other. */
function streetsOf(places: readonly Place[]) {
  const streets = new Map<string, Place[]>();
  for (const place of places) {
    const name = place.lineage
      .slice(0, -1)
      .map((each) => each.name)
      .join(' · ');
    streets.set(name, [...(streets.get(name) ?? []), place]);
  }
  return [...streets].map(([name, its]) => ({ name, places: its }));
}
