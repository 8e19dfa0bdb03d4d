import type { Check } from '../ledger/verify';

/** What thanks and the ledger must agree on, as `verify` checks it. */
export const GOODS_GIFT_CHECKS: readonly Check[] = [
  {
    name: 'goods-gifts',
    says: 'Whoever was thanked for goods with credits has them, and nobody else has any.',
    sql: `select coalesce(thanks.community_id, entry.community_id) as community_id,
        thanks.lot_id, entry.id
      from (select * from goods_thanks where thanks = 'credits') thanks
      full join (select * from ledger_entry where rule = 'goodsGiftCredited') entry
        on entry.community_id = thanks.community_id
        and entry.key = 'own/goods-gift/' || thanks.lot_id
      where thanks.lot_id is null or entry.id is null
        or entry.facts->>'residentId' <> thanks.resident_id::text
        or entry.facts->'credits'->>'minor' <> thanks.credits::text`,
  },
];
