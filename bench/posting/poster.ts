import 'reflect-metadata';
import { createDataSource } from '../../ormconfig';
import { record } from '../../src/bookkeeping/record';
import { SYSTEM } from '../../src/kernel/actor';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import type { Draft } from '../../src/ledger/draft';
import { speedOf } from '../arithmetic';
import { takeJobs } from '../processes/child';
import { NEW, openings, type Kind } from './drafts';
import { SHAPE } from './shape';

/** Posts through `record()` as commands do, in a process of its own. */
export interface PostJob {
  readonly does: 'open' | 'post';
  readonly books: string;
  readonly kind: Kind;
  readonly inFlight: number;
  readonly seconds: number;
  /** Stops after so many entries, where that comes first. */
  readonly most?: number;
}

export interface Posted {
  /** Entries acknowledged, each once, whenever they came back. */
  readonly entries: number;
  readonly perSecond: number;
  readonly meanMs: number;
  readonly p99Ms: number;
  /** Requests that were sent twice, and those of which not exactly one was new. */
  readonly repeated: number;
  readonly wrong: number;
}

const [url = ''] = process.argv.slice(2);
const source = createDataSource(url);
const ready = source.initialize();

async function work(job: PostJob): Promise<Posted | number> {
  await ready;
  if (job.does === 'open') return await open(job);
  return await post(job);
}

/** In calls of some size, as a seed would. */
async function open({ books, kind }: PostJob): Promise<number> {
  const all = openings(kind);
  for (let first = 0; first < all.length; first += 250)
    await inUnitOfWork(source, SYSTEM, (unit) =>
      record(unit, books, ...all.slice(first, first + 250)),
    );
  return all.length;
}

async function post({ books, kind, inFlight, seconds, most = Infinity }: PostJob): Promise<Posted> {
  const times: number[] = [];
  const count = { entries: 0, repeated: 0, wrong: 0, begun: 0 };
  const send = async (draft: Draft): Promise<boolean> => {
    const [recorded] = await inUnitOfWork(source, SYSTEM, (unit) => record(unit, books, draft));
    return recorded?.repeated === false;
  };
  const started = performance.now();
  const deadline = started + seconds * 1000;
  const loop = async () => {
    while (performance.now() < deadline && count.begun < most) {
      count.begun += 1;
      const draft = NEW[kind]();
      const begun = performance.now();
      if (count.begun % SHAPE.oneRepeatedIn === 0) {
        // Sometimes at the same moment, sometimes afterwards: both must come to one entry.
        const first = send(draft);
        if (count.begun % (2 * SHAPE.oneRepeatedIn) === 0) await first;
        const news = await Promise.all([first, send(draft)]);
        count.repeated += 1;
        if (news.filter(Boolean).length !== 1) count.wrong += 1;
      } else if (!(await send(draft))) count.wrong += 1;
      const ended = performance.now();
      count.entries += 1;
      if (ended <= deadline) times.push(ended - begun);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, loop));
  const took = Math.min(performance.now(), deadline) - started;
  return {
    ...{ entries: count.entries, repeated: count.repeated, wrong: count.wrong },
    ...speedOf(times, took),
  };
}

takeJobs(work, () => source.destroy());
