import fc from 'fast-check';

/** How a gift comes to be paid, or not. */
const PATHS = [
  'paid',
  'declinedThenPaid',
  'pendingPaid',
  'pendingFailed',
  'pendingFailedThenPaid',
  'abandoned',
  'expiredThenPaid',
  'paidTwice',
  'paidLate',
  'heldBack',
  'monthly',
] as const;

/** What happens to a gift that was paid. */
const FATES = [
  'refundAsked',
  'refundAskedFails',
  'refundTooLarge',
  'dashboardRefund',
  'dashboardRefundFails',
  'disputeOpen',
  'disputeWon',
  'disputeLost',
  'inquiryClosed',
  'inquiryLost',
] as const;

/** What a monthly gift goes through after its first month. */
const MONTHS = ['paid', 'failed', 'failedThenPaid', 'paused', 'resumed', 'cancelled'] as const;

export type Path = (typeof PATHS)[number];
export type Fate = (typeof FATES)[number];
export type Month = (typeof MONTHS)[number];

export interface Gift {
  readonly minor: number;
  readonly to: 'pool' | 'campaign';
  readonly path: Path;
  readonly fates: readonly Fate[];
  readonly months: readonly Month[];
  readonly wallet: boolean;
}

/** What givers do to one foundation's pool, and what their banks do afterwards. */
export interface Life {
  readonly currency: 'CNY' | 'JPY' | 'USD';
  readonly settlement: { readonly currency: string; readonly rate: string } | null;
  readonly gifts: readonly Gift[];
  /** How much of what has arrived is promised to others before anything goes back, in percent. */
  readonly spends: number;
  readonly strange: boolean;
}

/** Amounts and rates that divide evenly, so that the order of parts moves no last cent. */
const gift = fc.record<Gift>({
  minor: fc.integer({ min: 5, max: 100 }).map((hundreds) => hundreds * 400),
  to: fc.constantFrom('pool', 'pool', 'campaign'),
  path: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Path>('paid') },
    { weight: PATHS.length, arbitrary: fc.constantFrom(...PATHS) },
  ),
  fates: fc.array(fc.constantFrom(...FATES), { maxLength: 2 }),
  months: fc.array(fc.constantFrom(...MONTHS), { minLength: 1, maxLength: 3 }),
  wallet: fc.boolean(),
});

const SETTLEMENTS = {
  CNY: { currency: 'usd', rate: '0.14' },
  JPY: { currency: 'usd', rate: '0.65' },
  USD: { currency: 'eur', rate: '0.92' },
} as const;

const life = fc
  .record({
    currency: fc.constantFrom('CNY', 'JPY', 'USD'),
    exchanged: fc.boolean(),
    gifts: fc.oneof(
      { weight: 3, arbitrary: fc.tuple(gift) },
      { weight: 1, arbitrary: fc.array(gift, { minLength: 2, maxLength: 4 }) },
    ),
    spends: fc.constantFrom(0, 0, 60, 100),
    strange: fc.integer({ min: 0, max: 9 }).map((side) => side === 0),
  })
  .map(({ exchanged, ...rest }): Life => ({
    ...rest,
    settlement: exchanged ? SETTLEMENTS[rest.currency] : null,
  }));

export function livesOf(seed: number, numRuns: number): Life[] {
  return fc.sample(life, { seed, numRuns });
}
