import { setTimeout as sleep } from 'node:timers/promises';
import type { Act } from './whole/acts';
import { poolsOf } from './whole/books';
import { liveRound, type Met } from './whole/live';
import { Model } from './whole/model';
import { newTown, type Town } from './whole/town';

/** A busy machine: whatever somebody decides on is asked a while later. */
const busy = (town: Town): Town => ({
  ...town,
  run: async (...asked) => {
    await sleep(20);
    return await town.run(...asked);
  },
});

const BEFORE: readonly Act[] = [
  {
    ...{ does: 'receive', store: 0, product: 0, pieces: 5, cents: 20, source: 'DONATED' },
    ...{ keeps: null, times: 1 },
  },
  { does: 'serve', who: 0, hours: 30, minutes: 120 },
  { does: 'confirm', which: 0, bySelf: false },
  {
    ...{ does: 'exchange', store: 0, who: 0, lines: [{ product: 0, pieces: 3 }] },
    ...{ hours: 0, times: 1, under: null },
  },
  { does: 'start', store: 0 },
];
const AT_ONCE: readonly Act[] = [
  { does: 'void', which: 0, times: 2 },
  { does: 'count', store: 0, which: 0, off: 0, minutes: 0 },
];
const AFTER: readonly Act[] = [
  { does: 'close', store: 0 },
  { does: 'approve', store: 0, bySelf: false, times: 2 },
];

test('on a busy machine too, pieces are back before a count if they were brought before it', async () => {
  const town = await newTown(new Date('2031-01-12T01:00:00Z'));
  try {
    const model = new Model(busy(town), await poolsOf(town));
    const met: Met = new Map();
    await liveRound(model, { atOnce: false, acts: BEFORE }, met);
    await liveRound(model, { atOnce: true, acts: AT_ONCE }, met);
    await liveRound(model, { atOnce: false, acts: AFTER }, met);
    const done = ['exchange', 'void at once', 'count at once', 'close', 'approve'];
    expect(done.map((what) => met.get(what))).toEqual(done.map(() => 1));
    // Two were counted where the books had all five.
    expect(model.lots.map(({ left }) => left)).toEqual([2]);
  } finally {
    await town.close();
  }
}, 60_000);
