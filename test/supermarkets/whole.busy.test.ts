import { setTimeout as sleep } from 'node:timers/promises';
import type { Act } from './whole/acts';
import { poolsOf } from './whole/books';
import { liveRound, type Met } from './whole/live';
import { Model } from './whole/model';
import { newTown, type Town } from './whole/town';

/**
 * A machine so busy that it does one thing at a time, each a while after it was decided on: what
 * the stories of the town meet now and then happens here each time.
 */
function busy(town: Town): Town {
  let before: Promise<unknown> = Promise.resolve();
  const run: Town['run'] = (...asked) => {
    const done = before.then(() => sleep(20)).then(() => town.run(...asked));
    before = done.catch(() => undefined);
    return done;
  };
  return { ...town, run };
}

const lines = (pieces: number) => [{ product: 0, pieces }];
const BEGIN: readonly Act[] = [
  {
    ...{ does: 'receive', store: 0, product: 0, pieces: 5, cents: 20, source: 'DONATED' },
    ...{ keeps: null, times: 1 },
  },
  { does: 'serve', who: 0, hours: 30, minutes: 120 },
  { does: 'confirm', which: 0, bySelf: false },
  { does: 'exchange', store: 0, who: 0, lines: lines(3), hours: 0, times: 1, under: null },
  { does: 'start', store: 0 },
];
const VOID: Act = { does: 'void', which: 0, times: 2 };
const COUNT: Act = { does: 'count', store: 0, which: 0, off: 0, minutes: 0 };
const CLOSE: Act = { does: 'close', store: 0 };
const APPROVE: Act = { does: 'approve', store: 0, bySelf: false, times: 2 };
/** Half an hour old: it left the shelf before the count, and is sent in after it. */
const LATE: Act = {
  ...{ does: 'batch', store: 0, times: 1 },
  items: [{ who: 0, lines: lines(1), hours: 0.5, twice: 'no' }],
};

/** What was met, and what is left of the lot. */
async function live(once: readonly Act[], after: readonly Act[]): Promise<[Met, number[]]> {
  const town = await newTown(new Date('2031-01-12T01:00:00Z'));
  try {
    const model = new Model(busy(town), await poolsOf(town));
    const met: Met = new Map();
    await liveRound(model, { atOnce: false, acts: BEGIN }, met);
    await liveRound(model, { atOnce: true, acts: once }, met);
    await liveRound(model, { atOnce: false, acts: after }, met);
    return [met, model.lots.map(({ left }) => left)];
  } finally {
    await town.close();
  }
}

test('what was brought back at the moment of a count was there when it was counted', async () => {
  const [met, left] = await live([VOID, COUNT], [CLOSE, APPROVE]);
  const done = ['exchange', 'void at once', 'count at once', 'close', 'approve'];
  expect(done.map((what) => met.get(what))).toEqual(done.map(() => 1));
  // Two were counted where the books had all five.
  expect(left).toEqual([2]);
}, 60_000);

test('what was sent in late, after a stock-take was closed, keeps it from approval', async () => {
  const [met, left] = await live([COUNT, CLOSE, LATE], [APPROVE, CLOSE, APPROVE]);
  const done = ['count at once', 'close at once', 'batch at once', 'approve LOT_MOVED'];
  expect([...done, 'close', 'approve'].map((what) => met.get(what))).toEqual([1, 1, 1, 1, 1, 1]);
  expect(left).toEqual([2]);
}, 60_000);
