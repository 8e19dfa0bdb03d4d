import { authorise } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { dayOf } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import { request, type Request } from '../kernel/request';
import { doneMeanwhile, type UnitOfWork } from '../kernel/unit-of-work';
import { draft, record, recordedBefore } from '../bookkeeping/record';
import { GOODS_GIFTS } from '../bookkeeping/rules/goods-gifts';
import { needPlace } from '../society/place.reader';
import { markEmptied } from './emptied-lots';
import { needDriveOn } from './goods-drive.reader';
import { GoodsGiftRow } from './goods-gift.entity';
import {
  readGiver,
  readKinds,
  type GivenKind,
  type Giver,
  type ReceiveGoodsGift,
} from './goods-gift-input';
import { GoodsGiftLineRow } from './goods-gift-line.entity';
import { newGiftLink } from './goods-gift-link';
import { goodsGiftById } from './goods-gift.reader';
import { LotRow } from './lot.entity';
import { lotById } from './lot.reader';
import type { GiftWithSlip } from './print-goods-slip';
import { needStore } from './store.reader';
import { goodsAsset } from './supermarket-assets';
import { isStaffOf } from './supermarkets.policy';
import { refuseOwnGift, thank } from './thank-for-goods';

/**
 * Receives the goods that one giver brings at once: a lot for each kind, one entry, one slip (A1;
 * the operator's storekeepers and clerks). How the giver is thanked is decided here, because the
 * slip says it: a resident with credits or with an acknowledgement, everybody else with an
 * acknowledgement. Asked again, it answers the same gift, with a further follow word.
 *
 * Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY`, `ONE_GIVER`, `RESIDENT_GONE`, `OWN_GIFT`,
 * `CREDITS_FOR_RESIDENTS`, `DRIVE_NOT_BEGUN`, `DRIVE_ENDED`, `NO_LINES`, `TOO_MANY_LINES`,
 * `QUANTITY_OUT_OF_RANGE`, `DAY_UNREADABLE`, `LOT_EXPIRED`, `TEXT_LENGTH`, `NO_SCHEME`,
 * `NO_GOODS_VALUE`, `MONTHLY_CAP_REACHED`, `TOO_MANY_SLIPS`, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function receiveGoodsGift(
  work: UnitOfWork,
  input: ReceiveGoodsGift,
): Promise<GiftWithSlip> {
  const asked = request('receiveGoodsGift', input);
  const store = await needStore(work, input.storeId, ['storeId']);
  authorise(work.actor, isStaffOf(work.actor, store.operatorId));
  const { communityId } = store;
  const before = await recordedGift(work, communityId, asked);
  if (before) return await withSlip(work, before);
  const at = await needPlace(work, communityId, ['storeId']);
  const giver = await readGiver(work, at, input);
  const { resident } = giver;
  if (resident) refuseOwnGift(work, resident, ['residentId']);
  const thanks = input.thanks ?? 'acknowledgement';
  if (thanks === 'credits' && !resident) throw new Refusal('CREDITS_FOR_RESIDENTS', {}, ['thanks']);
  const day = dayOf(work.now, at.timeZone);
  const drive = input.driveId ? await needDriveOn(work, input.driveId, { communityId, day }) : null;
  const kinds = await readKinds(work, at, input.lines);
  const gift = {
    ...{ communityId, id: newId(), storeId: store.id, driveId: drive?.id ?? null, thanks },
    ...{ residentId: resident?.id ?? null, organisationId: giver.organisationId },
    ...{ giverName: giver.giverName, named: giver.named },
    ...{ receivedBy: work.actor.personId, receivedAt: work.now },
  };
  const lots = await shelve(work, gift, { giver, kinds, asked });
  if (resident)
    for (const lot of await lotById.read(work.db, communityId, lots))
      await thank(work, { lot, resident, at, thanks }, ['thanks']);
  const received = await recordedGift(work, communityId, asked);
  if (!received) throw new Error('A gift of goods came to nothing');
  return await withSlip(work, received);
}

/** Who asks again with the same key asks for one more slip. */
const withSlip = async (work: UnitOfWork, gift: GoodsGiftRow): Promise<GiftWithSlip> => ({
  gift,
  followToken: await newGiftLink(work, gift, ['idempotencyKey']),
});

/** The gift that an equal request has left before. */
async function recordedGift(
  work: UnitOfWork,
  communityId: string,
  asked: Request,
): Promise<GoodsGiftRow | null> {
  const entry = await recordedBefore(work, communityId, asked);
  if (!entry) return null;
  const [gift] = await goodsGiftById.read(work.db, communityId, [String(entry.facts.giftId)]);
  return gift ?? null;
}

type NewGift = Omit<GoodsGiftRow, 'number' | 'entryId'>;

/** Puts the goods into lots by one entry, and tells the lots. */
async function shelve(
  work: UnitOfWork,
  gift: NewGift,
  { giver, kinds, asked }: { giver: Giver; kinds: readonly GivenKind[]; asked: Request },
): Promise<string[]> {
  const { communityId, id: giftId, storeId, driveId } = gift;
  const db = await work.begin();
  const number = await nextNumber(work, gift);
  for (const productId of [...new Set(kinds.map((kind) => kind.productId))].sort())
    await markEmptied(work, { communityId, storeId, productId });
  const lines = kinds.map((kind) => ({ ...kind, lotId: newId() }));
  const facts = {
    ...{ giftId, storeId, driveId },
    lines: lines.map(({ productId, lotId, quantity }) => ({
      ...{ productId, lotId, quantity: amount(goodsAsset(productId), quantity) },
    })),
  };
  const drafted = draft(GOODS_GIFTS.goodsGiftReceived, facts, {
    request: asked,
    occurredAt: work.now,
  });
  const [recorded] = await record(work, communityId, drafted);
  // Somebody else recorded it in this moment: nothing here may stand.
  if (!recorded || recorded.repeated) throw doneMeanwhile();
  const { entryId } = recorded;
  await db.insert(GoodsGiftRow, { ...gift, number, entryId });
  await db.insert(
    LotRow,
    lines.map(({ lotId, ...kind }) => ({
      ...{ ...kind, communityId, id: lotId, storeId, source: 'DONATED' as const, entryId },
      ...{ unitCost: null, poolId: null, receivedAt: work.now },
      ...{ donorName: nameOf(giver), donorOrganisationId: namedBody(giver) },
    })),
  );
  const given = lines.map(({ lotId }, n) => ({ communityId, giftId, n, lotId }));
  await db.insert(GoodsGiftLineRow, given);
  if (driveId) await countIn(work, gift, kinds);
  return lines.map(({ lotId }) => lotId);
}

const nameOf = ({ named, resident, giverName }: Giver) =>
  named ? (resident?.name ?? giverName) : null;

/** Everybody may see which body a lot came from: an unnamed one stands with the gift alone. */
const namedBody = ({ named, organisationId }: Giver) => (named ? organisationId : null);

async function nextNumber(work: UnitOfWork, { communityId, storeId }: NewGift): Promise<number> {
  const [row] = await read<{ number: number }>(
    work.db,
    `insert into goods_gift_series (community_id, store_id, last_number) values ($1, $2, 1)
     on conflict (community_id, store_id)
       do update set last_number = goods_gift_series.last_number + 1
     returning last_number number`,
    [communityId, storeId],
  );
  if (!row) throw new Error('A series gave no number');
  return row.number;
}

async function countIn(work: UnitOfWork, gift: NewGift, kinds: readonly GivenKind[]) {
  await work.db.query(
    `update goods_drive set gifts = gifts + 1, pieces = pieces + $3
     where community_id = $1 and id = $2`,
    [gift.communityId, gift.driveId, kinds.reduce((sum, { quantity }) => sum + quantity, 0)],
  );
}
