import fc from 'fast-check';
import type { PostedLeg } from '../../src/ledger/leg.reader';

/** Which leg covered so much of which other: sequences and an amount. */
export type Covered = readonly [brought: bigint, took: bigint, amount: bigint];

/** Unit by unit: the first that is taken is the first that came. */
export function byHand(legs: readonly PostedLeg[]): Covered[] {
  const units = (brought: boolean) =>
    legs
      .filter(({ amount, normalSide }) => amount * BigInt(normalSide) > 0n === brought)
      .flatMap(({ seq, amount }) => Array.from({ length: Math.abs(Number(amount)) }, () => seq));
  const [came, gone] = [units(true), units(false)];
  const pairs = new Map<string, Covered>();
  for (const [i, took] of gone.entries()) {
    const brought = came[i]!;
    const amount = (pairs.get(`${brought} ${took}`)?.[2] ?? 0n) + 1n;
    pairs.set(`${brought} ${took}`, [brought, took, amount]);
  }
  return [...pairs.values()];
}

/**
 * Runs of acts alike: some hundred small gifts, one large use, some uses in a row. Now and then one
 * entry brings and takes at once, the taking first, as a reposted entry may.
 */
const runs = fc.array(
  fc.record({
    times: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 200, max: 420 })),
    sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
    does: fc.constantFrom('bring', 'bring', 'take', 'take all', 'take and bring'),
  }),
  { minLength: 1, maxLength: 7 },
);

function toActs(drawn: typeof runs extends fc.Arbitrary<infer T> ? T : never): bigint[][] {
  let balance = 0n;
  return drawn.flatMap(({ times, sizes, does }) =>
    Array.from({ length: times }, (_, i) => {
      const wanted = BigInt(sizes[i % sizes.length]!);
      const act =
        does === 'take and bring'
          ? [-(balance + 1n), balance + 1n + wanted]
          : does === 'take all' && balance > 0n
            ? [-balance]
            : [does === 'bring' || balance < wanted ? wanted : -wanted];
      balance += act.reduce((sum, each) => sum + each, 0n);
      return act;
    }),
  );
}

export const lives = runs.map(toActs);

const small = Array.from({ length: 300 }, () => [1n]);
/** One gift, and its uses behind hundreds of others. */
export const FAR_APART = [[50n], [-5n], ...small, [-5n], ...small, ...small, [-5n]];
