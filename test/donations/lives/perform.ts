import { draft, record } from '../../../src/bookkeeping/record';
import { GRANTS } from '../../../src/bookkeeping/rules/grants';
import { SYSTEM } from '../../../src/kernel/actor';
import { amount } from '../../../src/kernel/amount';
import { currency } from '../../../src/kernel/currency';
import { newId } from '../../../src/kernel/id';
import { ownRequest } from '../../../src/kernel/request';
import { inUnitOfWork } from '../../../src/kernel/unit-of-work';
import type { Act } from './acts';
import { ask, change, pay, start } from './giver';
import type { Stage } from './stage';
import { allSent, chargeOf, known, refundOf, subscriptionOf, type Lived } from './track';

type OnGift = Exclude<Act, { do: 'spend' | 'strange' }>;

/** Somebody acts: a giver, a giver's bank, the board, or whoever sits at the dashboard. */
export async function perform(stage: Stage, lived: Lived, act: Act): Promise<void> {
  if (act.do === 'spend') await spend(stage, lived, act.percent);
  else if (act.do === 'strange') await stage.standIn.strangeCharge(act.minor);
  else await actOn(stage, lived, act);
  await stage.standIn.settled();
}

async function actOn(stage: Stage, lived: Lived, act: OnGift): Promise<void> {
  const { standIn } = stage;
  const gift = lived.gifts[act.gift]!;
  const track = lived.tracks[act.gift]!;
  switch (act.do) {
    case 'start':
    case 'again':
      return await start(stage, lived.home, gift, track);
    case 'pay':
      return await pay(stage, lived.home, gift, track, act.how);
    case 'expire':
      return void (await standIn.expire(track.sessions[0]!));
    case 'settlePending':
      return void (await standIn.settlePending(track.sessions.at(-1)!, act.outcome));
    case 'release':
      return void (await standIn.releaseBalanceTransaction(chargeOf(stage, track)));
    case 'ask':
      return await ask(stage, track, act.minor, gift.minor);
    case 'dashboard':
      await allSent(stage, track);
      track.refund = await standIn.dashboardRefund(chargeOf(stage, track), act.minor);
      return;
    case 'refundEnds':
      if (stage.pendingFirst) await standIn.settleRefund(await refundOf(stage, track));
      return;
    case 'refundFails':
      return await failRefund(stage, track);
    default:
      return await laterOn(stage, track, act);
  }
}

/** One of the dashboard that failed before any money moved may pass unheard; so some must move. */
async function failRefund(stage: Stage, track: Lived['tracks'][number]): Promise<void> {
  const id = await refundOf(stage, track);
  const fromDashboard = track.refund !== null && 'id' in track.refund;
  if (stage.pendingFirst && fromDashboard) await stage.standIn.settleRefund(id);
  await stage.standIn.failRefund(id);
}

type Later = Extract<
  OnGift,
  { do: 'dispute' | 'inquiry' | 'escalate' | 'close' | 'cycle' | 'payInvoice' } | Change
>;
type Change = { do: 'pause' | 'resume' | 'cancel'; gift: number };

async function laterOn(stage: Stage, track: Lived['tracks'][number], act: Later): Promise<void> {
  const { standIn } = stage;
  switch (act.do) {
    case 'dispute':
    case 'inquiry': {
      await allSent(stage, track);
      const how = { amount: act.minor, inquiry: act.do === 'inquiry' };
      track.dispute = (await standIn.openDispute(chargeOf(stage, track), how)).id;
      return;
    }
    case 'escalate':
      return void (await standIn.escalateDispute(track.dispute!));
    case 'close':
      return void (await standIn.closeDispute(track.dispute!, act.outcome));
    case 'cycle':
      return void (await standIn.advanceSubscription(subscriptionOf(stage, track), act.outcome));
    case 'payInvoice': {
      const invoice = stage.log.unpaidOf(subscriptionOf(stage, track));
      return void (await standIn.payInvoice(invoice!, act.outcome));
    }
    case 'pause':
    case 'resume':
    case 'cancel':
      return await change(stage, track, act.do);
  }
}

/** The board promises a part of what has arrived: it is no longer there to be given back. */
async function spend(stage: Stage, { home, tracks }: Lived, percent: number): Promise<void> {
  for (const track of tracks) await known(stage, track);
  const { source } = stage.processes[0]!;
  const { communityId, id: poolId } = home.pool;
  const [held] = await source.query<{ minor: string }[]>(
    `select credits - debits minor from ledger_account
     where community_id = $1 and holder_id = $2 and kind = 'poolAvailable'`,
    [communityId, poolId],
  );
  const minor = (BigInt(held?.minor ?? 0) * BigInt(percent)) / 100n;
  if (minor === 0n) return;
  const facts = { poolId, grantId: newId(), amount: amount(currency(home.pool.currency), minor) };
  const how = { request: ownRequest(`spent/${poolId}`), occurredAt: stage.now() };
  const award = draft(GRANTS.grantAwarded, facts, how);
  await inUnitOfWork(source, SYSTEM, (work) => record(work, communityId, award), stage.now());
}
