import type { Check } from '../ledger/verify';

/** What thanks and the ledger must agree on, as `verify` checks it. */
export const GOODS_GIFT_CHECKS: readonly Check[] = [
  {
    name: 'goods-gifts',
    says: 'Who was thanked for goods with credits has them, until taken back, and nobody else.',
    sql: `select coalesce(thanks.community_id, entry.community_id) as community_id,
        thanks.lot_id, entry.id
      from (select * from goods_thanks where thanks = 'credits') thanks
      full join (select * from ledger_entry where rule = 'goodsGiftCredited') entry
        on entry.community_id = thanks.community_id
        and entry.key = 'own/goods-gift/' || thanks.lot_id
          || case when thanks.turn = 1 then '' else '/' || thanks.turn end
      left join ledger_entry mirror on mirror.community_id = entry.community_id
        and mirror.reversal_of = entry.id
      where thanks.lot_id is null or entry.id is null
        or (mirror.id is null) <> (thanks.reversed_at is null)
        or entry.facts->>'residentId' <> thanks.resident_id::text
        or entry.facts->'credits'->>'minor' <> thanks.credits::text`,
  },
  {
    name: 'goods-gifts-shelved',
    says: 'Every lot of a gift is a gift to its store, and came by the entry of the gift.',
    sql: `select gift.community_id, gift.id, line.lot_id
      from goods_gift gift
      left join goods_gift_line line
        on line.community_id = gift.community_id and line.gift_id = gift.id
      left join lot on lot.community_id = line.community_id and lot.id = line.lot_id
      left join ledger_entry entry
        on entry.community_id = gift.community_id and entry.id = gift.entry_id
      where lot.id is null or lot.store_id <> gift.store_id or lot.source <> 'DONATED'
        or lot.entry_id <> gift.entry_id or entry.rule <> 'goodsGiftReceived'
        or entry.facts ->> 'giftId' <> gift.id::text`,
  },
  {
    name: 'goods-gifts-unnamed',
    says: 'The lots of a gift whose giver is not named do not tell whom they came from.',
    sql: `select gift.community_id, gift.id, line.lot_id from goods_gift gift
      join goods_gift_line line
        on line.community_id = gift.community_id and line.gift_id = gift.id
      join lot on lot.community_id = line.community_id and lot.id = line.lot_id
      where not gift.named
        and (lot.donor_organisation_id is not null or lot.donor_name is not null)`,
  },
  {
    name: 'goods-gifts-recorded',
    says: 'Every entry by which a gift of goods came has its gift, with a lot for each kind.',
    sql: `select entry.community_id, entry.id from ledger_entry entry
      left join goods_gift gift
        on gift.community_id = entry.community_id and gift.entry_id = entry.id
      where entry.rule = 'goodsGiftReceived' and (gift.id is null
        or jsonb_array_length(entry.facts -> 'lines') <> (select count(*) from goods_gift_line line
          where line.community_id = gift.community_id and line.gift_id = gift.id))`,
  },
  {
    name: 'goods-gifts-numbered',
    says: 'The gifts of a store are numbered from 1 without a gap.',
    sql: `select coalesce(gift.community_id, series.community_id) as community_id,
        coalesce(gift.store_id, series.store_id) as store_id, gift.gifts, series.last_number
      from (
        select community_id, store_id, count(*) as gifts, max(number) as last
        from goods_gift group by community_id, store_id
      ) gift
      full join goods_gift_series series
        on series.community_id = gift.community_id and series.store_id = gift.store_id
      where gift.gifts is distinct from series.last_number::bigint
        or gift.last is distinct from series.last_number`,
  },
  {
    name: 'goods-gifts-thanked',
    says: 'The lots of a gift are thanked as its slip says, a resident and nobody else.',
    sql: `select gift.community_id, gift.id, line.lot_id from goods_gift gift
      join goods_gift_line line
        on line.community_id = gift.community_id and line.gift_id = gift.id
      left join goods_thanks thanked
        on thanked.community_id = line.community_id and thanked.lot_id = line.lot_id
        and thanked.turn = 1
      where thanked.resident_id is distinct from gift.resident_id
        or (gift.resident_id is not null and thanked.thanks <> gift.thanks)`,
  },
  {
    name: 'goods-drives',
    says: 'A drive tells as many gifts and pieces as came in under it.',
    sql: `select drive.community_id, drive.id, drive.gifts, drive.pieces
      from goods_drive drive
      left join (
        select gift.community_id, gift.drive_id, count(distinct gift.id) as gifts,
          sum(lot.quantity) as pieces
        from goods_gift gift
        join goods_gift_line line
          on line.community_id = gift.community_id and line.gift_id = gift.id
        join lot on lot.community_id = line.community_id and lot.id = line.lot_id
        group by gift.community_id, gift.drive_id
      ) came on came.community_id = drive.community_id and came.drive_id = drive.id
      where drive.gifts <> coalesce(came.gifts, 0) or drive.pieces <> coalesce(came.pieces, 0)`,
  },
];
