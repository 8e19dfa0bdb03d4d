import type { GroupBatch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import type { Currency } from '../kernel/currency';
import { read } from '../kernel/read';

/** What an organisation has had of grants in one community, in one currency. */
export interface CourtyardSums {
  readonly organisationId: string;
  readonly currency: Currency;
  readonly received: string;
  readonly returned: string;
  readonly accountedFor: string;
  readonly unaccounted: string;
}

/** The accounts of a grant, called `held`, in its community; the grant is called `granted`. */
export const HELD = `held.holder_id = granted.pool_id and held.about = granted.id::text
  and held.kind in ('grantExpense', 'grantAccountedFor')`;

/** Sums of what passed the books, out of the accounts of an organisation's grants. */
export const sumsOf: GroupBatch<CourtyardSums> = {
  many: true,
  read: (db, communityId, organisationIds) =>
    read(
      db,
      `select granted.grantee_id "organisationId", granted.currency,
         coalesce(sum(case held.kind when 'grantExpense' then held.debits else -held.credits end),
           0)::text received,
         coalesce(sum(case held.kind when 'grantExpense' then held.credits else -held.debits end),
           0)::text returned,
         coalesce(sum(held.debits - held.credits) filter (where held.kind = 'grantAccountedFor'),
           0)::text "accountedFor",
         coalesce(sum(held.debits - held.credits) filter (where held.kind = 'grantExpense'),
           0)::text unaccounted
       from pool_grant granted join ledger_account held
         on held.community_id = granted.community_id and ${HELD}
       where granted.community_id = $1 and granted.grantee_id = any ($2)
       group by granted.grantee_id, granted.currency order by granted.currency`,
      [communityId, organisationIds],
    ),
  keyOf: ({ organisationId }) => organisationId,
};

/** A tranche that an organisation was paid. */
export interface CourtyardReceiptRow {
  readonly communityId: string;
  readonly grantId: string;
  readonly n: number;
  readonly minor: string;
  readonly currency: Currency;
  readonly milestone: string;
  readonly paidAt: Date;
  readonly entryId: string | null;
}

/** What organisations (owners) were paid: the latest grant first, and its last tranche. */
export const receiptsOf: KeysetList<CourtyardReceiptRow> = {
  read: (db, communityId, organisationIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select granted.community_id "communityId", granted.id "grantId", tranche.n,
           tranche.minor, granted.currency, tranche.milestone, paid.checked_at "paidAt",
           paid.entry_id "entryId"
         from pool_grant granted
         join tranche on tranche.community_id = granted.community_id
           and tranche.application_id = granted.id
         join disbursement paid on paid.community_id = tranche.community_id
           and paid.tranche_id = tranche.id and paid.state = 'paid'
         where granted.community_id = $1 and granted.grantee_id = owner.id
           and granted.id <= $3::uuid and (granted.id, tranche.n) < ($3::uuid, $4::bigint)
         order by granted.id desc, tranche.n desc limit $5
       ) listed order by owner.id, listed."grantId" desc, listed.n desc`,
      [communityId, organisationIds, after?.[0] ?? LAST_ID, after?.[1] ?? '0', limit],
    ),
  keyOf: ({ grantId, n }) => [grantId, String(n)],
  parts: [ID_PART, /^\d{1,18}$/],
};
