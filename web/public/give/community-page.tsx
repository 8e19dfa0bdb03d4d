import { GiveCommunity, type GiveCommunityQuery } from '../../generated/operations';
import { page, type Visit } from '../page';
import { addressOf, AskedCards } from './asked-cards';
import { DemoNotice } from './notices';
import { isPublicFund } from './target';

type Community = NonNullable<GiveCommunityQuery['community']>;

/** `/give/<community>`: its campaigns, and the pools that one may give to. */
export const communityPage = page({
  path: '/give/:slug',
  reads: ['after'],
  asks: GiveCommunity,
  variables: ({ params, query }) => ({ slug: params.slug ?? '', after: query.after ?? null }),
  draw: ({ giving, community }, visit) => {
    if (!community) return null;
    const { t } = visit;
    const { name, campaigns } = community;
    const nodes = campaigns.edges.map(({ node }) => node);
    const [over, asking] = [nodes.filter(isOver), nodes.filter((each) => !isOver(each))];
    return {
      title: t('give.community', { community: name }),
      description: t('give.community.says', { community: name }),
      body: (
        <>
          <DemoNotice isDemo={giving.isDemo} t={t} />
          <p className="give-from">
            <a href="/give">{t('give.all')}</a>
          </p>
          <h1>{t('give.community', { community: name })}</h1>
          <p className="give-lead">{t('give.community.says', { community: name })}</p>
          {!giving.isOpen && <p className="give-closed">{t('give.closed.all')}</p>}
          <AskedCards campaigns={asking} visit={visit} />
          <Pools community={community} visit={visit} />
          <Over over={over} visit={visit} />
          <More community={community} visit={visit} />
        </>
      ),
    };
  },
});

type Asked = Community['campaigns']['edges'][number]['node'];

const isOver = ({ state }: Asked): boolean => state === 'ENDED';

type Part = { readonly community: Community; readonly visit: Visit };

function Pools({ community, visit: { t } }: Part) {
  const open = community.pools.edges
    .map(({ node }) => node)
    .filter((pool) => pool.closedOn === null && !isPublicFund(pool));
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="pools">
      <h2 id="pools">{t('give.pools')}</h2>
      <p>{t('give.pools.says')}</p>
      <ul className="give-pools">
        {open.map(({ id, name, purpose, restriction, foundation }) => (
          <li key={id}>
            <a href={addressOf(community.slug, id)}>{name}</a>
            <p>{restriction ?? t(`give.purpose.${purpose}`)}</p>
            <p className="give-soft">{foundation.name}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Over({ over, visit }: { readonly over: readonly Asked[]; readonly visit: Visit }) {
  if (over.length === 0) return null;
  return (
    <section aria-labelledby="over">
      <h2 id="over">{visit.t('give.past')}</h2>
      <AskedCards campaigns={over} visit={visit} />
    </section>
  );
}

function More({ community: { slug, campaigns }, visit: { t } }: Part) {
  const { hasNextPage, endCursor } = campaigns.pageInfo;
  if (!hasNextPage) return null;
  return (
    <p>
      <a className="give-more" href={`/give/${slug}?after=${endCursor}`}>
        {t('give.more')}
      </a>
    </p>
  );
}
