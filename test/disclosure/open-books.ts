import { randomUUID } from 'node:crypto';
import { draft, record, reverse } from '../../src/bookkeeping/record';
import type { Rule } from '../../src/bookkeeping/rule';
import { ALLOTMENTS } from '../../src/bookkeeping/rules/allotments';
import { GIFTS } from '../../src/bookkeeping/rules/gifts';
import { GRANTS } from '../../src/bookkeeping/rules/grants';
import { POOLS } from '../../src/bookkeeping/rules/pools';
import type { PoolRow } from '../../src/foundations/pool.entity';
import { SYSTEM, STRANGER } from '../../src/kernel/actor';
import { addMonths } from '../../src/kernel/calendar';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { entriesById } from '../../src/ledger/entry.reader';
import { seal } from '../../src/ledger/seal';
import { rolling } from '../../src/reports/rolling';
import { ask, type Answer } from '../books/ask';
import { fen, newPool, part } from '../foundations/money';
import { grantActs } from '../grants/board';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type CommunityWorld, type World } from '../support/world';
import { TODAY } from '../courtyards/yard';

export type Pool = PoolRow & { readonly globalId: string };

/** Two communities whose pools have lived through a year. */
export interface Town {
  readonly database: FreshDatabase;
  readonly world: World;
  readonly welfare: Pool;
  readonly publicFund: PoolRow;
  readonly elsewhere: Pool;
  /** The grant of the welfare pool: 800 yuan of which 500 are paid. */
  readonly grantId: string;
}

/** The month so many months from now, as `2026-11`. */
export const month = (months = 0) => addMonths(`${TODAY.slice(0, 7)}-01`, months).slice(0, 7);

/** Noon on the tenth of a month; of this one, its first minutes. */
export const inMonth = (name: string) =>
  new Date(name === month() ? `${name}-01T00:05:00+08:00` : `${name}-10T12:00:00+08:00`);

/** Posts an entry of a community's books as it happened in a month; answers its id. */
export async function post<Facts>(
  { database }: Pick<Town, 'database'>,
  { communityId }: Pick<PoolRow, 'communityId'>,
  rule: Rule<Facts>,
  facts: Facts,
  when = month(),
): Promise<string> {
  const how = { request: ownRequest(randomUUID()), occurredAt: inMonth(when) };
  return await inUnitOfWork(database.dataSource, SYSTEM, async (work) => {
    await work.begin();
    const [recorded] = await record(work, communityId, draft(rule, facts, how));
    return recorded!.entryId;
  });
}

/** Takes an entry back in a month. */
export async function takeBack({ database }: Town, pool: PoolRow, id: string): Promise<void> {
  await inUnitOfWork(database.dataSource, SYSTEM, async (work) => {
    await work.begin();
    const [entry] = await entriesById(work.db, pool.communityId, [id]);
    const how = { request: ownRequest(randomUUID()), occurredAt: new Date(), reason: 'A slip' };
    await reverse(work, entry!, how);
  });
}

export const paid = (pool: PoolRow) => ({
  ...{ foundationId: pool.foundationId, poolId: pool.id },
  ...{ donationId: randomUUID(), paymentId: randomUUID() },
});

export const gift = (town: Pick<Town, 'database'>, pool: PoolRow, minor: number, when = month()) =>
  post(town, pool, GIFTS.giftReceived, { ...paid(pool), amount: fen(minor) }, when);

/** An enterprise of the community remits so much to a pool. */
export async function remit(
  town: Pick<Town, 'database'>,
  { enterprise }: CommunityWorld,
  pool: PoolRow,
  minor: number,
  when = month(),
): Promise<void> {
  const facts = { enterpriseId: enterprise.id, declarationId: randomUUID() };
  const amount = fen(minor);
  await post(town, pool, POOLS.surplusPledged, { ...facts, amount }, when);
  const at = { booksId: pool.communityId, foundationId: pool.foundationId };
  const parts = [part(pool, BigInt(minor))];
  const rest = { planId: randomUUID(), at, parts };
  await post(town, pool, POOLS.surplusRemitted, { ...facts, ...rest }, when);
}

/** Public money of a year arrives in a pool. */
export async function allot(
  town: Pick<Town, 'database'>,
  pool: PoolRow,
  minor: number,
  when = month(),
): Promise<void> {
  const facts = { poolId: pool.id, amount: fen(minor), officeId: pool.foundationId };
  await post(town, pool, ALLOTMENTS.publicFundAllotted, facts, when);
  await post(town, pool, ALLOTMENTS.publicFundReceived, facts, when);
}

export const sealAll = ({ database: { dataSource } }: Pick<Town, 'database'>) =>
  seal(dataSource, rolling(dataSource));

/**
 * Three months ago public money of 1,000 arrives; two months ago an enterprise gives 600 and a
 * giver 88; this month a giver gives 50, of which 20 go back, another gift is a slip and taken
 * back, and of a grant 500 are paid, 60 come back and 240 are shown to be spent.
 */
export async function newTown(): Promise<Town> {
  const database = await freshDatabase();
  const { dataSource } = database;
  const world = await newWorld(dataSource);
  const { home, other } = world;
  const welfare = await newPool(dataSource, home, { name: 'Welfare', purpose: 'welfare' });
  const elsewhere = await newPool(dataSource, other, { name: 'Elsewhere', purpose: 'welfare' });
  const publicFund = await newPool(dataSource, home, { name: 'Public 2026' });
  await dataSource.query(
    `update pool set purpose = 'public_fund' where community_id = $1 and id = $2`,
    [home.id, publicFund.id],
  );
  const town = { database, world, welfare, publicFund, elsewhere };
  await allot(town, publicFund, 100_000, month(-3));
  await remit(town, home, welfare, 60_000, month(-2));
  await gift(town, welfare, 8_800, month(-2));
  await remit(town, other, elsewhere, 77_700, month(-2));
  await gift(town, welfare, 5_000);
  const parts = [{ from: { poolId: welfare.id }, amount: fen(2_000) }];
  const refund = { ...paid(welfare), refundId: randomUUID(), parts };
  await post(town, welfare, GIFTS.giftRefunded, refund);
  const acts = grantActs(dataSource, home);
  const { grantId, id, trancheIds } = await acts.award(welfare, [50_000, 10_000]);
  await acts.request(trancheIds[0]);
  await acts.pay(trancheIds[0]);
  await acts.accept(trancheIds[0]);
  const ofGrant = { poolId: welfare.id, grantId: id };
  const back = { ...ofGrant, foundationId: welfare.foundationId, amount: fen(6_000) };
  await post(town, welfare, GRANTS.unspentReturned, back);
  const shown = { ...ofGrant, amount: fen(24_000), spendingId: randomUUID() };
  await post(town, welfare, GRANTS.spendingConfirmed, shown);
  const whole = { ...town, grantId };
  await takeBack(whole, welfare, await gift(town, welfare, 31_400));
  await sealAll(town);
  return whole;
}

const MONEY = '{ minor }';
export const ENTRY = `reference day item money ${MONEY} rule says takesBack pool { name }
  enterprise { name } grant { title } store { name }
  lines { kind title debit ${MONEY} credit ${MONEY} }`;
const LINE = `item side means row money ${MONEY} entries shareBasisPoints`;
const RELIANCE = `own ${MONEY} government ${MONEY} shareBasisPoints`;

export const BOOK = `from until currency sealedUntil received ${MONEY} used ${MONEY}
  income { ${LINE} } uses { ${LINE} } proof { ${LINE} }
  flows { from to money ${MONEY} entries } selfReliance { ${RELIANCE} }
  months { month inMonth { ${RELIANCE} } inYear { ${RELIANCE} } used ${MONEY} } notCounted`;

/** A field of the open book of a community, as a stranger is told of it. */
export async function told(
  { database }: Pick<Town, 'database'>,
  slug: string,
  fields: string,
  args = `(from: "${month(-11)}")`,
): Promise<{ book: Answer; codes: string[] }> {
  const source = `query ($slug: String!) { community(slug: $slug) { openBook${args} { ${fields} } } }`;
  const { data, codes } = await ask(database, STRANGER, source, { slug });
  return { book: data?.community?.openBook ?? null, codes };
}
