import fc from 'fast-check';
import { follow } from '../../src/disclosure/follow';
import { followGift } from '../../src/disclosure/gift-followed.reader';
import { summed, type FollowedRow } from '../../src/disclosure/parts';
import { isHolding } from '../../src/disclosure/stretch';
import { legsOfEntries } from '../../src/ledger/leg.reader';
import { stretchOf } from '../../src/ledger/follow.reader';
import { newPool } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';
import { acts, Both } from './both';
import { fate, type In, type Out } from './naive';

let database: FreshDatabase;
let world: World;
beforeAll(async () => {
  database = await freshDatabase();
  world = await newWorld(database.dataSource);
});
afterAll(() => database.drop());

const labelOf = ({ stage, grantId, trancheId, storeId, month }: FollowedRow) => {
  const now = stage === 'spent_on_goods' && !['2026-01', '2026-02'].includes(month ?? '');
  return [stage, grantId, trancheId, storeId, now ? 'now' : month].filter(Boolean).join(' ');
};

/** How much went where, by label. */
type Sums = Record<string, number>;

const add = (sums: Sums, label: string, minor: number) => {
  sums[label] = (sums[label] ?? 0) + minor;
};

function sumsOf(rows: readonly FollowedRow[]): Sums {
  const sums: Sums = {};
  for (const row of rows) add(sums, labelOf(row), Number(row.minor));
  return sums;
}

function fatesOf(units: readonly In[], into: Sums = {}): Sums {
  for (const unit of units) add(into, fate(unit).label, 1);
  return into;
}

/** What came in otherwise than as a gift, followed by the same means. */
async function followEntry({ pool }: Both, entryId: string): Promise<Sums> {
  const { manager } = database.dataSource;
  const { communityId } = pool;
  const legs = await legsOfEntries(manager, communityId, [entryId]);
  const begin = legs.flatMap((leg) => {
    const { kind, amount, accountId, holderId, about } = leg;
    if (!isHolding(kind) || amount > 0n) return [];
    const { start, end } = stretchOf(leg);
    return [{ origin: 'x', accountId, kind, holderId, about, start, end, since: new Date(0) }];
  });
  const owners = new Map([['x', { ownerId: 'x', currency: 'CNY' as const }]]);
  const found = await follow(manager, communityId, begin);
  return sumsOf(summed(found, { communityId, owners, timeZone: 'utc' }));
}

test('every gift is followed as fen by fen, whoever takes back what and when', async () => {
  const met = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(acts, async (lived) => {
      const both = new Both(database.dataSource, await newPool(database.dataSource, world.home));
      await both.life.fillBank(10_000);
      await both.live(lived);
      both.did.forEach((often, act) => met.set(act, (met.get(act) ?? 0) + often));
      const live = both.naive.settle();
      for (const { taken, back } of both.naive.gifts)
        for (const { own, mirror } of taken) {
          const what = `${own ? 'own' : 'stepped in'}${mirror ? ', failed' : ''}`;
          met.set(what, (met.get(what) ?? 0) + back.length);
        }

      for (const [gift, units] of live) {
        const expected = fatesOf(units);
        for (const { label, minor, failed } of gift.back) if (!failed) add(expected, label, minor);
        const { donationId } = both.given.get(gift)!;
        const { communityId } = both.pool;
        const rows = await followGift(database.dataSource.manager, communityId, donationId);
        const told = sumsOf(rows);
        expect(told).toEqual(expected);
        expect(Object.values(told).reduce((a, b) => a + b, 0)).toBe(gift.units.length);
        if (gift.back.every(({ failed }) => failed)) expect(told).not.toHaveProperty('refunded');
      }
      for (const [entryId, units] of both.others)
        expect(await followEntry(both, entryId)).toEqual(fatesOf(units));

      // Each fen that was used was somebody's, and nobody's twice.
      const used = both.naive.sources().flatMap((unit): Out[] => {
        const { out } = fate(unit);
        return out?.ends ? [out] : [];
      });
      expect(new Set(used).size).toBe(used.length);
      expect(used.length).toBe(both.naive.ended().length);
    }),
    { numRuns: 40 },
  );
  // A law that never meets a case says nothing about it.
  expect(met.size).toBe(18);
}, 300_000);
