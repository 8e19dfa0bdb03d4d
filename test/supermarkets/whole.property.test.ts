import { storyOf } from './whole/acts';
import { poolsOf } from './whole/books';
import { liveRound, type Met } from './whole/live';
import { Model } from './whole/model';
import { newTown } from './whole/town';

/**
 * A town with two stores, their neighbours and all that can happen to them, one thing after the
 * other and many at once from several processes: whatever happens, the books are right and hold
 * what somebody slow would have counted by hand. `LINLI_WHOLE_SEED` names other stories (one that
 * failed happens again by its number), `LINLI_WHOLE_SEEDS` how many, `LINLI_WHOLE_ROUNDS` how long.
 */

const FIRST = Number(process.env.LINLI_WHOLE_SEED ?? 1);
const SEEDS = Number(process.env.LINLI_WHOLE_SEEDS ?? 5);
const ROUNDS = Number(process.env.LINLI_WHOLE_ROUNDS ?? 24);

const met: Met = new Map();

test.each(Array.from({ length: SEEDS }, (_, at) => FIRST + at))(
  'story %i: every piece, credit, allowance and yuan is where it ought to be',
  async (seed) => {
    const { rounds, startsAt } = storyOf(seed, ROUNDS);
    const town = await newTown(startsAt);
    try {
      const model = new Model(town, await poolsOf(town));
      for (const [i, round] of rounds.entries())
        await liveRound(model, round, met).catch((error: unknown) => {
          const story = `Story ${seed}, round ${i}: ${JSON.stringify(round)}`;
          process.stderr.write(`${String(error)}\n${story}\n`);
          throw error;
        });
    } finally {
      await town.close();
    }
  },
  60_000 + ROUNDS * 5_000,
);

/** A single story need not meet everything. */
const few = SEEDS * ROUNDS < 100;
if (few)
  process.stderr.write('Skipped what the stories met: they are too few to meet everything.\n');
(few ? test.skip : test)('the stories met what they are about', () => {
  if (process.env.LINLI_WHOLE_MET) process.stderr.write(`${JSON.stringify([...met].sort())}\n`);
  const often = (what: string) => met.get(what) ?? 0;
  for (const [what, times] of Object.entries(AT_LEAST))
    expect([what, often(what) >= (times * SEEDS * ROUNDS) / 100]).toEqual([what, true]);
});

/** How often in a hundred rounds. Where all are refused, nothing is tried. */
const AT_LEAST: Readonly<Record<string, number>> = {
  ...{ exchange: 20, 'exchange at once': 20, void: 8, 'void at once': 8, batch: 10 },
  ...{ 'batch at once': 10, 'resend at once': 3, 'receive at once': 20, 'confirm at once': 10 },
  ...{ approve: 0.5, 'count at once': 1, recall: 1, thank: 4, expire: 4, 'expire at once': 2 },
};
