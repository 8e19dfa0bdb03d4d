import { readDay, readPeriod, startOf, type Day } from '../kernel/calendar';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { cityRef, sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import { isRule } from '../bookkeeping/rules/chapters';
import type { PlaceRow } from '../society/place.entity';

/** What is searched for, as a client writes it; all of it holds at once. */
export interface JournalFilterInput {
  readonly rule?: string | null;
  readonly from?: Day | null;
  readonly until?: Day | null;
  readonly accountId?: string | null;
  readonly amount?: MoneyInput | null;
  readonly actorId?: string | null;
}

/** The same, read; what is not searched by is null. */
export interface JournalFilter {
  readonly rule: string | null;
  readonly from: Date | null;
  readonly until: Date | null;
  readonly accountId: string | null;
  readonly assetId: string | null;
  readonly minor: bigint | null;
  readonly actorId: string | null;
}

/**
 * Reads what is searched for in the books of a place; null where nothing is. Refuses:
 * `RULE_UNKNOWN`, `DAY_UNREADABLE`, `PERIOD_EMPTY`, `ID_UNKNOWN`, `OTHER_COMMUNITY` and the
 * refusals of amounts.
 */
export function readFilter(
  { id: booksId, timeZone }: PlaceRow,
  given: JournalFilterInput | null | undefined,
): JournalFilter | null {
  const { rule, from, until, accountId, amount, actorId } = given ?? {};
  const at = (name: string) => ['find', name];
  if (rule && !isRule(rule))
    throw new Refusal('RULE_UNKNOWN', { given: rule.slice(0, 40) }, at('rule'));
  if (from && until) readPeriod({ from, until }, ['find']);
  const beginOf = (day: Day, name: string) => startOf(readDay(day, at(name)), timeZone);
  const money = amount ? readMoney(amount, currency(amount.currency), at('amount')) : null;
  const filter = {
    rule: rule || null,
    from: from ? beginOf(from, 'from') : null,
    until: until ? beginOf(until, 'until') : null,
    accountId: accountId ? accountOf(accountId, booksId, at('accountId')) : null,
    assetId: money?.asset.id ?? null,
    minor: money?.minor ?? null,
    actorId: actorId ? cityRef('Person', actorId, at('actorId')) : null,
  };
  return Object.values(filter).some((value) => value !== null) ? filter : null;
}

function accountOf(globalId: string, booksId: string, path: string[]): string {
  return sameCommunity(tenantRef('Account', globalId, path), booksId, path);
}
