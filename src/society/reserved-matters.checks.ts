import type { Check } from '../ledger/verify';

/** What reserved matters must be, as `verify` checks it. */
export const RESERVED_MATTER_CHECKS: readonly Check[] = [
  {
    name: 'reserved-matters-once',
    says: 'Nowhere is an act reserved twice at one moment.',
    sql: `select one.community_id, one.id, other.id as other_id, one.act
      from reserved_matter one
      join reserved_matter other on other.community_id = one.community_id
        and other.act = one.act and other.id > one.id
        and (one.valid_until is null or other.valid_from < one.valid_until)
        and (other.valid_until is null or one.valid_from < other.valid_until)
      where one.valid_until is distinct from one.valid_from
        and other.valid_until is distinct from other.valid_from`,
  },
];
