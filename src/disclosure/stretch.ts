/** The kinds of account that hold money until it is used, and between which it moves. */
export const HOLDING = ['poolAvailable', 'projectGifts', 'grantCommitted', 'operatorOwed'] as const;
export type Holding = (typeof HOLDING)[number];

export function isHolding(kind: string): kind is Holding {
  return (HOLDING as readonly string[]).includes(kind);
}

/** Money that came to an account: a stretch of what came in there, and whose it is. */
export interface Stretch {
  /** Which of the things that are followed together it belongs to. */
  readonly origin: string;
  readonly accountId: string;
  readonly kind: Holding;
  /** The pool. */
  readonly holderId: string;
  /** The grant, or the store and the month. */
  readonly about: string;
  readonly start: bigint;
  readonly end: bigint;
  /** When it came there. */
  readonly since: Date;
}

/** In the order in which they are told: what is done, what is on its way, what is left. */
export const STAGES = {
  spent: 'Paid for a grant: a milestone of it.',
  spent_on_goods: 'Paid for welfare goods, in a store and a month.',
  used: 'Used, for more than is told one by one.',
  owed_to_operator: 'For welfare goods that were exchanged; the operator has yet to be paid.',
  committed: 'Promised to a grant and not yet paid.',
  refunded: 'Given back to the giver.',
  returned: "Taken back by the giver's bank for good.",
  disputed: "Held: the giver's bank asks it back, and it is not decided.",
  held: 'It arrived otherwise than was asked for; a person has to decide what becomes of it.',
  for_project: 'Not used yet: it waits for the project that it was given for.',
  in_pool: 'Not used yet: the pool holds it.',
} as const;
export type Stage = keyof typeof STAGES;

/** What became of an amount. */
export interface Found {
  readonly origin: string;
  readonly minor: bigint;
  readonly stage: Stage;
  /** When that happened; null where nothing has happened yet. */
  readonly at: Date | null;
  readonly grantId?: string;
  readonly trancheId?: string;
  readonly storeId?: string;
  /** `2026-03`; null where it follows from `at`. */
  readonly month?: string | null;
}

/**
 * Stretches that lie next to each other, as one: many small uses of one month are paid as one. The
 * accounts stay in the order in which they were come upon.
 */
export function joined(stretches: readonly Stretch[]): Stretch[] {
  const accounts = new Map<string, Stretch[]>();
  for (const stretch of stretches) {
    const key = `${stretch.origin} ${stretch.accountId}`;
    const known = accounts.get(key);
    if (known) known.push(stretch);
    else accounts.set(key, [stretch]);
  }
  return [...accounts.values()].flatMap(joinedOnAccount);
}

function joinedOnAccount(stretches: Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const next of stretches.sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = whole.at(-1);
    if (last?.end !== next.start) whole.push(next);
    else whole[whole.length - 1] = { ...last, end: next.end, since: later(last.since, next.since) };
  }
  return whole;
}

export function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
