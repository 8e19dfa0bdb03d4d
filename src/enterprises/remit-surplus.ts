import { draft, record, recordedBefore } from '../bookkeeping/record';
import { POOLS } from '../bookkeeping/rules/pools';
import { authorise, holdsAbove, type Actor } from '../kernel/actor';
import type { Amount } from '../kernel/amount';
import { dayOf, readDay, startOf, type Day } from '../kernel/calendar';
import { currency, readMoney, type MoneyInput } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import { request, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import { DeclarationRow } from './declaration.entity';
import {
  lockDeclaration,
  needDeclaration,
  outstandingOf,
  type Declaration,
} from './declaration.reader';
import { keepsEnterprise } from './enterprise.policy';
import { sayingWhatIsLeft } from './pledge-exceeded';
import { remittanceById, toRemittance, type Remittance } from './remittance.reader';
import { divide, routeOn, type Division } from './route';

export interface RemitSurplusInput {
  readonly idempotencyKey: string;
  readonly declarationId: string;
  readonly amount: MoneyInput;
  /** The day the money reached the bank. */
  readonly receivedOn: Day;
}

/**
 * Records that part of a promised surplus has arrived, and splits it over pools by the plan in
 * force that day, so that nothing is lost (C7; the enterprise's director or bookkeeper, or a
 * foundation's treasurer). What pools of other sets of books get is posted there, in the same
 * transaction.
 *
 * Refuses: `ID_UNKNOWN`, the refusals of amounts, `DAY_UNREADABLE`, `OCCURRED_IN_FUTURE`,
 * `RECEIVED_BEFORE_PERIOD`, `NO_PLAN`, `POOL_CLOSED`, `PLEDGE_EXCEEDED`, `KEY_UNUSABLE`,
 * `KEY_REUSED`.
 */
export async function remitSurplus(
  work: UnitOfWork,
  input: RemitSurplusInput,
): Promise<Remittance> {
  const named = await needDeclaration(work, input.declarationId, ['declarationId']);
  const books = await needPlace(work, named.communityId, ['declarationId']);
  authorise(work.actor, mayRemit(work.actor, named.enterpriseId, books));
  const asked = request('remitSurplus', input);
  const declared = await lockDeclaration(work, named);
  const before = await recordedBefore(work, books.id, asked);
  if (before) return toRemittance(before);
  const { division, receivedOn } = await divideReceived(work, declared, books, input);
  const occurredAt = startOf(receivedOn, books.timeZone);
  const entryId = await sayingWhatIsLeft(['amount'], () =>
    postEverywhere(work, declared, division, { request: asked, occurredAt }),
  );
  await settle(work, declared);
  const [remittance] = await remittanceById.read(work.db, books.id, [entryId]);
  if (!remittance) throw new Error('A remittance came to nothing');
  return remittance;
}

/** Reads what arrived, and divides it by the plan in force on that day. */
export async function divideReceived(
  work: UnitOfWork,
  declared: Declaration,
  books: PlaceRow,
  input: Pick<RemitSurplusInput, 'amount' | 'receivedOn'>,
): Promise<{ received: Amount; receivedOn: Day; division: Division }> {
  const received = readMoney(input.amount, currency(declared.currency), ['amount']);
  const receivedOn = readReceived(input.receivedOn, declared, dayOf(work.now, books.timeZone));
  const division = divide(received, await routeOn(work, declared, receivedOn));
  return { received, receivedOn, division };
}

export function mayRemit(actor: Actor, enterpriseId: string, books: PlaceRow): boolean {
  return (
    keepsEnterprise(actor, enterpriseId) ||
    holdsAbove(actor, books.lineage, 'foundation', 'treasurer')
  );
}

function readReceived(given: Day, { periodFrom }: DeclarationRow, today: Day): Day {
  const path = ['receivedOn'];
  const day = readDay(given, path);
  if (day > today) throw new Refusal('OCCURRED_IN_FUTURE', {}, path);
  if (day < periodFrom) throw new Refusal('RECEIVED_BEFORE_PERIOD', { first: periodFrom }, path);
  return day;
}

/**
 * Posts the remittance where it arrived and, under the same key, where it belongs; returns the
 * entry of the former. Sets of books are taken in the order of their ids, so that remittances that
 * cross each other's way never wait in a circle.
 */
async function postEverywhere(
  work: UnitOfWork,
  { communityId, enterpriseId, id: declarationId }: Declaration,
  { planId, at, parts }: Division,
  how: { request: Request; occurredAt: Date },
): Promise<string> {
  const home = draft(
    POOLS.surplusRemitted,
    { enterpriseId, declarationId, planId, at, parts: [...parts] },
    how,
  );
  const booksIds = new Set([communityId, ...parts.map(({ booksId }) => booksId)]);
  let entryId = '';
  for (const booksId of [...booksIds].sort()) {
    const own = parts.filter((part) => part.booksId === booksId);
    const facts = { enterpriseId, declarationId, from: at, parts: own };
    const away = () => draft(POOLS.surplusReceivedFromOtherBooks, facts, how);
    const [posted] = await record(work, booksId, booksId === communityId ? home : away());
    if (booksId === communityId) entryId = posted?.entryId ?? '';
  }
  return entryId;
}

/** Notes a promise that is kept in full, while the posting still holds its account. */
async function settle(work: UnitOfWork, declared: Declaration): Promise<void> {
  const { communityId, id } = declared;
  if ((await outstandingOf(work.db, declared)) === 0n)
    await work.db.update(DeclarationRow, { communityId, id }, { owing: false });
}
