import { authorise, personOf } from '../kernel/actor';
import { amount } from '../kernel/amount';
import type { TenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import { ownRequest, request, type Request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { draft, record, recordedBefore } from '../bookkeeping/record';
import { STOCK } from '../bookkeeping/rules/stock';
import { holdLot, needLot, type Lot } from './lot.reader';
import { onwardLots } from './onward-lots';
import { storeOf } from './store.reader';
import { goodsAsset } from './supermarket-assets';
import { isStorekeeperOf } from './supermarkets.policy';

export interface RecallLot {
  readonly idempotencyKey: string;
  readonly lotId: string;
  readonly reason: string;
}

/** How often a till may take from the lot between our reading and our moving. */
const TRIES = 20;

/**
 * Calls a lot back (A1; storekeepers of the store's operator): what is left of it leaves the shelf
 * at once, and the till takes nothing of it any more; so does what became of it in every store that
 * it was sent on to, whoever runs that. Once more it moves what voided exchanges have brought back
 * since; the first reason stays. Each lot is held, and then it is looked again: what was just being
 * received of it waits for us, or has become a lot that is found now. Refuses: `ID_UNKNOWN`,
 * `TEXT_LENGTH`, `KEY_REUSED`, `KEY_UNUSABLE`.
 */
export async function recallLot(work: UnitOfWork, input: RecallLot): Promise<Lot> {
  const asked = request('recallLot', input);
  const found = await needLot(work, input.lotId, ['lotId']);
  const store = await storeOf(work, found);
  authorise(work.actor, isStorekeeperOf(work.actor, store.operatorId));
  // It may have been done since it was read.
  if (await recordedBefore(work, found.communityId, asked))
    return await needLot(work, input.lotId, ['lotId']);
  const reason = readReason(input.reason, ['reason']);
  const asOf = (id: string) => (id === found.id ? asked : ownRequest(`${asked.key}/onward/${id}`));
  await holdLot(work, found);
  const done = new Set<string>();
  for (;;) {
    const lots = [found, ...(await onwardLots(work.db, found))].filter(({ id }) => !done.has(id));
    if (lots.length === 0) return await needLot(work, input.lotId, ['lotId']);
    for (const lot of inOrder(lots)) {
      await mark(work, await holdLot(work, lot), reason);
      await moveAway(work, lot, asOf(lot.id));
      done.add(lot.id);
    }
  }
}

/** By their books, so that those who call back what crossed do not wait in a circle. */
const inOrder = (lots: readonly TenantRef[]) =>
  lots.toSorted((a, b) => (a.communityId + a.id < b.communityId + b.id ? -1 : 1));

async function mark(work: UnitOfWork, lot: Lot, reason: string): Promise<void> {
  if (lot.recalledAt) return;
  await work.db.query(
    `update lot set recalled_at = $3, recalled_by = $4, recall_reason = $5
     where lot.community_id = $1 and lot.id = $2`,
    [lot.communityId, lot.id, work.now, personOf(work.actor), reason],
  );
}

/** Moves what is left. The ledger decides: where a till was faster, there is less, and we look. */
async function moveAway(
  work: UnitOfWork,
  { communityId, id }: TenantRef,
  asked: Request,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const { storeId, productId, stock } = await holdLot(work, { communityId, id });
    if (stock === 0) return;
    const quantity = amount(goodsAsset(productId), stock);
    const facts = { storeId, lotId: id, quantity };
    const how = { request: asked, occurredAt: work.now };
    try {
      await record(work, communityId, draft(STOCK.lotRecalled, facts, how));
      return;
    } catch (error) {
      const less = error instanceof Refusal && error.code === 'OUT_OF_STOCK';
      if (!less || tries === TRIES) throw error;
    }
  }
}
