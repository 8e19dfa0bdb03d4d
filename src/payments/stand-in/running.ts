import { freeDue } from './balance';
import { type Deliver, sign } from './deliver';
import { type AskedBy, newEvent } from './event';
import type { NewId } from './ids';
import type { Keeping, Kept } from './kinds';
import { createObjects } from './objects';
import { settleDue } from './pay';
import { createReplays, type Replays } from './replays';
import { expireDue } from './session';
import { createSending } from './sending';
import type { Ways, World } from './world';
import { createWriting } from './writing';

/** A world in motion: whatever is done in it is kept, and its events are sent. */
export interface Running {
  readonly world: World;
  readonly replays: Replays;
  /** Does something at once, and resolves when it is kept. */
  run<T>(act: (world: World) => T, askedBy?: AskedBy): Promise<T>;
  advanceClock(seconds: number): void;
  /** Resolves when no event is on its way any more, and everything is kept. */
  settled(): Promise<void>;
  /** Sends what an earlier run did not bring to its receiver. */
  sendLeft(): void;
}

interface Parts {
  readonly kept: readonly Kept[];
  readonly keeping: Keeping | undefined;
  readonly newId: NewId;
  readonly clock: () => number;
  readonly deliver: Deliver;
  readonly secret: string;
  readonly ways: Ways;
}

export function createRunning({ kept, keeping, ...parts }: Parts): Running {
  const objects = createObjects(kept.filter(({ kind }) => kind !== 'replay'));
  let ahead = 0;
  let askedBy: AskedBy | null = null;
  let happened: string[] = [];
  const now = () => Math.floor(parts.clock() / 1000) + ahead;
  const world: World = {
    objects,
    newId: parts.newId,
    now,
    ways: parts.ways,
    announce: (type, object, before) => {
      happened.push(newEvent(world, type, object, { before, askedBy }).id);
    },
  };
  const replays = createReplays(
    kept.filter(({ kind }) => kind === 'replay'),
    now,
  );

  const writing = createWriting(keeping, () => [
    ...objects.takeChanged(),
    ...replays.takeChanged(),
  ]);
  const sending = createSending(async (id) => {
    await parts.deliver(sign(objects.get('event', id), parts.secret));
    objects.change('event', id, { pending_webhooks: 0 });
    await writing.write();
  });

  const run = async <T>(act: (world: World) => T, by: AskedBy | null = null): Promise<T> => {
    letTimePass(world);
    askedBy = by;
    try {
      return act(world);
    } finally {
      askedBy = null;
      const events = happened;
      happened = [];
      await writing.write();
      events.forEach(sending.send);
    }
  };

  return {
    world,
    replays,
    run,
    advanceClock: (seconds) => void (ahead += seconds),
    settled: async () => {
      await sending.settled();
      await writing.settled();
    },
    sendLeft: () => {
      for (const { id, pending_webhooks: left } of objects.all('event'))
        if (left > 0) sending.send(id);
    },
  };
}

/** What happens by itself when its time has come. */
function letTimePass(world: World): void {
  freeDue(world);
  settleDue(world);
  expireDue(world);
}
