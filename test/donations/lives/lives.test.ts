import { closeBoth, liveBoth, newBoth, type Both } from './both';

/**
 * Whatever goes wrong between the processor and us, the books end as they do when nothing goes
 * wrong: 250 random lives of gifts, each lived twice. `LINLI_LIVES_SEED` names others, and a
 * seed that failed names the same ones again.
 */

const FIRST = Number(process.env.LINLI_LIVES_SEED ?? 1);
const SEEDS = Number(process.env.LINLI_LIVES_SEEDS ?? 10);

let both: Both;
beforeAll(async () => {
  both = await newBoth();
}, 60_000);
afterAll(() => closeBoth(both));

test.each(Array.from({ length: SEEDS }, (_, at) => FIRST + at))(
  'lives of seed %i end as they would have in peace',
  (seed) => liveBoth(both, seed),
  120_000,
);
