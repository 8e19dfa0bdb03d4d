import { draft, record } from '../bookkeeping/record';
import { POOLS, type Party } from '../bookkeeping/rules/pools';
import { authorise } from '../kernel/actor';
import type { Amount } from '../kernel/amount';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { cityRef } from '../kernel/global-id';
import { naming, Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Draft } from '../ledger/draft';
import { needOrganisation } from '../society/organisation.reader';
import { needBooks } from '../society/place.reader';
import { isTreasurer } from './pool.policy';

export interface SettleClearing {
  readonly idempotencyKey: string;
  readonly payer: PartyInput;
  readonly payee: PartyInput;
  readonly amount: MoneyInput;
  readonly occurredAt?: Date | null;
}

/** A foundation (Organisation) with the place (Place) in whose books it acts. */
export interface PartyInput {
  readonly communityId: string;
  readonly foundationId: string;
}

/** The pair of entries under one key, and what was paid. */
export interface Settlement {
  readonly payer: Party;
  readonly payee: Party;
  readonly amount: Amount;
  readonly paidEntryId: string;
  readonly receivedEntryId: string;
}

/** What was paid longer ago than this is a slip, as for an enterprise's periods. */
const OLDEST_YEARS = 10;

/**
 * A foundation pays what it holds for another, mostly of other books: an entry on each side, under
 * one key, in one transaction (the payer's treasurer). Never more than is owed: the ledger refuses.
 * Refuses: `ID_UNKNOWN`, `ORGANISATION_KIND`, `KEEPS_NO_BOOKS`, `SAME_PARTY`, `DUE_EXCEEDED`,
 * `BANK_SHORT`, `KEY_UNUSABLE`, `KEY_REUSED`, `OCCURRED_IN_FUTURE`, `PAID_TOO_LONG_AGO`, and what
 * readMoney refuses.
 */
export async function settleClearing(work: UnitOfWork, input: SettleClearing): Promise<Settlement> {
  const payer = await needParty(work, input.payer, 'payer');
  authorise(work.actor, isTreasurer(work.actor, payer.foundationId));
  const payee = await needParty(work, input.payee, 'payee');
  const sameBooks = payer.booksId === payee.booksId;
  if (sameBooks && payer.foundationId === payee.foundationId)
    throw new Refusal('SAME_PARTY', {}, ['payee', 'foundationId']);
  const amount = readMoney(input.amount, currency(input.amount.currency), ['amount']);
  const asked = request('settleClearing', input);
  const occurredAt = readPaid(work.now, input.occurredAt ?? work.now);
  const paid = draft(
    POOLS.clearingPaid,
    { foundationId: payer.foundationId, to: payee, amount },
    { request: asked, occurredAt },
  );
  // One key on both sides; only where they share their books the second needs one of its own.
  const received = draft(
    POOLS.clearingReceived,
    { foundationId: payee.foundationId, from: payer, amount },
    { request: sameBooks ? { ...asked, key: `received/${asked.key}` } : asked, occurredAt },
  );
  const [paidEntryId, receivedEntryId] = await naming(['amount'], () =>
    recordPair(work, [payer, paid], [payee, received]),
  );
  return { payer, payee, amount, paidEntryId, receivedEntryId };
}

function readPaid(now: Date, occurredAt: Date): Date {
  const oldest = new Date(now);
  oldest.setUTCFullYear(oldest.getUTCFullYear() - OLDEST_YEARS);
  if (occurredAt < oldest)
    throw new Refusal('PAID_TOO_LONG_AGO', { years: OLDEST_YEARS }, ['occurredAt']);
  return occurredAt;
}

/**
 * Records both sides in one transaction, in the order of their books, so that two settlements
 * against each other do not hold each other up.
 */
async function recordPair(
  work: UnitOfWork,
  ...sides: [party: Party, entry: Draft][]
): Promise<[string, string]> {
  await work.begin();
  const ids = new Map<Draft, string>();
  for (const [{ booksId }, entry] of sides.toSorted((a, b) =>
    a[0].booksId < b[0].booksId ? -1 : 1,
  )) {
    const [recorded] = await record(work, booksId, entry);
    if (recorded) ids.set(entry, recorded.entryId);
  }
  const [paid = '', received = ''] = sides.map(([, entry]) => ids.get(entry));
  return [paid, received];
}

async function needParty(work: UnitOfWork, given: PartyInput, field: string): Promise<Party> {
  const path = [field, 'foundationId'];
  const foundation = await needOrganisation(work, given.foundationId, path, 'foundation');
  const at = [field, 'communityId'];
  const books = await needBooks(work, cityRef('Place', given.communityId, at), at);
  return { booksId: books.id, foundationId: foundation.id };
}
