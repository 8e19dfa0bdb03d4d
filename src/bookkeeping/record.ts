import { toDecimal, type Amount } from '../kernel/amount';
import { Refusal } from '../kernel/refusal';
import { sameRequest, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { assetsById } from '../ledger/asset';
import { entryByKey, type Entry } from '../ledger/entry.reader';
import { legsOfEntries } from '../ledger/leg.reader';
import type { Outcome } from '../ledger/batch';
import type { Draft, Leg } from '../ledger/draft';
import { post } from '../ledger/post';
import { chartLine } from './chart';
import type { Rule } from './rule';

/** What was recorded. `repeated`: the same request had been recorded before; nothing was added. */
export interface Recorded {
  readonly entryId: string;
  readonly repeated: boolean;
  readonly recordedAt: Date;
}

/** A clock may run ahead of ours by this much before we call it the future. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** Writes an entry down by its rule; `record` posts it. */
export function draft<Facts>(
  rule: Rule<Facts>,
  facts: Facts,
  { request, occurredAt }: { request: Request; occurredAt: Date },
): Draft {
  const legs = rule.post(facts);
  return { rule: rule.name, request, facts: plain(facts), occurredAt, reversalOf: null, legs };
}

/**
 * Posts drafts into one set of books, all of them or none: the only way into the ledger. Inside an
 * open transaction it is part of it; otherwise it goes through the lane, together with whatever
 * else waits for these books at that moment, and stands for good once this returns.
 *
 * Refuses with the chart's refusal for the account that would run out (`INSUFFICIENT_CREDITS`,
 * `POOL_SHORT`, …; facts `available` and `required` as decimals, `holderId`, `about`, `asset`), or
 * with `KEY_REUSED`, `REVERSED_BEFORE`, `ACCOUNT_CLOSED`, `OCCURRED_IN_FUTURE`, `BOOKS_BUSY`.
 */
export async function record(
  work: UnitOfWork,
  communityId: string,
  ...drafts: Draft[]
): Promise<Recorded[]> {
  for (const each of drafts)
    if (each.occurredAt.getTime() > work.now.getTime() + CLOCK_SLACK_MS)
      throw new Refusal('OCCURRED_IN_FUTURE', {}, ['occurredAt']);
  const outcomes = await post(work, communityId, drafts, { together: true });
  const refused = outcomes.findIndex(({ outcome }) => REFUSED.has(outcome));
  if (refused >= 0) throw refusalOf(outcomes[refused], drafts[refused]);
  return outcomes.map(accepted);
}

const REFUSED = new Set<Outcome['outcome']>([
  'key_reused',
  'reversed_before',
  'closed',
  'below_limit',
]);

/** The entry that an equal request left before, or null; another body under its key is refused. */
export async function recordedBefore(
  work: UnitOfWork,
  communityId: string,
  request: Request,
): Promise<Entry | null> {
  const entry = await entryByKey(work.db, communityId, request.key);
  if (entry) sameRequest(entry.fingerprint, request);
  return entry;
}

/** Posts the mirror of an entry: the only correction there is, and at most one per entry. */
export async function reverse(
  work: UnitOfWork,
  original: Entry,
  how: { request: Request; occurredAt: Date; reason: string },
): Promise<Recorded> {
  const posted = await legsOfEntries(work.db, original.communityId, [original.id]);
  const assets = await assetsById(work.db, [...new Set(posted.map((leg) => leg.assetId))]);
  const legs: Leg[] = posted.flatMap((leg) =>
    assets
      .filter(({ id }) => id === leg.assetId)
      .map((asset) => ({ account: leg, asset, minor: -leg.amount })),
  );
  const [recorded] = await record(work, original.communityId, {
    rule: 'reversal',
    request: how.request,
    facts: { reason: how.reason, rule: original.rule },
    occurredAt: how.occurredAt,
    reversalOf: original.id,
    legs,
  });
  if (!recorded) throw new Error('A reversal came to nothing');
  return recorded;
}

function accepted(outcome: Outcome): Recorded {
  if (!('entryId' in outcome)) throw new Error(`${outcome.outcome} without a reason`);
  const { entryId, recordedAt } = outcome;
  return { entryId, repeated: outcome.outcome === 'repeated', recordedAt };
}

function refusalOf(outcome: Outcome | undefined, drafted: Draft | undefined): Refusal {
  switch (outcome?.outcome) {
    case 'key_reused':
      return new Refusal('KEY_REUSED', {}, ['idempotencyKey']);
    case 'reversed_before':
      return new Refusal('REVERSED_BEFORE');
    case 'closed':
      return new Refusal('ACCOUNT_CLOSED', { account: chartLine(outcome.leg.account.kind).title });
    case 'below_limit':
      return belowLimit(outcome.leg, outcome.available, drafted);
    case 'posted':
    case 'repeated':
    case 'withdrawn':
    case undefined:
      throw new Error('Nothing was refused');
  }
}

function belowLimit(leg: Leg, available: bigint, drafted: Draft | undefined): Refusal {
  const { kind, holderId, about, normalSide } = leg.account;
  const same = (other: Leg) =>
    other.account.kind === kind &&
    other.account.holderId === holderId &&
    other.account.about === about &&
    other.asset.id === leg.asset.id;
  const drawn = (drafted?.legs ?? []).filter(same).reduce((sum, each) => sum + each.minor, 0n);
  const required = -drawn * BigInt(normalSide);
  return new Refusal(chartLine(kind).refusal ?? 'LIMIT_REACHED', {
    available: toDecimal({ asset: leg.asset, minor: available }),
    required: toDecimal({ asset: leg.asset, minor: required }),
    availableMinor: available,
    requiredMinor: required,
    holderId,
    about,
    asset: leg.asset,
  });
}

/** Facts as plain JSON: an amount becomes its asset's code and minor units as a string. */
function plain(facts: unknown): unknown {
  if (typeof facts === 'bigint') return facts.toString();
  if (facts === null || typeof facts !== 'object') return facts;
  if (Array.isArray(facts)) return facts.map(plain);
  if (isAmount(facts)) return { asset: facts.asset.code, minor: facts.minor.toString() };
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, plain(value)]));
}

function isAmount(value: object): value is Amount {
  return 'asset' in value && 'minor' in value && typeof value.minor === 'bigint';
}
