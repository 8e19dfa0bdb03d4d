import type { DataSource } from 'typeorm';
import { createDataSource } from '../../../ormconfig';
import { newProcessor } from '../../../src/payments/new-processor';
import { connectProcessor, type Processor } from '../../../src/payments/processor';
import { startStandIn, type StandIn } from '../../../src/payments/stand-in/start-stand-in';
import { freshDatabase } from '../../support/database';
import { newWorld, type World } from '../../support/world';
import type { Recorded } from '../../payments/stripe-types';
import { recording } from '../requests';
import { newDice, type Dice } from './dice';
import { newLog, type Log } from './log';
import type { OnItsWay } from '../gifts';

const SECRET = 'whsec_of_the_lives';

/** One of the processes that share the database. */
export interface Process {
  readonly source: DataSource;
  readonly processor: Processor;
}

/** A city with its processor, in which lives are lived: in a quiet one, or where all goes wrong. */
export interface Stage {
  readonly world: World;
  readonly standIn: StandIn;
  readonly processes: readonly Process[];
  /** Events on their way; the quiet stage brings each one at once. */
  readonly events: OnItsWay[];
  readonly log: Log;
  /** All that was asked of the processor. */
  readonly requests: readonly Recorded[];
  /** Thrown anew for each batch of lives. */
  dice: Dice;
  readonly quiet: boolean;
  /** Refunds stay pending until they are ended. */
  pendingFirst: boolean;
  /** The moment of the story; it passes by `pass`. */
  now(): Date;
  pass(seconds: number): Promise<void>;
  close(): Promise<void>;
}

export async function newStage(start: number, quiet: boolean): Promise<Stage> {
  const database = await freshDatabase();
  const world = await newWorld(database.dataSource);
  const events: OnItsWay[] = [];
  const log = newLog();
  const requests: Recorded[] = [];
  const standIn = await startStandIn({
    clock: () => start,
    webhook: {
      secret: SECRET,
      deliver: async (event) => {
        log.add(event.payload);
        events.push(event);
        return Promise.resolve();
      },
    },
  });
  const sources = [database.dataSource];
  for (let each = quiet ? 1 : 0; each < 2 && !quiet; each += 1)
    sources.push(await createDataSource(database.url, 6).initialize());
  const processes = sources.map((source) => connected(source, standIn, requests));
  let ahead = 0;
  return {
    ...{
      world,
      standIn,
      processes,
      events,
      log,
      requests,
      quiet,
      dice: newDice(1),
      pendingFirst: false,
    },
    now: () => new Date(start + ahead * 1000),
    pass: async (seconds) => {
      ahead += seconds;
      await standIn.advanceClock(seconds);
      await standIn.settled();
    },
    close: async () => {
      await standIn.close();
      for (const each of sources.slice(1)) await each.destroy();
      await database.drop();
    },
  };
}

/** The client does not try again by itself: the lives have to stand each fault. */
function connected(
  source: DataSource,
  { url, host, port }: StandIn,
  requests: Recorded[],
): Process {
  const processor: Processor = {
    ...newProcessor({
      ...{ key: 'sk_test_of_the_lives', base: url, provider: 'local' },
      ...{ webhookSecret: SECRET, publicUrl: 'https://linli.example.org' },
      currencies: ['CNY', 'USD', 'EUR', 'HKD', 'JPY'],
    }),
    stripe: recording({ host, port }, requests),
  };
  connectProcessor(source, processor);
  return { source, processor };
}
