import type { Measured, Round } from './arithmetic';

/** A row that is made of several figures. */
export interface Whole {
  readonly id: number;
  readonly name: string;
}

/** One row of the table in the report: ours ÷ a reference of the same round. */
export interface Metric {
  readonly id: number;
  readonly name: string;
  readonly better: 'higher' | 'lower';
  readonly floor: number;
  readonly goal: number;
  /** The arms whose slices it is made of. */
  readonly arms: readonly string[];
  readonly ours: (round: Round) => number;
  readonly reference: (round: Round) => number;
  /** For people only: this row is the worst of its parts. */
  readonly partOf?: Whole;
}

export const CLIENTS = [1, 16, 64] as const;

/** The names of a naive script's arms, one for each number of clients. */
export const naive = (script: string) => CLIENTS.map((clients) => `${script} pgbench ${clients}`);

const measured = (arm: string, what: keyof Measured) => (round: Round) => {
  const value = round[arm]?.[what];
  if (value === undefined) throw new Error(`The arm ${arm} has told no ${what}`);
  return value;
};

const speed = (arm: string) => measured(arm, 'perSecond');
const perCall = (arm: string) => measured(arm, 'meanMs');

/** The best that pgbench reached in this round over all numbers of clients. */
const best = (script: string) => (round: Round) =>
  Math.max(...naive(script).map((arm) => speed(arm)(round)));

type Text = Pick<Metric, 'id' | 'name' | 'floor' | 'goal'>;

/** More entries or answers per second than the best of pgbench. */
function against(script: string, arm: string, text: Text): Metric {
  const arms = [...naive(script), arm];
  return { ...text, better: 'higher', arms, ours: speed(arm), reference: best(script) };
}

/** The speed of one arm ÷ that of another. */
export function faster(arm: string, than: string, text: Text): Metric {
  return {
    ...text,
    better: 'higher',
    arms: [than, arm],
    ours: speed(arm),
    reference: speed(than),
  };
}

/** The time of one call ÷ that of another: growth should not be felt. */
export function slower(arm: string, than: string, text: Text): Metric {
  return {
    ...text,
    better: 'lower',
    arms: [than, arm],
    ours: perCall(arm),
    reference: perCall(than),
  };
}

const ENTRIES = 'two-leg entries through record()';

/** The table of the run on a small database; ids as in the issue that set the goals. */
export const METRICS: readonly Metric[] = [
  against('hot', 'hot record 64', {
    ...{ id: 1, floor: 8, goal: 15 },
    name: `${ENTRIES}, one hot account, 64 in flight ÷ best pgbench`,
  }),
  against('spread', 'spread record 64', {
    ...{ id: 2, floor: 3.5, goal: 7 },
    name: `${ENTRIES}, spread over 1,000 accounts, 64 in flight ÷ best pgbench`,
  }),
  faster('hot record 1', 'hot pgbench 1', {
    ...{ id: 3.1, floor: 0.75, goal: 1.05 },
    name: 'one at a time, two legs ÷ pgbench, 1 client',
  }),
  faster('till record 1', 'till pgbench 1', {
    ...{ id: 3.2, floor: 0.5, goal: 0.8 },
    name: 'one at a time, till (8 legs) ÷ pgbench, 1 client',
  }),
  against('till', 'till http 64', {
    ...{ id: 4, floor: 2, goal: 5 },
    name: 'till exchange over HTTP + GraphQL, signed in, 64 in flight ÷ best pgbench',
  }),
  {
    ...{ id: 5, floor: 1, goal: 0.3, better: 'lower' },
    name: 'p99 of 4 ÷ mean latency of pgbench, 64 clients',
    arms: ['till pgbench 64', 'till http 64'],
    ours: measured('till http 64', 'p99Ms'),
    reference: perCall('till pgbench 64'),
  },
  faster('mutation http', 'mutation raw', {
    ...{ id: 6.1, floor: 0.3, goal: 0.6 },
    name: 'mutation that changes nothing ÷ raw node:http, same bytes',
  }),
  faster('list http', 'list raw', {
    ...{ id: 6.2, floor: 0.3, goal: 0.6 },
    name: 'public list of 50 by GET (an answer kept for 30 s) ÷ raw node:http, same bytes',
  }),
  against('exchanges', 'exchanges http 64', {
    ...{ id: 7, floor: 0.15, goal: 0.4 },
    name: 'list of 50 exchanges, signed in ÷ its bare SQL, best pgbench',
  }),
  slower('page deep', 'page first', {
    ...{ id: 9.1, floor: 1.5, goal: 1.1 },
    name: 'deep page of a statement of 1,000,000 lines ÷ its first page',
  }),
  slower('balance as of', 'balance now', {
    ...{ id: 9.2, floor: 3, goal: 1.5 },
    name: 'balance as of a day ÷ balance, account of 1,000,000 legs',
  }),
  slower('follow million', 'follow hundred', {
    ...{ id: 9.3, floor: 3, goal: 1.5 },
    name: 'trace of a gift in a pool of 1,000,000 gifts ÷ in a pool of 100',
  }),
  {
    ...{ id: 10, floor: 1500, goal: 900, better: 'lower' },
    name: 'bytes on disk per two-leg entry, 400 bytes of facts, indexes included',
    arms: ['bytes per entry'],
    ours: measured('bytes per entry', 'bytes'),
    reference: () => 1,
  },
];
