import { GiftStart, GiveTarget } from '../../generated/operations';
import { page, type Come, type Refused, type Visit } from '../page';
import { usualIn } from './amounts';
import { AskedFacts } from './asked-facts';
import { GiftForm } from './gift-form';
import { giftInput } from './gift-input';
import { LatestGifts } from './latest-gifts';
import { MatchFacts } from './match-facts';
import { DemoNotice } from './notices';
import { PoolFacts, Projects } from './other-facts';
import { comeTo } from './progress';
import { comeOf, ProjectProgress } from './project-progress';
import { targetOf, type Target } from './target';

/** `/give/<community>/<id>`: gives to a campaign, a pool or a grant's project. */
export const targetPage = page({
  path: '/give/:slug/:id',
  asks: GiveTarget,
  variables: ({ params }) => ({ id: params.id ?? '' }),
  draw: (data, visit, refused) => {
    const target = targetOf(data);
    if (!target || (target.place.slug ?? '-') !== visit.params.slug) return null;
    const { isDemo } = data.giving;
    return {
      title: target.title,
      description: storyOf(target, visit),
      come: comeIn(target, visit),
      // Where the checkout stands is known when it is opened; the form itself is only ever ours.
      leadsTo: isDemo ? ['http:', 'https:'] : ['https:'],
      body: (
        <>
          <DemoNotice isDemo={isDemo} t={visit.t} />
          <Giving {...{ target, visit, refused }} />
        </>
      ),
    };
  },
  sent: {
    asks: GiftStart,
    input: giftInput,
    leads: ({ startDonation: { donation, checkoutUrl, userErrors } }) => {
      if (!donation) return { refused: userErrors };
      return { to: checkoutUrl ?? `/gifts/${donation.followToken}` };
    },
  },
});

const storyOf = ({ campaign, pool }: Target, { t }: Visit): string => {
  if (campaign) return campaign.story;
  if (pool) return pool.restriction ?? t(`give.purpose.${pool.purpose}`);
  return t('give.project.says');
};

const comeIn = ({ campaign, grant }: Target, visit: Visit): Come | undefined => {
  if (grant) return comeOf(grant, visit);
  return campaign?.goal ? comeTo(campaign.goal, campaign.raised, visit) : undefined;
};

function Giving(props: {
  readonly target: Target;
  readonly visit: Visit;
  readonly refused: Refused | undefined;
}) {
  const { target, visit, refused } = props;
  const { campaign, pool, grant, place, currency, closed } = target;
  const { t } = visit;
  return (
    <div className="give">
      <div className="give-about">
        <p className="give-from">
          {place.slug && <a href={`/give/${place.slug}`}>{place.name}</a>} · {target.foundation}
        </p>
        <h1>{target.title}</h1>
        <p className="give-lead">{storyOf(target, visit)}</p>
        {campaign && <AskedFacts campaign={campaign} visit={visit} />}
        {pool && <PoolFacts pool={pool} visit={visit} />}
        {grant && <p className="give-soft">{t('give.project.by', { team: grant.grantee.name })}</p>}
        {grant && <ProjectProgress grant={grant} visit={visit} />}
        {campaign?.match && (
          <MatchFacts match={campaign.match} example={usualIn(currency)} visit={visit} />
        )}
        <Share visit={visit} />
      </div>
      <div className="give-side">
        {closed ? (
          <p className="give-closed">{t(closed)}</p>
        ) : (
          <GiftForm {...{ target, visit, refused }} />
        )}
      </div>
      <div className="give-latest">
        {pool && <Projects pool={pool} visit={visit} />}
        {!grant && <LatestGifts gifts={target.gifts} visit={visit} />}
        <p className="give-soft">
          {t('give.followed')} {place.slug && <a href={`/c/${place.slug}`}>{t('give.book')}</a>}
        </p>
      </div>
    </div>
  );
}

/** Shown by the script alone: without one, browsers pass addresses on by themselves. */
function Share({ visit: { t } }: { readonly visit: Visit }) {
  return (
    <div className="give-share" hidden data-share={t('give.share.copied')}>
      <button type="button" className="give-button quiet">
        {t('give.share')}
      </button>
      <span role="status" />
    </div>
  );
}
