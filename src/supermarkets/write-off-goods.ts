import { authorise, personOf } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { dayOf } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { request, type Request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { claimAttachment } from '../attachments/claim-attachment';
import { draft, record } from '../bookkeeping/record';
import { STOCK } from '../bookkeeping/rules/stock';
import { needPlace } from '../society/place.reader';
import { readPieces } from './goods-intake';
import { needLot, type Lot } from './lot.reader';
import { sayingLotShort } from './lot-short';
import { storeOf } from './store.reader';
import { goodsAsset } from './supermarket-assets';
import { isStaffOf } from './supermarkets.policy';
import { mayWriteOffAlone } from './write-off-limit.reader';
import { WriteOffRow, type WriteOffReason } from './write-off.entity';
import { writtenOffBefore } from './write-off.reader';

export interface WriteOffGoods {
  readonly idempotencyKey: string;
  readonly lotId: string;
  /** Pieces, 1 to 100,000. */
  readonly quantity: number;
  readonly reason: WriteOffReason;
  /** Needed where the reason is another one. */
  readonly note?: string | null;
  /** An Attachment that who asks has uploaded. */
  readonly photoId?: string | null;
}

/**
 * Writes off pieces of a lot that nobody can use any more (A1; the storekeepers and clerks of the
 * store's operator). Within the store's limit they leave the lot at once; beyond it they stay until
 * a second person has approved it. Refuses: `ID_UNKNOWN`, `QUANTITY_OUT_OF_RANGE`,
 * `WRITE_OFF_NOTE`, `TEXT_LENGTH`, `LOT_RECALLED`, `LOT_STILL_GOOD`, `LOT_SHORT`,
 * `OTHER_COMMUNITY`, `ATTACHMENT_TAKEN`, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function writeOffGoods(work: UnitOfWork, input: WriteOffGoods): Promise<WriteOffRow> {
  const asked = request('writeOffGoods', input);
  const lot = await needLot(work, input.lotId, ['lotId']);
  const store = await storeOf(work, lot);
  authorise(work.actor, isStaffOf(work.actor, store.operatorId));
  const before = await writtenOffBefore(work, lot.communityId, asked);
  if (before) return before;
  const wanted = await readWriteOff(work, lot, input, asked);
  const alone = await mayWriteOffAlone(work, store, lot, wanted.pieces);
  const entryId = alone
    ? await postWriteOff(work, lot, wanted, { asked, path: ['quantity'] })
    : null;
  const row = { ...wanted, state: alone ? ('posted' as const) : ('waiting' as const), entryId };
  const db = await work.begin();
  await db.insert(WriteOffRow, row);
  const { communityId, id } = row;
  const about = { kind: 'WriteOff', id };
  if (input.photoId)
    await claimAttachment(work, communityId, input.photoId, { about }, ['photoId']);
  return row;
}

type Wanted = Omit<WriteOffRow, 'state' | 'entryId'>;

async function readWriteOff(
  work: UnitOfWork,
  lot: Lot,
  input: WriteOffGoods,
  { key, fingerprint }: Request,
): Promise<Wanted> {
  const { communityId, id: lotId, storeId } = lot;
  const { reason } = input;
  const pieces = readPieces(input);
  if (reason === 'other' && !input.note) throw new Refusal('WRITE_OFF_NOTE', {}, ['note']);
  const note = input.note ? readReason(input.note, ['note']) : null;
  if (lot.recalledAt) throw new Refusal('LOT_RECALLED', {}, ['lotId']);
  const { timeZone } = await needPlace(work, communityId, ['lotId']);
  const over = lot.expiresOn !== null && lot.expiresOn < dayOf(work.now, timeZone);
  if (reason === 'expired' && !over) throw new Refusal('LOT_STILL_GOOD', {}, ['reason']);
  if (pieces > lot.stock) throw new Refusal('LOT_SHORT', { available: lot.stock }, ['quantity']);
  return {
    ...{ communityId, id: newId(), storeId, lotId, pieces, reason, note, key, fingerprint },
    ...{ askedBy: personOf(work.actor), askedAt: work.now, decidedBy: null, decidedAt: null },
    ...{ declineReason: null, reversedBy: null, reversedAt: null, reverseReason: null },
  };
}

/** The one entry of a write-off; where a till was faster, the lot has too little: at `path`. */
export async function postWriteOff(
  work: UnitOfWork,
  { productId }: Lot,
  { communityId, id: writeOffId, storeId, lotId, reason, pieces }: Wanted,
  { asked, path }: { readonly asked: Request; readonly path: readonly string[] },
): Promise<string> {
  const quantity = amount(goodsAsset(productId), pieces);
  const facts = { writeOffId, storeId, lotId, reason, quantity };
  const how = { request: asked, occurredAt: work.now };
  const drafted = draft(STOCK.goodsWrittenOff, facts, how);
  const [recorded] = await sayingLotShort(
    () => path,
    () => record(work, communityId, drafted),
  );
  if (!recorded) throw new Error('A write-off came to nothing');
  return recorded.entryId;
}
