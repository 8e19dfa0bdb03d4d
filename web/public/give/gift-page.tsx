import { GiftFollow } from '../../generated/operations';
import { day, money } from '../../kit/figures';
import { page, type Visit } from '../page';
import { addressOf } from './asked-cards';
import { dayIn } from './days';
import { DemoNotice } from './notices';
import { PayForm } from './pay-form';
import { Refunds } from './refunds';
import { wayOf, type Gift } from './way';
import { WayPicture, WayTable } from './way-picture';

/** What a gift is for, as its giver knows it. */
export const titleOf = ({ campaign, grant, pool }: Pick<Gift, 'campaign' | 'grant' | 'pool'>) =>
  campaign?.title ?? grant?.title ?? pool.name;

const PAYABLE = new Set<Gift['state']>(['CREATED', 'OPEN', 'FAILED', 'EXPIRED']);

/** Whether a gift can still be paid. */
export const isPayable = ({ state }: Pick<Gift, 'state'>): boolean => PAYABLE.has(state);

/** `/gifts/<token>`: what became of a gift, for whoever has its address. */
export const giftPage = page({
  path: '/gifts/:token',
  isPrivate: true,
  asks: GiftFollow,
  variables: ({ params }) => ({ followToken: params.token ?? '' }),
  draw: ({ donation }, visit) => donation && drawnGift(donation, visit),
});

/** The page of a gift. */
export function drawnGift(gift: Gift, visit: Visit) {
  const { t } = visit;
  return {
    title: `${t('gift.title')} · ${titleOf(gift)}`,
    // Nothing of who gave, nor how much: a message that shows it may be read by many.
    sharedTitle: `${t('gift.shared')} · ${titleOf(gift)}`,
    description: t('gift.shared.says'),
    pictureOf: addressOf(gift.pool.place.slug, (gift.campaign ?? gift.grant ?? gift.pool).id),
    leadsTo: isPayable(gift) ? ['http:', 'https:'] : [],
    body: (
      <div className="gift">
        <DemoNotice isDemo={gift.isDemo} t={t} />
        <p className="give-from">{gift.foundation.name}</p>
        <h1>{t('gift.title')}</h1>
        <About gift={gift} visit={visit} />
        <Way gift={gift} visit={visit} />
        <Refunds gift={gift} visit={visit} />
        <Papers gift={gift} visit={visit} />
        <p className="give-soft">{t('gift.keep')}</p>
      </div>
    ),
  };
}

type Part = { readonly gift: Gift; readonly visit: Visit };

function About({ gift, visit }: Part) {
  const { t, language } = visit;
  const { amount, matched, state, paidAt, pool, followToken, pledgeToken } = gift;
  const paidOn = paidAt && day(dayIn(pool.place.timeZone, new Date(paidAt)), language);
  const isMatched = /[1-9]/.test(matched.amount);
  return (
    <section className="gift-card">
      <p className="gift-amount">{money(amount, language)}</p>
      <p className={`gift-state ${LOOKS[state] ?? 'waits'}`}>{t(`gift.state.${state}`)}</p>
      {paidOn && <p className="give-soft">{paidOn}</p>}
      {isMatched && <p>{t('gift.matched', { matched: money(matched, language) })}</p>}
      <dl>
        <Fact name={t('gift.for')} fact={titleOf(gift)} />
        <Fact name={t('gift.giver')} fact={gift.giverName ?? t('give.anonymous')} />
        {gift.schedule === 'MONTHLY' && (
          <Fact name={t('gift.how-often')} fact={t('give.schedule.MONTHLY')} />
        )}
        {gift.message && <Fact name={t('give.message')} fact={gift.message} />}
      </dl>
      {isPayable(gift) && followToken && <PayForm token={followToken} visit={visit} />}
      {pledgeToken && (
        <p>
          <a href={`/pledges/${pledgeToken}`}>{t('gift.monthly')}</a>
        </p>
      )}
    </section>
  );
}

const LOOKS: Readonly<Partial<Record<Gift['state'], string>>> = {
  PAID: 'done',
  FAILED: 'back',
  EXPIRED: 'back',
  CANCELLED: 'back',
};

/** A fact with its name. */
export function Fact({ name, fact }: { readonly name: string; readonly fact: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{fact}</dd>
    </div>
  );
}

function Way({ gift, visit }: Part) {
  const way = wayOf(gift, visit);
  if (!way) return null;
  const { t } = visit;
  const { amount } = gift;
  return (
    <section aria-labelledby="way" className="gift-way">
      <h2 id="way">{t('give.way')}</h2>
      <div>
        <WayPicture {...{ way, amount, visit }} />
        <div className="give-scroll">
          <WayTable {...{ way, amount, visit }} />
        </div>
      </div>
      <p className="give-soft">{t('give.way.note')}</p>
    </section>
  );
}

function Papers({ gift, visit: { t } }: Part) {
  const { acknowledgements, followToken } = gift;
  if (acknowledgements.length === 0) return null;
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{t('gift.papers')}</h2>
      <ul className="give-gifts">
        {acknowledgements.map(({ id, number, corrects }) => (
          <li key={id}>
            <a href={`/gifts/${followToken}/papers/${id}.pdf`}>
              {t(corrects ? 'gift.paper.correction' : 'gift.paper')} {number}
            </a>{' '}
            <span className="give-soft">PDF</span>
          </li>
        ))}
      </ul>
      <p className="give-soft">{t('gift.paper.note')}</p>
    </section>
  );
}
