import {
  PledgeCancel,
  PledgeFollow,
  PledgePause,
  PledgeResume,
  type PledgeFollowQuery,
} from '../../generated/operations';
import { day, money } from '../../kit/figures';
import { page, type PublicPage, type Refused, type Visit } from '../page';
import { dayIn } from './days';
import { Fact, titleOf } from './gift-page';
import { DemoNotice, RefusedAct } from './notices';
import { PledgeActs } from './pledge-acts';

export type Pledge = NonNullable<PledgeFollowQuery['pledge']>;

/** `/pledges/<token>`: where a giver pauses or ends a monthly gift. */
const shown = {
  isPrivate: true,
  reads: ['after'],
  asks: PledgeFollow,
  variables: ({ params, query }: Visit) => ({
    pledgeToken: params.token ?? '',
    after: query.after ?? null,
  }),
  draw: ({ pledge }: PledgeFollowQuery, visit: Visit, refused?: Refused) =>
    pledge && drawn(pledge, visit, refused),
};

const input = (_form: object, { params }: Visit) => ({ pledgeToken: params.token ?? '' });

const led = ({ userErrors }: { readonly userErrors: Refused['why'] }, { params }: Visit) =>
  userErrors.length > 0 ? { refused: userErrors } : { to: `/pledges/${params.token}` };

export const pledgePages: readonly PublicPage[] = [
  page({ ...shown, path: '/pledges/:token' }),
  page({
    ...{ ...shown, path: '/pledges/:token/pause' },
    sent: { asks: PledgePause, input, leads: ({ pausePledge }, visit) => led(pausePledge, visit) },
  }),
  page({
    ...{ ...shown, path: '/pledges/:token/resume' },
    sent: {
      ...{ asks: PledgeResume, input },
      leads: ({ resumePledge }, visit) => led(resumePledge, visit),
    },
  }),
  page({
    ...{ ...shown, path: '/pledges/:token/cancel' },
    sent: {
      ...{ asks: PledgeCancel, input },
      leads: ({ cancelPledge }, visit) => led(cancelPledge, visit),
    },
  }),
];

function drawn(pledge: Pledge, visit: Visit, refused: Refused | undefined) {
  const { t, language } = visit;
  const { state, way, amount, donations } = pledge;
  const first = donations.edges[0]?.node;
  const title = first ? titleOf(first) : '';
  return {
    title: `${t('pledge.title')} · ${title}`,
    body: (
      <div className="gift">
        <DemoNotice isDemo={first?.isDemo ?? false} t={t} />
        <p className="give-from">{first?.foundation.name}</p>
        <h1>{t('pledge.title')}</h1>
        <RefusedAct title={t('pledge.refused')} refused={refused} />
        <section className="gift-card">
          <p className="gift-amount">{t('pledge.every', { given: money(amount, language) })}</p>
          <p className={`gift-state ${LOOKS[state] ?? 'waits'}`}>{t(`pledge.state.${state}`)}</p>
          <dl>
            <Fact name={t('gift.for')} fact={title} />
            <Fact name={t('pledge.way')} fact={t(`pledge.way.${way}`)} />
          </dl>
        </section>
        <PledgeActs state={state} token={visit.params.token ?? ''} visit={visit} />
        <Months pledge={pledge} visit={visit} />
      </div>
    ),
  };
}

const LOOKS: Readonly<Partial<Record<Pledge['state'], string>>> = {
  ACTIVE: 'done',
  CANCELLED: 'back',
};

function Months({ pledge, visit }: { readonly pledge: Pledge; readonly visit: Visit }) {
  const { t, language, params } = visit;
  const { edges, pageInfo } = pledge.donations;
  if (edges.length === 0) return null;
  return (
    <section aria-labelledby="months">
      <h2 id="months">{t('pledge.months')}</h2>
      <ul className="give-gifts">
        {edges.map(({ node }) => (
          <li key={node.id}>
            <p className="give-line">
              <a href={`/gifts/${node.followToken}`}>
                {day(
                  dayIn(node.pool.place.timeZone, new Date(node.paidAt ?? node.startedAt)),
                  language,
                )}
              </a>
              <span>{money(node.amount, language)}</span>
            </p>
            <p className="give-soft">{t(`gift.state.${node.state}`)}</p>
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && (
        <a className="give-more" href={`/pledges/${params.token}?after=${pageInfo.endCursor}`}>
          {t('give.more')}
        </a>
      )}
    </section>
  );
}
