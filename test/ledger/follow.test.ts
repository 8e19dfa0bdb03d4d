import fc from 'fast-check';
import { partsOf, stretchOf, uncovered } from '../../src/ledger/follow.reader';
import type { PostedLeg } from '../../src/ledger/leg.reader';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { byHand, FAR_APART, lives, type Covered } from './first-in-first-out';
import { live, pagesTouched, type History } from './history';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** All parts of a leg, page by page. */
async function allParts(history: History, leg: PostedLeg, limit: number) {
  const found = [];
  for (let after: string | null = null; ;) {
    const page = { after, limit };
    const { manager } = database.dataSource;
    const [parts = []] = await partsOf(manager, history.communityId, [stretchOf(leg)], page);
    found.push(...parts);
    if (parts.length < limit) return found;
    after = parts.at(-1)!.seq.toString();
  }
}

/** The first so many parts of many legs at once. */
const firstParts = (history: History, legs: readonly PostedLeg[], limit: number) =>
  partsOf(database.dataSource.manager, history.communityId, legs.map(stretchOf), {
    ...{ after: null, limit },
  });

const brings = ({ amount, normalSide }: PostedLeg) => amount * BigInt(normalSide) > 0n;
const size = ({ start, end }: { start: bigint; end: bigint }) => end - start;

test('what came first is used first, unit by unit, told alike from both ends', async () => {
  const met = { remaining: 0, manyParts: 0, farApart: 0, severalPages: 0 };
  await fc.assert(
    fc.asyncProperty(
      lives,
      fc.constantFrom(1 as const, -1 as const),
      fc.integer({ min: 1, max: 30 }),
      async (acts, side, limit) => {
        const history = await live(database.dataSource, side, acts);
        const { legs } = history;
        const reached = (leg: PostedLeg) =>
          leg.amount > 0n ? legs.at(-1)!.credits : legs.at(-1)!.debits;
        const expected = byHand(legs);
        const all = await firstParts(history, legs, 5000);
        const told = (way: boolean) =>
          legs.flatMap((leg, i) =>
            brings(leg) === way
              ? all[i]!.map((part): Covered =>
                  way ? [leg.seq, part.seq, size(part)] : [part.seq, leg.seq, size(part)],
                )
              : [],
          );
        expect(told(true)).toEqual(expected);
        expect(told(false)).toEqual(expected);
        for (const [i, leg] of legs.entries()) {
          const parts = all[i]!;
          const rest = uncovered(stretchOf(leg), reached(leg));
          const sum = parts.reduce((whole, part) => whole + size(part), rest);
          expect(sum).toBe(leg.amount < 0n ? -leg.amount : leg.amount);
          if (rest > 0n && parts.length > 0) met.remaining += 1;
          if (parts.length > 2) met.manyParts += 1;
          if (parts.some(({ seq }, n) => n > 0 && seq - parts[n - 1]!.seq > 256n))
            met.farApart += 1;
        }
        // A few of them page by page, wherever the pages are cut.
        const longest = [...legs.keys()]
          .sort((a, b) => all[b]!.length - all[a]!.length)
          .slice(0, 3);
        for (const i of [...longest, 0, legs.length - 1]) {
          expect(await allParts(history, legs[i]!, limit)).toEqual(all[i]);
          if (all[i]!.length > limit) met.severalPages += 1;
        }
      },
    ),
    { numRuns: 20, examples: [[FAR_APART, -1, 1]] },
  );
  // A law that never meets a case says nothing about it.
  expect(Object.entries(met).filter(([, often]) => often === 0)).toEqual([]);
}, 180_000);

test('a use taken back brings anew, behind all that had come in by then', async () => {
  const history = await live(
    database.dataSource,
    -1,
    [10n, 10n, -12n, 12n, -15n].map((change) => [change]),
  );
  const parts = await firstParts(history, history.legs, 10);
  expect(parts.map((each) => each.map((part) => [part.seq, size(part)]))).toEqual([
    [[3n, 10n]],
    [
      [3n, 2n],
      [5n, 8n],
    ],
    [
      [1n, 10n],
      [2n, 2n],
    ],
    [[5n, 7n]],
    [
      [2n, 8n],
      [4n, 7n],
    ],
  ]);
});

test('a page after what is not there, or not of this stretch, is empty or the first one', async () => {
  const history = await live(database.dataSource, 1, [[5n], [5n], [-3n], [-4n]]);
  const [first, second] = history.legs as [PostedLeg, PostedLeg];
  const seqs = async (leg: PostedLeg, after: string) => {
    const { manager } = database.dataSource;
    const page = { after, limit: 9 };
    const [parts = []] = await partsOf(manager, history.communityId, [stretchOf(leg)], page);
    return parts.map((part) => [part.seq, size(part)]);
  };
  expect(await seqs(first, '4')).toEqual([]);
  expect(await seqs(first, '999999999999999999')).toEqual([]);
  expect(await seqs(first, '0')).toEqual([
    [3n, 3n],
    [4n, 2n],
  ]);
  expect(await seqs(second, '3')).toEqual([[4n, 2n]]);
  const [[none], nobody] = await Promise.all([
    partsOf(database.dataSource.manager, first.accountId, [stretchOf(first)], {
      after: '1',
      limit: 9,
    }),
    partsOf(database.dataSource.manager, history.communityId, [], { after: null, limit: 9 }),
  ]);
  expect([none, nobody]).toEqual([[], []]);
});

test('following one gift among thousands touches a handful of pages', async () => {
  const gifts = (count: number) => Array.from({ length: count }, () => [2n]);
  const acts = [...gifts(1500), [-1001n], ...gifts(1500), [-999n], ...gifts(1000)];
  const history = await live(database.dataSource, -1, acts);
  const statement = 'select * from public.ledger_parts($1, $2, $3, $4, $5, null, 21)';
  const gift = history.legs[500]!;
  for (const leg of [gift, history.legs[3]!, history.legs[3500]!]) {
    const { accountId, start, end } = stretchOf(leg);
    const values = [history.communityId, [accountId], [true], [start], [end]];
    // The first time in a session, PostgreSQL reads its own catalogue as well.
    await pagesTouched(database.dataSource, statement, values);
    expect(await pagesTouched(database.dataSource, statement, values)).toBeLessThan(130);
  }
  const [parts = []] = await firstParts(history, [gift], 21);
  expect(parts.map((part) => [part.seq, size(part)])).toEqual([
    [1501n, 1n],
    [3002n, 1n],
  ]);
}, 60_000);
