import { GiveCampaigns } from '../../generated/operations';
import { page, type Visit } from '../page';
import { AskedCards } from './asked-cards';
import { DemoNotice } from './notices';

/** `/give`: what asks for gifts today, in every community. */
export const campaignsPage = page({
  path: '/give',
  reads: ['after'],
  asks: GiveCampaigns,
  variables: ({ query }) => ({ after: query.after ?? null }),
  draw: ({ giving, campaigns }, visit) => {
    const { t } = visit;
    const { edges, pageInfo } = campaigns;
    return {
      title: t('give.all'),
      description: t('give.all.says'),
      body: (
        <>
          <DemoNotice isDemo={giving.isDemo} t={t} />
          <h1>{t('give.all')}</h1>
          <p className="give-lead">{t('give.all.says')}</p>
          {!giving.isOpen && <p className="give-closed">{t('give.closed.all')}</p>}
          <AskedCards campaigns={edges.map(({ node }) => node)} visit={visit} withPlace />
          {edges.length === 0 && <Nobody visit={visit} />}
          {pageInfo.hasNextPage && (
            <p>
              <a className="give-more" href={`/give?after=${pageInfo.endCursor}`}>
                {t('give.more')}
              </a>
            </p>
          )}
        </>
      ),
    };
  },
});

function Nobody({ visit: { t } }: { readonly visit: Visit }) {
  return (
    <p className="give-closed">
      {t('give.none')} <a href="/c">{t('give.none.books')}</a>
    </p>
  );
}
