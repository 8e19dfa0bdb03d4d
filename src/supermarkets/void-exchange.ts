import { authorise } from '../kernel/actor';
import { dayOf } from '../kernel/calendar';
import { tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { entriesById } from '../ledger/entry.reader';
import { recordedBefore, reverse } from '../bookkeeping/record';
import { needPlace } from '../society/place.reader';
import { residentById } from '../society/resident.reader';
import { refuseOwn } from './basket';
import { unmarkEmptied } from './emptied-lots';
import { needExchange, type Exchange } from './exchange.reader';
import { isStaffOf, isStorekeeperOf } from './supermarkets.policy';

export interface VoidExchange {
  readonly idempotencyKey: string;
  readonly exchangeId: string;
  readonly reason: string;
}

/**
 * Takes an exchange back by its mirror image, once: the goods are in their lots again, the credits
 * in the wallet, the pieces in the allowance of that month, and the pool owes that much less (A1;
 * storekeepers of the store's operator, and the clerk who recorded it on the same day).
 * Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `DAY_OVER`, `OWN_EXCHANGE`, `ALREADY_VOIDED`,
 * `OPERATOR_SETTLED`, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function voidExchange(work: UnitOfWork, input: VoidExchange): Promise<Exchange> {
  const asked = request('voidExchange', input);
  const exchange = await needExchange(work, tenantRef('Exchange', input.exchangeId, PATH));
  const { communityId, id } = exchange;
  authorise(work.actor, mayVoid(work, exchange));
  if (await recordedBefore(work, communityId, asked)) return exchange;
  const reason = readReason(input.reason, ['reason']);
  await refuseLate(work, exchange);
  await refuseOwnExchange(work, exchange);
  const [original] = await entriesById(work.db, communityId, [id]);
  if (!original) throw new Refusal('ID_UNKNOWN', { type: 'Exchange' }, PATH);
  await unmarkEmptied(
    work,
    communityId,
    exchange.lines.map(({ lotId }) => lotId),
  );
  await reverse(work, original, { request: asked, occurredAt: work.now, reason }).catch(explain);
  return exchange;
}

const PATH = ['exchangeId'];

function mayVoid({ actor }: UnitOfWork, { operatorId, actorId }: Exchange): boolean {
  const own = actorId !== null && actorId === actor.personId;
  return isStorekeeperOf(actor, operatorId) || (own && isStaffOf(actor, operatorId));
}

/** A clerk's own mistake can be mended until the day is over; then a storekeeper decides. */
async function refuseLate(work: UnitOfWork, exchange: Exchange): Promise<void> {
  if (work.actor.kind === 'system' || isStorekeeperOf(work.actor, exchange.operatorId)) return;
  const { timeZone } = await needPlace(work, exchange.communityId, PATH);
  if (dayOf(exchange.recordedAt, timeZone) !== dayOf(work.now, timeZone))
    throw new Refusal('DAY_OVER', {}, PATH);
}

async function refuseOwnExchange(work: UnitOfWork, exchange: Exchange): Promise<void> {
  const { communityId, residentId } = exchange;
  const [resident] = await residentById.read(work.db, communityId, [residentId]);
  refuseOwn(work, communityId, { residentId, personId: resident?.personId ?? null }, PATH);
}

function explain(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  const code = error.code === 'REVERSED_BEFORE' ? 'ALREADY_VOIDED' : error.code;
  throw new Refusal(code, error.facts, error.code === 'KEY_REUSED' ? error.path : PATH);
}
