import type { DataSource, EntityManager } from 'typeorm';
import { toCursor } from '../../src/kernel/page';
import { accountsById } from '../../src/ledger/account.reader';
import { totalsAsOf, type AccountAt } from '../../src/ledger/as-of.reader';
import { partsOf, stretchOf, type Stretch } from '../../src/ledger/follow.reader';
import { statement } from '../../src/ledger/leg.reader';
import { exchangesOn } from '../../src/supermarkets/exchange.reader';
import type { Arm } from '../arms';
import type { Measured } from '../arithmetic';
import { pick } from '../posting/facts';
import { once } from '../site';
import type { LongAccount } from './history';

/** What is read again and again, one call after the other, with something else each time. */
type Call = (db: EntityManager) => Promise<unknown>;

const PAGE = 50;

/** A slice of calls, each a fraction of a millisecond, needs no more to be steady. */
const SECONDS_MOST = 0.5;

/** A pool with a long history and one with a short one. */
export interface Grown {
  readonly long: LongAccount;
  readonly short: LongAccount;
  /** The account on which a store's exchanges stand, where there is one with many. */
  readonly exchanges?: LongAccount;
}

/** Whether a long history is felt by who reads in it. */
export function growthArms(find: () => Promise<Grown>, open: () => Promise<DataSource>): Arm[] {
  const arm = (name: string, prepare: (grown: Grown) => Promise<Call>): Arm => {
    const prepared = once(async () => prepare(await find()));
    return {
      ...{ name, ours: true },
      run: async (seconds) => {
        const call = await prepared();
        return await timed(call, (await open()).manager, Math.min(seconds, SECONDS_MOST));
      },
    };
  };
  const page =
    (after: (legs: number) => string | null) =>
    ({ long: { books, account, legs } }: Grown): Promise<Call> =>
      Promise.resolve((db) => statement(db, books, account, { first: PAGE, after: after(legs) }));
  const exchanges =
    (after: (legs: number) => string[] | null) =>
    ({ exchanges: store }: Grown): Promise<Call> => {
      if (!store) throw new Error('There is no store with many exchanges');
      const { books, account, legs } = store;
      const page = () => ({ after: after(legs), limit: PAGE, about: '' });
      return Promise.resolve((db) => exchangesOn.read(db, books, [account], page()));
    };
  const tracing = async (pool: LongAccount): Promise<Call> => {
    const gifts = await someGifts((await open()).manager, pool);
    return (db) => partsOf(db, pool.books, one(gifts), { after: null, limit: PAGE });
  };
  return [
    arm(
      'page first',
      page(() => null),
    ),
    arm(
      'page deep',
      page((legs) => toCursor([String(PAGE + pick(legs - PAGE))])),
    ),
    arm(
      'list first',
      exchanges(() => null),
    ),
    arm(
      'list deep',
      exchanges((legs) => [String(PAGE + pick(legs - PAGE))]),
    ),
    arm('balance now', ({ long: { books, account } }) =>
      Promise.resolve((db) => accountsById(db, books, [account])),
    ),
    arm('balance as of', async ({ long }) => {
      const moments = await someMoments((await open()).manager, long);
      return (db) => totalsAsOf(db, long.books, one(moments));
    }),
    arm('follow hundred', ({ short }) => tracing(short)),
    arm('follow million', ({ long }) => tracing(long)),
  ];
}

/** One of them, as a list. */
function one<T>(many: readonly T[]): T[] {
  const first = pick(many.length);
  return many.slice(first, first + 1);
}

async function timed(call: Call, db: EntityManager, seconds: number): Promise<Measured> {
  const started = performance.now();
  let calls = 0;
  for (; performance.now() < started + seconds * 1000; calls += 1) await call(db);
  const took = performance.now() - started;
  return { perSecond: (calls / took) * 1000, meanMs: took / calls };
}

const SAMPLES = 1000;

const places = ({ legs }: LongAccount) => Array.from({ length: SAMPLES }, () => 1 + pick(legs));

async function someMoments(db: EntityManager, long: LongAccount): Promise<AccountAt[]> {
  const rows: { moment: Date }[] = await db.query(
    `select recorded_at as moment from ledger_leg
     where community_id = $1 and account_id = $2 and seq = any ($3::bigint[])`,
    [long.books, long.account, places(long)],
  );
  return rows.map(({ moment }) => ({ accountId: long.account, moment }));
}

/** Where some gifts lie in what came into the pool. */
async function someGifts(db: EntityManager, pool: LongAccount): Promise<Stretch[]> {
  const rows: Record<'amount' | 'debits' | 'credits', string>[] = await db.query(
    `select amount, debits, credits from ledger_leg
     where community_id = $1 and account_id = $2 and amount < 0 and seq = any ($3::bigint[])`,
    [pool.books, pool.account, places(pool)],
  );
  return rows.map(({ amount, debits, credits }) =>
    stretchOf({
      ...{ accountId: pool.account, amount: BigInt(amount) },
      ...{ debits: BigInt(debits), credits: BigInt(credits) },
    }),
  );
}
