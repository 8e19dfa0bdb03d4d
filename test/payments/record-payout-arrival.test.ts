import { randomUUID } from 'node:crypto';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import {
  recordPayoutArrival,
  type RecordPayoutArrival,
} from '../../src/payments/record-payout-arrival';
import { newPool, runner } from '../foundations/money';
import { balanceOf, openDesk, type Desk } from '../donations/desk';
import { findings, standing } from '../donations/gifts';

const TODAY = dayOf(new Date(), 'Asia/Shanghai');

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const treasurer = () => desk.world.home.treasurer.actor;

interface Share {
  readonly id: string;
  readonly globalId: string;
  readonly holderId: string;
  readonly payoutId: string;
  readonly minor: string;
}

/** Sends what is at the processor to the bank: the shares of the payout. */
async function paidOut(): Promise<Share[]> {
  await desk.counter.work();
  const { id } = await desk.counter.standIn.payOut('cny');
  await desk.counter.work();
  const rows = await desk.source.query<(Share & { communityId: string })[]>(
    `select community_id "communityId", id, holder_id "holderId", payout_id "payoutId", minor
     from payout_share where payout_id = $1`,
    [id],
  );
  return rows.map((row) => ({
    ...row,
    globalId: toGlobalId('PayoutShare', row.communityId, row.id),
  }));
}

async function giftPaidOut(): Promise<Share> {
  await desk.paid();
  const [share] = await paidOut();
  return share!;
}

function arrived(actor: Actor, share: Share, more: Partial<RecordPayoutArrival> = {}) {
  const key = { idempotencyKey: `arrival-${randomUUID()}` };
  const input = { ...key, shareId: share.globalId, arrivedOn: TODAY, bankReference: 'Line 7' };
  return runner(desk.source)(actor, (work) => recordPayoutArrival(work, { ...input, ...more }));
}

test('what was in transit is at the bank, less what the processor took', async () => {
  const share = await giftPaidOut();
  expect(BigInt(share.minor)).toBeLessThan(8800n);
  expect(await standing(desk.source, 'processorBalance')).toEqual({});
  expect(await standing(desk.source, 'payoutInTransit')).toEqual({ CNY: share.minor });
  const key = { idempotencyKey: `arrival-${randomUUID()}` };
  expect(await arrived(treasurer(), share, key)).toMatchObject({
    ...{ arrivedOn: TODAY, bankReference: 'Line 7' },
  });
  expect(await standing(desk.source, 'payoutInTransit')).toEqual({});
  expect(await standing(desk.source, 'bank')).toEqual({ CNY: share.minor });
  // The same request is the same; another one for the same share is refused.
  expect(await arrived(treasurer(), share, key)).toMatchObject({ bankReference: 'Line 7' });
  await expect(
    arrived(treasurer(), share, { ...key, bankReference: 'Line 8' }),
  ).rejects.toMatchObject({ code: 'KEY_REUSED' });
  await expect(arrived(treasurer(), share)).rejects.toMatchObject({
    ...{ code: 'PAYOUT_ARRIVED', path: ['shareId'] },
  });
  expect(await standing(desk.source, 'bank')).toEqual({ CNY: share.minor });
  expect(await findings(desk.source)).toEqual([]);
});

test('each foundation has its own line of a payout', async () => {
  const elsewhere = await newPool(desk.source, desk.world.other);
  await desk.paid();
  await desk.paid({ to: { poolId: elsewhere.globalId } });
  const shares = await paidOut();
  const { home, other } = desk.world;
  expect(shares.map(({ holderId }) => holderId).sort()).toEqual(
    [home.foundation.id, other.foundation.id].sort(),
  );
  const theirs = shares.find(({ holderId }) => holderId === other.foundation.id)!;
  await expect(arrived(treasurer(), theirs)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await arrived(other.treasurer.actor, theirs);
  const ours = shares.find((share) => share !== theirs)!;
  expect(await standing(desk.source, 'payoutInTransit')).toEqual({ CNY: ours.minor });
  await arrived(treasurer(), ours);
});

test('two at once are one', async () => {
  const share = await giftPaidOut();
  const before = BigInt((await standing(desk.source, 'bank')).CNY ?? 0);
  const both = await Promise.allSettled([1, 2].map(() => arrived(treasurer(), share)));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const after = BigInt((await standing(desk.source, 'bank')).CNY ?? 0);
  expect(after - before).toBe(BigInt(share.minor));
});

test('one that came back is at the processor again, and never arrives', async () => {
  const share = await giftPaidOut();
  await desk.counter.standIn.failPayout(share.payoutId);
  await desk.counter.work();
  expect(await standing(desk.source, 'payoutInTransit')).toEqual({});
  expect(await standing(desk.source, 'processorBalance')).toEqual({ CNY: share.minor });
  await expect(arrived(treasurer(), share)).rejects.toMatchObject({ code: 'PAYOUT_FAILED' });
  expect(await findings(desk.source)).toEqual([]);
});

test.each<[string, Partial<RecordPayoutArrival>, string]>([
  ['OCCURRED_IN_FUTURE', { arrivedOn: addDays(TODAY, 1) }, 'arrivedOn'],
  ['TEXT_LENGTH', { bankReference: ' ' }, 'bankReference'],
  ['TEXT_LENGTH', { bankReference: 'x'.repeat(201) }, 'bankReference'],
  ['ID_UNKNOWN', { shareId: 'nothing' }, 'shareId'],
  ['KEY_UNUSABLE', { idempotencyKey: 'short' }, 'idempotencyKey'],
])('%s (%#)', async (code, more, field) => {
  const share = await giftPaidOut();
  await expect(arrived(treasurer(), share, more)).rejects.toMatchObject({ code, path: [field] });
});

test.each<[string, () => Actor, string]>([
  ['a stranger', () => STRANGER, 'UNAUTHENTICATED'],
  ['the secretary', () => desk.world.home.secretary.actor, 'FORBIDDEN'],
  ['an officer', () => desk.world.officer.actor, 'FORBIDDEN'],
])('%s records none', async (_who, actor, code) => {
  await expect(arrived(actor(), await giftPaidOut())).rejects.toMatchObject({ code });
});

describe('one that had arrived and came back', () => {
  const at = async (kind: string) => BigInt((await standing(desk.source, kind)).CNY ?? 0);

  test('is at the processor again, and the bank has it no more', async () => {
    const share = await giftPaidOut();
    const [bank, balance] = [await at('bank'), await at('processorBalance')];
    const others = (await at('payoutInTransit')) - BigInt(share.minor);
    await arrived(treasurer(), share);
    await desk.counter.standIn.failPayout(share.payoutId);
    await desk.counter.work();
    expect(await at('bank')).toBe(bank);
    expect(await at('payoutInTransit')).toBe(others);
    expect(await at('processorBalance')).toBe(balance + BigInt(share.minor));
    expect(await findings(desk.source)).toEqual([]);
    await expect(arrived(treasurer(), share)).rejects.toMatchObject({ code: 'PAYOUT_FAILED' });
  });

  test('waits while the bank has spent it', async () => {
    const share = await giftPaidOut();
    await arrived(treasurer(), share);
    const { id: foundationId } = desk.world.home.foundation;
    const spent = BigInt(await balanceOf(desk.source, desk.pool, foundationId, 'bank'));
    const moveBank = async (minor: bigint) =>
      await desk.source.query(
        `update ledger_account set credits = credits + $2::bigint
         where kind = 'bank' and holder_id = $1`,
        [foundationId, minor.toString()],
      );
    await moveBank(spent);
    await desk.counter.standIn.failPayout(share.payoutId);
    await desk.counter.work();
    const failed = () =>
      desk.source.query(
        'select failed_entry_id is not null failed from payout_share where id = $1',
        [share.id],
      );
    expect(await failed()).toEqual([{ failed: false }]);
    await moveBank(-spent);
    await desk.counter.work();
    expect(await failed()).toEqual([{ failed: true }]);
    expect(await findings(desk.source)).toEqual([]);
  });
});
