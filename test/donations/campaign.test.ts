import { randomUUID } from 'node:crypto';
import type { CampaignRow } from '../../src/donations/campaign.entity';
import { campaignById } from '../../src/donations/campaign.reader';
import { endCampaign } from '../../src/donations/end-campaign';
import { openCampaign, type OpenCampaign } from '../../src/donations/open-campaign';
import { promiseMatch, type PromiseMatch } from '../../src/donations/promise-match';
import {
  recordMatchReceived,
  type RecordMatchReceived,
} from '../../src/donations/record-match-received';
import { closePool } from '../../src/foundations/close-pool';
import type { PoolRow } from '../../src/foundations/pool.entity';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { accountsOfHolders } from '../../src/ledger/account.reader';
import { runChecks } from '../../src/ledger/verify';
import { cny, newPool, runner } from '../foundations/money';
import { atOnce } from '../support/at-once';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';
import { CHECKED, giveTo, refund, refundFails, takeBack } from './campaigns';

const NOW = new Date();
const TODAY = dayOf(NOW, 'Asia/Shanghai');
const day = (n: number) => addDays(TODAY, n);
const later = (days: number) => new Date(NOW.getTime() + days * 24 * 3600_000);

let database: FreshDatabase;
let world: World;
let run: ReturnType<typeof runner>;
let pool: PoolRow & { globalId: string };
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
  run = runner(database.dataSource);
  pool = await newPool(database.dataSource, world.home);
});
afterEach(async () => expect(await runChecks(database.dataSource, CHECKED)).toEqual([]));
afterAll(() => database.drop());

const idOf = (campaign: CampaignRow) => toGlobalId('Campaign', campaign.communityId, campaign.id);

const open = (more: Partial<OpenCampaign> = {}, actor = world.home.secretary.actor, now = NOW) =>
  run(
    actor,
    (work) =>
      openCampaign(work, {
        poolId: pool.globalId,
        title: `Coats ${randomUUID()}`,
        story: 'The winter is long.',
        goal: cny('5000.00'),
        startsOn: TODAY,
        ...more,
      }),
    now,
  );

const promised = (campaign: CampaignRow, more: Partial<PromiseMatch> = {}): PromiseMatch => ({
  idempotencyKey: randomUUID(),
  campaignId: idOf(campaign),
  enterpriseId: world.home.enterprise.globalId,
  cap: cny('100.00'),
  percent: 100,
  ...more,
});
const promise = (input: PromiseMatch, actor = world.home.director.actor, now = NOW) =>
  run(actor, (work) => promiseMatch(work, input), now);

const paid = (campaign: CampaignRow, amount: string, more: Partial<RecordMatchReceived> = {}) => ({
  idempotencyKey: randomUUID(),
  campaignId: idOf(campaign),
  amount: cny(amount),
  receivedOn: TODAY,
  ...more,
});
const receive = (input: RecordMatchReceived, actor = world.home.treasurer.actor) =>
  run(actor, (work) => recordMatchReceived(work, input), NOW);

const end = (campaign: CampaignRow, actor = world.home.chair.actor, now = NOW) =>
  run(actor, (work) => endCampaign(work, { campaignId: idOf(campaign) }), now);

const give = async (campaign: CampaignRow, minor: bigint, at = NOW) =>
  await giveTo(database.dataSource, campaign, minor, at);
const added = async (campaign: CampaignRow, minor: bigint, at = NOW) =>
  (await give(campaign, minor, at)).match?.amount.minor ?? null;
const back = (
  campaign: CampaignRow,
  gift: Awaited<ReturnType<typeof give>>,
  b: bigint,
  n: bigint,
) => takeBack(database.dataSource, campaign, gift, [b, n]);

async function now({ communityId, id }: CampaignRow) {
  const [row] = await campaignById.read(database.dataSource.manager, communityId, [id]);
  return row!;
}

/** What is still to come of a campaign's match, and what is due, in fen. */
async function match({ communityId, id }: CampaignRow): Promise<[left: bigint, due: bigint]> {
  const holders = [id, world.home.enterprise.id];
  const held = await accountsOfHolders(database.dataSource.manager, communityId, holders);
  const balance = (kind: string) =>
    held.find((each) => each.kind === kind && (each.holderId === id || each.about === id))?.balance;
  return [balance('matchRoom') ?? 0n, balance('matchDue') ?? 0n];
}

describe('a campaign', () => {
  test('is opened by who keeps the pools, in the currency of its pool', async () => {
    const campaign = await open({ endsOn: day(30) }, world.home.chair.actor);
    expect(await now(campaign)).toEqual(campaign);
    expect(campaign).toMatchObject({ currency: 'CNY', goalMinor: '500000', endsOn: day(30) });
    expect(campaign).toMatchObject({ raisedMinor: '0', gifts: 0, matchEnterpriseId: null });
  });

  test.each<[string, () => Actor, string]>([
    ['a stranger', () => STRANGER, 'UNAUTHENTICATED'],
    ['the treasurer', () => world.home.treasurer.actor, 'FORBIDDEN'],
    ['the chair of another foundation', () => world.other.chair.actor, 'FORBIDDEN'],
    ['the director of an enterprise', () => world.home.director.actor, 'FORBIDDEN'],
  ])('is not opened nor ended by %s', async (_who, actor, code) => {
    const campaign = await open();
    await expect(open({}, actor())).rejects.toMatchObject({ code });
    await expect(end(campaign, actor())).rejects.toMatchObject({ code });
  });

  test.each<[string, string, Partial<OpenCampaign>]>([
    ['ID_UNKNOWN', 'poolId', { poolId: 'nothing' }],
    ['TEXT_LENGTH', 'title', { title: '  ' }],
    ['TEXT_LENGTH', 'story', { story: 'x'.repeat(5001) }],
    ['WRONG_CURRENCY', 'goal,currency', { goal: { amount: '1', currency: 'USD' } }],
    ['AMOUNT_NOT_POSITIVE', 'goal,amount', { goal: cny('0.00') }],
    ['DAY_PAST', 'startsOn', { startsOn: day(-1) }],
    ['PERIOD_EMPTY', 'endsOn', { endsOn: TODAY }],
  ])('is refused with %s on %s', async (code, path, more) => {
    await expect(open(more)).rejects.toMatchObject({ code, path: path.split(',') });
  });

  test('asks for an open pool only', async () => {
    const closed = await newPool(database.dataSource, world.home);
    await run(world.home.chair.actor, (work) => closePool(work, { poolId: closed.globalId }));
    await expect(open({ poolId: closed.globalId })).rejects.toMatchObject({ code: 'POOL_CLOSED' });
  });

  test('has a title of its own until it is ended, also of two opened at once', async () => {
    const title = `Rice ${randomUUID()}`;
    const two = await Promise.allSettled([open({ title }), open({ title })]);
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = two.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'CAMPAIGN_TITLE_TAKEN', path: ['title'] } });
    const first = two.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    await end(first[0]!);
    await open({ title });
  });

  test('is ended once, also by two at once', async () => {
    const campaign = await open();
    await promise(promised(campaign));
    const two = await Promise.allSettled([end(campaign), end(campaign)]);
    expect(two.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'CAMPAIGN_ENDED', path: ['campaignId'], facts: { title: campaign.title } },
    });
    expect((await now(campaign)).endedAt).toEqual(NOW);
    expect(await match(campaign)).toEqual([0n, 0n]);
  });

  test('adds up what is given to it and what goes back', async () => {
    const campaign = await open();
    const gift = await give(campaign, 500n);
    await atOnce(database.dataSource, 8, () => give(campaign, 100n));
    expect(await back(campaign, gift, 0n, 200n)).toBe(0n);
    expect(await now(campaign)).toMatchObject({ raisedMinor: '1100', gifts: 9 });
  });
});

describe('a match', () => {
  test('is promised by the director of the enterprise alone, and once', async () => {
    const campaign = await open();
    const { secretary, bookkeeper } = world.home;
    for (const { actor } of [secretary, bookkeeper, world.other.director])
      await expect(promise(promised(campaign), actor)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const input = promised(campaign, { percent: 50 });
    const after = await promise(input);
    expect(after).toMatchObject({ matchCapMinor: '10000', matchBasisPoints: 5000 });
    expect(await promise(input)).toEqual(after);
    await expect(promise({ ...input, percent: 51 })).rejects.toMatchObject({ code: 'KEY_REUSED' });
    await expect(promise(promised(campaign))).rejects.toMatchObject({ code: 'MATCH_PROMISED' });
    expect(await match(campaign)).toEqual([10_000n, 0n]);
  });

  test.each<[string, string, Partial<PromiseMatch>]>([
    ['PERCENT_RANGE', 'percent', { percent: 0 }],
    ['PERCENT_RANGE', 'percent', { percent: 1001 }],
    ['AMOUNT_NOT_POSITIVE', 'cap,amount', { cap: cny('0') }],
    ['WRONG_CURRENCY', 'cap,currency', { cap: { amount: '1', currency: 'EUR' } }],
    ['KEY_UNUSABLE', 'idempotencyKey', { idempotencyKey: 'short' }],
    [
      'ID_UNKNOWN',
      'campaignId',
      { campaignId: toGlobalId('Campaign', randomUUID(), randomUUID()) },
    ],
  ])('is refused with %s on %s', async (code, path, more) => {
    const input = promised(await open(), more);
    await expect(promise(input)).rejects.toMatchObject({ code, path: path.split(',') });
  });

  test('is of an enterprise of the place, and of a social enterprise', async () => {
    const campaign = await open();
    const { director, enterprise } = world.other;
    const away = promised(campaign, { enterpriseId: enterprise.globalId });
    const refused = { code: 'ENTERPRISE_ELSEWHERE', path: ['enterpriseId'] };
    await expect(promise(away, director.actor)).rejects.toMatchObject(refused);
    const committee = promised(campaign, { enterpriseId: world.home.foundation.globalId });
    await expect(promise(committee)).rejects.toMatchObject({ code: 'ORGANISATION_KIND' });
  });

  test('is not promised to a campaign that is over', async () => {
    const [ended, lapsed] = [await open(), await open({ endsOn: day(1) })];
    await end(ended);
    const refused = { code: 'CAMPAIGN_ENDED' };
    await expect(promise(promised(ended))).rejects.toMatchObject(refused);
    const { actor } = world.home.director;
    await expect(promise(promised(lapsed), actor, later(1))).rejects.toMatchObject(refused);
  });

  test('is the percentage rounded down, at most what is left, on the days of the campaign', async () => {
    const campaign = await open({ startsOn: day(1), endsOn: day(3) });
    expect(await added(campaign, 1000n, later(1))).toBeNull();
    await promise(promised(campaign, { cap: cny('10.00'), percent: 33 }));
    expect(await added(campaign, 1000n, NOW)).toBeNull();
    expect(await added(campaign, 1001n, later(1))).toBe(330n);
    expect(await added(campaign, 3n, later(1))).toBeNull();
    expect(await added(campaign, 1001n, later(3))).toBeNull();
    expect(await added(campaign, 9999n, later(2))).toBe(670n);
    expect(await added(campaign, 9999n, later(2))).toBeNull();
    expect(await match(campaign)).toEqual([0n, 1000n]);
  });

  test('is never more than its cap when gifts race for the last of it', async () => {
    const campaign = await open();
    await promise(promised(campaign, { cap: cny('10.50') }));
    const given = await atOnce(database.dataSource, 12, () => added(campaign, 300n));
    expect(given.map(Number).sort((a, b) => b - a)).toEqual([300, 300, 300, 150, ...zeros(8)]);
    expect(await match(campaign)).toEqual([0n, 1050n]);
    expect(await now(campaign)).toMatchObject({ raisedMinor: '3600', gifts: 12 });
  });

  test('of a gift that comes as the campaign ends is whole or nothing', async () => {
    const campaign = await open();
    await promise(promised(campaign));
    const [given] = await Promise.all([
      atOnce(database.dataSource, 6, () => added(campaign, 100n)),
      end(campaign),
    ]);
    const matched = given.reduce<bigint>((sum, each) => sum + (each ?? 0n), 0n);
    expect(await match(campaign)).toEqual([0n, matched]);
  });

  test('goes back with its gift, part by part to the whole', async () => {
    const campaign = await open();
    await promise(promised(campaign, { percent: 50 }));
    const gift = await give(campaign, 1001n);
    expect(gift.match?.amount.minor).toBe(500n);
    expect(await back(campaign, gift, 0n, 333n)).toBe(166n);
    expect(await back(campaign, gift, 333n, 333n)).toBe(166n);
    expect(await back(campaign, gift, 666n, 335n)).toBe(168n);
    expect(await match(campaign)).toEqual([10_000n, 0n]);
  });

  test('goes back only as far as it is still due', async () => {
    const campaign = await open();
    await promise(promised(campaign));
    const gift = await give(campaign, 1000n);
    await receive(paid(campaign, '7.00'));
    expect(await back(campaign, gift, 0n, 1000n)).toBe(300n);
    expect(await match(campaign)).toEqual([9300n, 0n]);
  });

  test('that goes back after the end is not to come again', async () => {
    const campaign = await open();
    await promise(promised(campaign));
    const gift = await give(campaign, 1000n);
    await end(campaign);
    expect(await back(campaign, gift, 0n, 400n)).toBe(400n);
    expect(await match(campaign)).toEqual([0n, 600n]);
    expect(await added(campaign, 100n)).toBeNull();
  });
});

describe('the match of a gift whose refund fails', () => {
  test('is due again', async () => {
    const campaign = await open();
    await promise(promised(campaign));
    expect(await matchAfterFailure(campaign)).toEqual([9000n, 1000n]);
  });

  test('is due again as far as there is room, where another gift has used it', async () => {
    const campaign = await open();
    await promise(promised(campaign, { cap: cny('12.00') }));
    const other = async () => {
      expect(await added(campaign, 900n)).toBe(900n);
      // What was paid is due no more: nothing but the room may be drawn upon.
      await receive(paid(campaign, '9.00'));
    };
    expect(await matchAfterFailure(campaign, other)).toEqual([0n, 300n]);
  });

  test('is owed no more where the campaign has ended meanwhile', async () => {
    const campaign = await open();
    await promise(promised(campaign));
    expect(await matchAfterFailure(campaign, () => end(campaign))).toEqual([0n, 0n]);
  });

  test('is due again where the campaign had ended before', async () => {
    const campaign = await open();
    await promise(promised(campaign));
    const gift = await give(campaign, 1000n);
    await end(campaign);
    await fails(campaign, gift);
    expect(await match(campaign)).toEqual([0n, 1000n]);
  });

  type Given = Awaited<ReturnType<typeof give>>;

  async function fails(campaign: CampaignRow, gift: Given, meanwhile?: () => Promise<unknown>) {
    const { entryId } = await refund(database.dataSource, campaign, gift, [0n, gift.minor]);
    await meanwhile?.();
    await refundFails(database.dataSource, campaign, gift, { entryId, minor: gift.minor });
  }

  async function matchAfterFailure(campaign: CampaignRow, meanwhile?: () => Promise<unknown>) {
    await fails(campaign, await give(campaign, 1000n), meanwhile);
    return await match(campaign);
  }
});

const zeros = (length: number) => Array.from({ length }, () => 0);

describe('what an enterprise pays of its match', () => {
  test('reaches the pool once per key: exactly what is due, not a fen more', async () => {
    const campaign = await open();
    await promise(promised(campaign));
    await give(campaign, 1000n);
    await expect(receive(paid(campaign, '10.01'))).rejects.toMatchObject({
      ...{ code: 'MATCH_SHORT', path: ['amount'] },
      facts: { available: '10.00', required: '10.01' },
    });
    const input = paid(campaign, '10.00');
    const before = await available();
    const after = await receive(input);
    expect(after.matchReceivedMinor).toBe('1000');
    expect(await receive(input)).toEqual(after);
    expect((await available()) - before).toBe(1000n);
    expect(await match(campaign)).toEqual([9000n, 0n]);
    await expect(receive({ ...input, amount: cny('1.00') })).rejects.toMatchObject({
      code: 'KEY_REUSED',
    });
  });

  test('is not recorded twice when two payments race for what is due', async () => {
    const campaign = await open();
    await promise(promised(campaign));
    await give(campaign, 1000n);
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => receive(paid(campaign, '4.00'))));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await match(campaign)).toEqual([9000n, 200n]);
  });

  test('is recorded by the treasurer, also after the end', async () => {
    const campaign = await open();
    await promise(promised(campaign));
    await give(campaign, 1000n);
    await end(campaign);
    for (const { actor } of [world.home.chair, world.home.director, world.other.treasurer])
      await expect(receive(paid(campaign, '1.00'), actor)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    await receive(paid(campaign, '10.00'));
    expect(await match(campaign)).toEqual([0n, 0n]);
  });

  test('is refused on a day that cannot be, and where nobody promised', async () => {
    const campaign = await open();
    const nobody = receive(paid(campaign, '1.00'));
    await expect(nobody).rejects.toMatchObject({ code: 'NO_MATCH', path: ['campaignId'] });
    await promise(promised(campaign));
    const on = (receivedOn: string) => receive(paid(campaign, '1.00', { receivedOn }));
    await expect(on(day(1))).rejects.toMatchObject({ code: 'OCCURRED_IN_FUTURE' });
    await expect(on(day(-1))).rejects.toMatchObject({ code: 'RECEIVED_BEFORE_PERIOD' });
  });
});

async function available(): Promise<bigint> {
  const held = await accountsOfHolders(database.dataSource.manager, pool.communityId, [pool.id]);
  return held.find(({ kind }) => kind === 'poolAvailable')?.balance ?? 0n;
}
