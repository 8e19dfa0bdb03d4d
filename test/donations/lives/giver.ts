import { cancelPledge, pausePledge, resumePledge } from '../../../src/donations/change-pledge';
import { convergePledge } from '../../../src/donations/converge-pledge';
import { startDonation, type StartDonation } from '../../../src/donations/start-donation';
import { STRANGER, SYSTEM } from '../../../src/kernel/actor';
import { amount, toDecimal } from '../../../src/kernel/amount';
import { currency } from '../../../src/kernel/currency';
import { newId } from '../../../src/kernel/id';
import { fingerprint } from '../../../src/kernel/request';
import { inUnitOfWork } from '../../../src/kernel/unit-of-work';
import type { Pay } from './acts';
import type { Home } from './home';
import type { Gift } from './life';
import type { Stage } from './stage';
import { allSent, chargeOf, known, until, type Track } from './track';

/** Begins a gift, or comes again for it, with the same key. */
export async function start(stage: Stage, home: Home, gift: Gift, track: Track): Promise<void> {
  await known(stage, track);
  const { campaign, pool, life } = home;
  const monthly = gift.path === 'monthly';
  const input: StartDonation = {
    idempotencyKey: track.key,
    to: gift.to === 'pool' ? { poolId: pool.globalId } : { campaignId: campaign.globalId },
    amount: {
      amount: toDecimal(amount(currency(life.currency), BigInt(gift.minor))),
      currency: life.currency,
    },
    ...{ schedule: monthly ? 'monthly' : 'once', locale: 'zh', name: '王芳' },
    ...{ email: 'giver@example.org', payWith: isByWallet(home, gift) ? 'alipay' : null },
  };
  const { donation, checkoutUrl } = await until(stage, ({ source }) =>
    inUnitOfWork(source, STRANGER, (work) => startDonation(work, input), stage.now()),
  );
  track.ref = { communityId: donation.communityId, id: donation.id };
  const session = checkoutUrl?.split('/').at(-1) ?? '';
  if (!track.sessions.includes(session)) track.sessions.push(session);
}

const isByWallet = ({ life }: Home, { wallet, path }: Gift) =>
  wallet && life.currency === 'CNY' && path !== 'monthly';

export async function pay(
  { standIn }: Stage,
  home: Home,
  gift: Gift,
  { sessions }: Track,
  how: Pay,
): Promise<void> {
  const session = how.session === 'first' ? sessions[0] : sessions.at(-1);
  const { settlement } = home.life;
  await standIn.pay(session ?? '', {
    ...{ method: isByWallet(home, gift) ? 'alipay' : 'card', outcome: how.outcome },
    ...(how.late ? { late: true } : {}),
    ...(how.hold ? { holdBalanceTransaction: true } : {}),
    ...(settlement
      ? { settlementCurrency: settlement.currency, exchangeRate: settlement.rate }
      : {}),
  });
}

/** A refund is asked for and has been approved. */
export async function ask(stage: Stage, track: Track, minor: number, whole: number) {
  await known(stage, track);
  const { source } = stage.processes[0]!;
  const { communityId, id: donationId } = track.ref!;
  const id = newId();
  const [payment] = await source.query<{ id: string }[]>(
    'select id from gift_payment where community_id = $1 and charge_id = $2',
    [communityId, chargeOf(stage, track)],
  );
  await source.query(
    `insert into gift_refund (community_id, id, donation_id, payment_id, origin, state, minor,
       reason, requested_at, checked_at, key, fingerprint)
     values ($1, $2, $3, $4, 'asked', 'approved', $5, 'asked', $6, $6, $7, $8)`,
    [
      ...[communityId, id, donationId, payment?.id, minor, stage.now(), `own/test/${id}`],
      fingerprint('own', id),
    ],
  );
  if (minor > whole) return;
  track.asked.push(id);
  track.refund = { row: id };
  // In the quiet run it is sent at once; where all goes wrong, whenever somebody comes to it.
  if (stage.quiet) await allSent(stage, track);
}

const CHANGES = { pause: pausePledge, resume: resumePledge, cancel: cancelPledge };

/** The giver of a monthly gift pauses it, lets it go on or ends it. */
export async function change(stage: Stage, track: Track, to: keyof typeof CHANGES): Promise<void> {
  const { communityId, id } = track.ref!;
  const { source } = stage.processes[0]!;
  const [pledge] = await source.query<{ id: string; token: string }[]>(
    `select pledge.id, pledge.token from pledge join donation on donation.pledge_id = pledge.id
       and donation.community_id = pledge.community_id
     where donation.community_id = $1 and donation.id = $2`,
    [communityId, id],
  );
  const ref = { communityId, id: pledge!.id };
  await until(stage, (process) =>
    convergePledge(process.source, process.processor, ref, stage.now()),
  );
  await until(stage, (process) =>
    inUnitOfWork(
      process.source,
      SYSTEM,
      (work) => CHANGES[to](work, { pledgeToken: pledge!.token }),
      stage.now(),
    ),
  );
}
