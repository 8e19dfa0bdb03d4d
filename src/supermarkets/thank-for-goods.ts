import { draft, record } from '../bookkeeping/record';
import { CREDITS } from '../bookkeeping/rules/credits';
import { schemeFor, type CreditScheme } from '../credits/credit-scheme.reader';
import { earningRoom } from '../credits/earning-room';
import { authorise } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { dayOf, monthOf } from '../kernel/calendar';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import { naming, Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Draft } from '../ledger/draft';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import type { ResidentRow } from '../society/resident.entity';
import { isResident } from '../society/resident.policy';
import { needResidentHere } from '../society/resident.reader';
import { giftOfLot } from './goods-gift.reader';
import type { Thanks } from './goods-thanks.entity';
import { formerThanksOfLot, MOST_TURNS, thanksOfLot, thanksRequest } from './goods-thanks.reader';
import { goodsValueOn, valueOn } from './goods-value.reader';
import { lotById, type Lot } from './lot.reader';
import { storeById } from './store.reader';
import { isStaffOf } from './supermarkets.policy';

/**
 * Thanks a resident who gave the goods of a lot, with credits or with an acknowledgement, once and
 * never with both (A1: charity for welfare; the staff of the store's operator; never themselves).
 * The credits follow from the values of the day on which the goods came, and take up room in the
 * month where the scheme's cap covers them. Thanking again in the same way changes nothing; where
 * credits were taken back, the giver may be thanked otherwise.
 *
 * Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY`, `NOT_A_GIFT`, `LOT_CAME_FROM_STORE`, `RESIDENT_GONE`,
 * `OWN_GIFT`, `GIFT_THANKED`, `THANKED_TOO_OFTEN`, `NO_SCHEME`, `NO_GOODS_VALUE`,
 * `MONTHLY_CAP_REACHED`.
 */
export async function thankForGoods(
  work: UnitOfWork,
  input: { lotId: string; residentId: string; thanks: Thanks },
): Promise<Lot> {
  const lot = await needLot(work, input.lotId);
  const at = await needPlace(work, lot.communityId, LOT_PATH);
  const on = dayOf(lot.receivedAt, at.timeZone);
  const resident = await needResidentHere(work, input.residentId, on, ['residentId']);
  sameCommunity(resident, lot.communityId, ['residentId']);
  refuseOwnGift(work, resident, ['residentId']);
  if (lot.source !== 'DONATED' || lot.donorOrganisationId)
    throw new Refusal('NOT_A_GIFT', {}, LOT_PATH);
  if (lot.transferId) throw new Refusal('LOT_CAME_FROM_STORE', {}, LOT_PATH);
  const { thanks } = input;
  // A gift's slip has said already how its giver is thanked, unless that was taken back.
  const [gift] = await giftOfLot.read(work.db, lot.communityId, [lot.id]);
  const [former] = await formerThanksOfLot.read(work.db, lot.communityId, [lot.id]);
  if (gift && !former && (gift.residentId !== resident.id || gift.thanks !== thanks))
    throw new Refusal('GIFT_THANKED', {}, LOT_PATH);
  await thank(work, { lot, resident, at, thanks }, LOT_PATH);
  return lot;
}

const LOT_PATH = ['lotId'];

/** A lot that was given, with who gave it and how that is thanked. */
export interface Thanked {
  readonly lot: Lot;
  readonly resident: ResidentRow;
  /** Where the store lies. */
  readonly at: PlaceRow;
  readonly thanks: Thanks;
}

/**
 * Keeps how the giver of a lot is thanked, and credits what it earns. Refuses: `GIFT_THANKED`,
 * `THANKED_TOO_OFTEN`, `NO_SCHEME`, `NO_GOODS_VALUE`, `MONTHLY_CAP_REACHED`.
 */
export async function thank(
  work: UnitOfWork,
  { lot, resident, at, thanks }: Thanked,
  path: readonly string[],
): Promise<void> {
  const earned = thanks === 'credits' ? await readEarned(work, lot, at, path) : null;
  const { communityId, id: lotId } = lot;
  const db = await work.begin();
  const [first]: { turn: number }[] = await db.query(
    `insert into goods_thanks
       (community_id, lot_id, turn, resident_id, thanks, credits, decided_by, decided_at)
     select $1, $2, coalesce(max(turn), 0) + 1, $3, $4, $5, $6, $7
     from goods_thanks where community_id = $1 and lot_id = $2
     on conflict do nothing returning turn`,
    [
      ...[communityId, lotId, resident.id, thanks, earned?.credits.toString() ?? null],
      ...[work.actor.personId, work.now],
    ],
  );
  if (!first) {
    const [stands] = await thanksOfLot.read(db, communityId, [lotId]);
    if (stands?.residentId === resident.id && stands.thanks === thanks) return;
    throw new Refusal('GIFT_THANKED', {}, path);
  }
  const { turn } = first;
  if (turn > MOST_TURNS) throw new Refusal('THANKED_TOO_OFTEN', { most: MOST_TURNS }, path);
  if (earned) {
    const month = monthOf(lot.receivedAt, at.timeZone);
    const drafts = draftsOf(lot, resident, earned, { month, turn });
    await naming(path, () => record(work, communityId, ...drafts));
  }
}

async function needLot(work: UnitOfWork, globalId: string): Promise<Lot> {
  const { communityId, id } = tenantRef('Lot', globalId, LOT_PATH);
  const [lot] = await lotById.read(work.db, communityId, [id]);
  if (!lot) throw new Refusal('ID_UNKNOWN', { type: 'Lot' }, LOT_PATH);
  const [store] = await storeById.read(work.db, communityId, [lot.storeId]);
  authorise(work.actor, store !== undefined && isStaffOf(work.actor, store.operatorId));
  return lot;
}

/** Nobody thanks themselves: `OWN_GIFT`. */
export function refuseOwnGift(
  { actor }: UnitOfWork,
  resident: ResidentRow,
  path: readonly string[],
): void {
  const own = resident.personId !== null && resident.personId === actor.personId;
  if (own || isResident(actor, resident)) throw new Refusal('OWN_GIFT', {}, path);
}

interface Earned {
  readonly scheme: CreditScheme;
  readonly credits: bigint;
}

async function readEarned(
  work: UnitOfWork,
  lot: Lot,
  at: PlaceRow,
  path: readonly string[],
): Promise<Earned> {
  const scheme = await naming(path, () => schemeFor(work.db, at));
  const key = valueOn(scheme.id, lot.productId, dayOf(lot.receivedAt, at.timeZone));
  const [value] = await goodsValueOn.read(work.db, lot.communityId, [key]);
  if (!value) throw new Refusal('NO_GOODS_VALUE', {}, path);
  return { scheme, credits: BigInt(value.credits) * BigInt(lot.quantity) };
}

function draftsOf(
  lot: Lot,
  { id: residentId }: ResidentRow,
  { scheme, credits }: Earned,
  { month, turn }: { month: string; turn: number },
): Draft[] {
  const capped = scheme.capCoversGoods && scheme.monthlyCap !== null;
  const { id: lotId, receivedAt: occurredAt } = lot;
  const facts = {
    ...{ lotId, schemeId: scheme.id, residentId, month, capped },
    credits: amount(scheme.asset, credits),
  };
  const request = thanksRequest({ lotId, turn });
  return [
    ...(capped ? earningRoom(scheme, { residentId, month, occurredAt }) : []),
    draft(CREDITS.goodsGiftCredited, facts, { request, occurredAt }),
  ];
}
