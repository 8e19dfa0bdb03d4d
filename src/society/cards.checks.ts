import type { Check } from '../ledger/verify';

/** What `verify` checks of residents' cards; that one at most is good, an index holds. */
export const CARD_CHECKS: readonly Check[] = [
  {
    name: 'cards-replaced',
    says: 'A card that ended without a reason was followed by a new one.',
    sql: `select ended.community_id, ended.id, ended.ended_at
      from resident_card ended
      where ended.ended_at is not null and ended.ended_because is null and not exists (
        select 1 from resident_card later
        where later.community_id = ended.community_id
          and later.resident_id = ended.resident_id
          and later.issued_at >= ended.ended_at and later.id <> ended.id)`,
  },
];
