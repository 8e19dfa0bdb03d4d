import { BookCommunities } from '../../generated/operations';
import { page } from '../page';

/** `/c`: the communities whose books are open. */
export const communitiesPage = page({
  path: '/c',
  asks: BookCommunities,
  variables: () => ({}),
  draw: ({ cities }, { t }) => ({
    title: t('public.book'),
    body: (
      <>
        <h1>{t('public.book')}</h1>
        <ul>
          {cities.edges.map(({ node }) => (
            <li key={node.id}>{node.name}</li>
          ))}
        </ul>
      </>
    ),
  }),
});
