import fc from 'fast-check';

/** What people of the town do. Numbers choose among what there is at the time. */

const HOUR_MS = 3_600_000;
const which = fc.nat(1000);
const some = (most: number) => fc.integer({ min: 1, max: most });
const act = <Does extends string, Rest extends object>(
  does: Does,
  rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
) => fc.record({ does: fc.constant(does), ...rest }) as fc.Arbitrary<{ does: Does } & Rest>;

const lines = fc.array(fc.record({ product: fc.nat(3), pieces: some(3) }), {
  minLength: 1,
  maxLength: 2,
});

/** So many times of ten it is something; else null. */
const at = <T>(ofTen: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: ofTen, arbitrary }, { weight: 10 - ofTen, arbitrary: fc.constant(null) });

/** How old an exchange is when it is sent in, in hours: most are of now; some clocks are wrong. */
const now = { weight: 8, arbitrary: fc.constant(0) };
const hoursOnline = fc.oneof(now, {
  weight: 3,
  arbitrary: fc.constantFrom(1, 24, 71, 73, -24, -1, -0.05),
});
const hoursOffline = fc.constantFrom(0, 0.5, 2, 5, 24, 30, 50, 71, 71.9, 73, -24, 24);

const ACTS = {
  receive: act('receive', {
    ...{
      store: fc.nat(1),
      product: fc.nat(3),
      pieces: some(7),
      cents: fc.integer({ min: 10, max: 200 }),
    },
    source: fc.constantFrom('DONATED', 'DONATED', 'PURCHASED', 'OPERATOR_OWNED', 'OPERATOR_OWNED'),
    keeps: at(6, fc.nat(40)),
    /** The same is asked so often. */
    times: some(2),
  }),
  exchange: act('exchange', {
    ...{ store: fc.nat(1), who: fc.nat(5), lines, hours: hoursOnline, times: some(3) },
    /** Under the key of an earlier one. */
    under: at(1, which),
  }),
  preview: act('preview', { store: fc.nat(1), who: fc.nat(5), lines, hours: hoursOnline }),
  void: act('void', { which, times: some(2) }),
  batch: act('batch', {
    store: fc.nat(1),
    items: fc.array(
      fc.record({
        ...{ who: fc.nat(5), lines, hours: hoursOffline },
        /** Sent twice: once more as it was, or with another body under the same key. */
        twice: fc.constantFrom('no', 'no', 'no', 'same', 'other'),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    times: some(2),
  }),
  resend: act('resend', { which, changed: fc.boolean() }),
  start: act('start', { store: fc.nat(1) }),
  count: act('count', {
    ...{ store: fc.nat(1), which, off: fc.integer({ min: -3, max: 2 }) },
    minutes: fc.constantFrom(0, 0, 5, 600),
  }),
  close: act('close', { store: fc.nat(1) }),
  approve: act('approve', {
    store: fc.nat(1),
    bySelf: fc.constantFrom(false, false, false, true),
    times: some(2),
  }),
  decline: act('decline', { store: fc.nat(1) }),
  recall: act('recall', { which }),
  clear: act('clear', {
    ...{ which, pieces: some(6) },
    end: fc.constantFrom('written_off' as const, 'returned' as const),
  }),
  serve: act('serve', {
    ...{ who: fc.nat(5), hours: fc.integer({ min: 2, max: 400 }) },
    minutes: fc.constantFrom(60, 90, 120),
  }),
  confirm: act('confirm', { which, bySelf: fc.constantFrom(false, false, false, true) }),
  reverse: act('reverse', { which }),
  freeze: act('freeze', { who: fc.nat(5) }),
  unfreeze: act('unfreeze', { who: fc.nat(5) }),
  thank: act('thank', {
    ...{ which, who: fc.nat(5) },
    thanks: fc.constantFrom('credits' as const, 'credits' as const, 'acknowledgement' as const),
  }),
  expire: act('expire', {}),
  seal: act('seal', {}),
  price: act('price', { product: fc.nat(3), credits: some(4) }),
  rule: act('rule', {
    store: at(6, fc.nat(1)),
    kind: fc.constantFrom('blackout' as const, 'minimum_age' as const, 'priority_price' as const),
    class: fc.constantFrom('grain' as const, 'care' as const, null),
    value: at(7, fc.nat(3)),
    days: at(8, some(4)),
  }),
  allowance: act('allowance', {
    class: fc.constantFrom('grain' as const, 'care' as const),
    pieces: fc.integer({ min: 0, max: 12 }),
    extra: fc.nat(4),
  }),
  state: act('state', { store: fc.nat(1), months: fc.nat(2) }),
  settle: act('settle', { store: fc.nat(1), months: fc.nat(2), times: some(2) }),
  /** None: until the eve of the day on which the next credits end. */
  pass: act('pass', { days: fc.constantFrom(0.2, 1, 1, 2, 5, 12, 20, 0, 0, 0, 0) }),
} as const;

type Acts = typeof ACTS;
export type Does = keyof Acts;
export type Act<Kind extends Does = Does> = {
  [Each in Kind]: Acts[Each] extends fc.Arbitrary<infer T> ? T : never;
}[Kind];
export type Line = Act<'exchange'>['lines'][number];

/** How often each comes. */
const WEIGHTS: Readonly<Record<Does, number>> = {
  ...{ receive: 16, exchange: 30, preview: 4, void: 8, batch: 8, resend: 3 },
  ...{ start: 4, count: 12, close: 6, approve: 9, decline: 1, recall: 2, clear: 2 },
  ...{ serve: 12, confirm: 14, reverse: 2, freeze: 1, unfreeze: 3, thank: 8 },
  ...{ expire: 8, seal: 2, price: 2, rule: 1, allowance: 2, state: 4, settle: 5, pass: 6 },
};

/** Of two of these at once nobody could tell which is the later one. */
const ONE_AT_ONCE: readonly Does[] = ['price', 'rule', 'allowance', 'state'];

/** Some acts, one after the other or all at once. */
export interface Round {
  readonly atOnce: boolean;
  readonly acts: readonly Act[];
}

const anyAct = fc.oneof(
  ...(Object.keys(ACTS) as Does[]).map((does) => ({
    weight: WEIGHTS[does],
    arbitrary: ACTS[does] as fc.Arbitrary<Act>,
  })),
);

const round = fc
  .record({ atOnce: fc.boolean(), acts: fc.array(anyAct, { minLength: 6, maxLength: 14 }) })
  .map(({ atOnce, acts }): Round => {
    if (!atOnce) return { atOnce, acts };
    const first = (each: Act, i: number) => acts.findIndex(({ does }) => does === each.does) === i;
    return {
      atOnce,
      acts: acts.filter(
        (each, i) => each.does !== 'pass' && (!ONE_AT_ONCE.includes(each.does) || first(each, i)),
      ),
    };
  });

/** Something to take and something to pay with: else most acts would be refused. */
const OPENING: readonly Act[] = [
  ...[0, 1].flatMap((store) =>
    [0, 1, 2, 3].flatMap((product) =>
      [null, 20, 6].map((keeps, i) => ({
        ...{ does: 'receive' as const, store, product, pieces: 4 + i, cents: 20, keeps, times: 1 },
        source: (['DONATED', 'OPERATOR_OWNED', 'PURCHASED'] as const)[(store + i) % 3]!,
      })),
    ),
  ),
  ...[0, 1, 2, 3, 4, 5].flatMap((who) => [
    { does: 'serve' as const, who, hours: 30 + who, minutes: 120 as const },
    { does: 'confirm' as const, which: who, bySelf: false },
  ]),
];

/** What happens in a town of some seed, and when it begins. */
export function storyOf(seed: number, rounds: number): { rounds: Round[]; startsAt: Date } {
  const begin = Date.UTC(2031, 0, 12, 1);
  return {
    rounds: [{ atOnce: false, acts: OPENING }, ...fc.sample(round, { seed, numRuns: rounds })],
    // So that some stories begin shortly before a month ends.
    startsAt: new Date(begin + (seed % 30) * 24 * HOUR_MS),
  };
}
