import fc from 'fast-check';
import { divide, type Route } from '../../src/enterprises/route';
import { POOLS } from '../../src/bookkeeping/rules/pools';
import { draft } from '../../src/bookkeeping/record';
import { amount } from '../../src/kernel/amount';
import { currency } from '../../src/kernel/currency';
import { ownRequest } from '../../src/kernel/request';

const CNY = currency('CNY');

/** Routes over up to 20 pools of three foundations in three sets of books. */
const routes = fc
  .array(
    fc.record({
      communityId: fc.constantFrom('home', 'street', 'city'),
      foundationId: fc.constantFrom('foundation 1', 'foundation 2', 'foundation 3'),
      weight: fc.integer({ min: 1, max: 1_000_000 }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((ways): Route => ({
    planId: 'plan',
    booksId: 'home',
    ways: ways.map(({ weight, ...pool }, i) => ({ pool: { ...pool, id: `pool ${i}` }, weight })),
  }));
const sums = fc.bigInt({ min: 1n, max: 10_000_000_000_000n });

test('a split never loses or makes a fen, and no share is further than one from its part', () => {
  fc.assert(
    fc.property(routes, sums, (route, minor) => {
      const { parts } = divide(amount(CNY, minor), route);
      const shares = parts.flatMap((part) => part.shares);
      expect(shares.reduce((sum, share) => sum + share.amount.minor, 0n)).toBe(minor);
      const whole = route.ways.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
      for (const { pool, weight } of route.ways) {
        const got = shares.find(({ poolId }) => poolId === pool.id)?.amount.minor ?? 0n;
        const exact = (minor * BigInt(weight)) / whole;
        expect(got === exact || got === exact + 1n).toBe(true);
      }
    }),
  );
});

test('no share is empty, each stands with its pool’s foundation and books, and entries balance', () => {
  fc.assert(
    fc.property(routes, sums, (route, minor) => {
      const { planId, at, parts } = divide(amount(CNY, minor), route);
      const pools = new Map(route.ways.map(({ pool }) => [pool.id, pool]));
      for (const part of parts)
        for (const { poolId, amount: share } of part.shares) {
          expect(share.minor > 0n).toBe(true);
          expect(pools.get(poolId)).toMatchObject({
            communityId: part.booksId,
            foundationId: part.foundationId,
          });
        }
      const facts = { enterpriseId: 'e', declarationId: 'd', planId, at, parts: [...parts] };
      const how = { request: ownRequest('split'), occurredAt: new Date() };
      const legs = [
        draft(POOLS.surplusRemitted, facts, how),
        ...['street', 'city']
          .map((booksId) => parts.filter((part) => part.booksId === booksId))
          .filter((own) => own.length > 0)
          .map((own) =>
            draft(POOLS.surplusReceivedFromOtherBooks, { ...facts, from: at, parts: own }, how),
          ),
      ].map((each) => each.legs);
      for (const each of legs) expect(each.reduce((sum, leg) => sum + leg.minor, 0n)).toBe(0n);
      const held = (kind: string) =>
        legs
          .flat()
          .filter((leg) => leg.account.kind === kind)
          .reduce((sum, leg) => sum + leg.minor, 0n);
      expect(held('dueTo') + held('dueFrom')).toBe(0n);
      expect(-held('poolAvailable')).toBe(minor);
    }),
  );
});

test('the bank is that of the first pool at home, or else of the first pool', () => {
  const way = (communityId: string, foundationId: string) => ({
    pool: { communityId, foundationId, id: foundationId },
    weight: 1,
  });
  const bankOf = (...ways: Route['ways'][number][]) =>
    divide(amount(CNY, 10), { planId: 'plan', booksId: 'home', ways }).at;
  expect(bankOf(way('city', 'f1'), way('home', 'f2'), way('home', 'f3'))).toEqual({
    ...{ booksId: 'home', foundationId: 'f2' },
  });
  expect(bankOf(way('city', 'f1'), way('street', 'f2')).foundationId).toBe('f1');
});
