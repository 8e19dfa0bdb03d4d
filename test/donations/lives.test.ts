import { closeBoth, liveBoth, newBoth, type Both } from './lives/both';

/**
 * Whatever goes wrong between the processor and us, the books end as they do when nothing goes
 * wrong: random lives of gifts, each lived twice. A seed names the same lives again.
 */

const SEED = Number(process.env.LINLI_LIVES_SEED ?? 1);
const BATCHES = Number(process.env.LINLI_LIVES_BATCHES ?? 10);
const LIVES = Number(process.env.LINLI_LIVES ?? 25);

let both: Both;
beforeAll(async () => {
  both = await newBoth();
}, 60_000);
afterAll(() => closeBoth(both));

test.each(Array.from({ length: BATCHES }, (_, at) => SEED + at))(
  'lives of seed %i',
  async (seed) => {
    const since = Date.now();
    await liveBoth(both, seed, LIVES);
    console.log(seed, Date.now() - since);
  },
  60_000,
);
