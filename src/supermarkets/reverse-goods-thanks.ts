import { recordedBefore, reverse } from '../bookkeeping/record';
import { authorise, personOf } from '../kernel/actor';
import { tenantRef } from '../kernel/global-id';
import { naming, Refusal } from '../kernel/refusal';
import { request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { entryByKey } from '../ledger/entry.reader';
import { needPlace } from '../society/place.reader';
import { residentById } from '../society/resident.reader';
import { isRegistrar } from '../society/society.policy';
import { GoodsThanksRow } from './goods-thanks.entity';
import { thanksOfLot, thanksRequest } from './goods-thanks.reader';
import { lotById, type Lot } from './lot.reader';
import { storeById } from './store.reader';
import { isStorekeeperOf } from './supermarkets.policy';
import { refuseOwnGift } from './thank-for-goods';

const PATH = ['lotId'];

/**
 * Takes back, with a reason, the credits by which a resident was thanked for the goods of a lot, by
 * the mirror of their entry (A1; the store's storekeepers, cadres and officers of the community;
 * never their own). The month's room comes back with it, and the giver may be thanked otherwise.
 * Credits that are spent or handed on cannot be taken back.
 *
 * Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `NOT_CREDITED`, `OWN_GIFT`, `INSUFFICIENT_CREDITS` (facts
 * `available`, `required`), `REVERSED_BEFORE`, `BOOKS_BUSY`, `KEY_UNUSABLE`, `KEY_REUSED`.
 */
export async function reverseGoodsThanks(
  work: UnitOfWork,
  input: { idempotencyKey: string; lotId: string; reason: string },
): Promise<Lot> {
  const lot = await needLot(work, input.lotId);
  const { communityId, id: lotId } = lot;
  const reversedBy = personOf(work.actor);
  const asked = request('reverseGoodsThanks', input);
  if (await recordedBefore(work, communityId, asked)) return lot;
  const reason = readReason(input.reason, ['reason']);
  const db = await work.begin();
  await db.query(
    `select turn from goods_thanks
     where community_id = $1 and lot_id = $2 and reversed_at is null for update`,
    [communityId, lotId],
  );
  // Of two equal requests at once, the second has waited for the first.
  if (await recordedBefore(work, communityId, asked)) return lot;
  const [standing] = await thanksOfLot.read(db, communityId, [lotId]);
  if (standing?.thanks !== 'credits') throw new Refusal('NOT_CREDITED', {}, PATH);
  const [giver] = await residentById.read(db, communityId, [standing.residentId]);
  if (giver) refuseOwnGift(work, giver, PATH);
  const entry = await entryByKey(db, communityId, thanksRequest(standing).key);
  if (!entry) throw new Error(`The thanks for lot ${lotId} lost their entry`);
  await naming(PATH, () => reverse(work, entry, { request: asked, occurredAt: work.now, reason }));
  await db.update(
    GoodsThanksRow,
    { communityId, lotId, turn: standing.turn },
    { reversedBy, reversedAt: work.now, reverseReason: reason },
  );
  return lot;
}

async function needLot(work: UnitOfWork, globalId: string): Promise<Lot> {
  const { communityId, id } = tenantRef('Lot', globalId, PATH);
  const [lot] = await lotById.read(work.db, communityId, [id]);
  if (!lot) throw new Refusal('ID_UNKNOWN', { type: 'Lot' }, PATH);
  const [store] = await storeById.read(work.db, communityId, [lot.storeId]);
  const at = await needPlace(work, communityId, PATH);
  const keeps = store !== undefined && isStorekeeperOf(work.actor, store.operatorId);
  authorise(work.actor, keeps || isRegistrar(work.actor, at));
  return lot;
}
