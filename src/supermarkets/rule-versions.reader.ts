import { DAY_PART, ID_PART, LAST_ID, type KeyPart, type KeysetList } from '../api/keyset-list';
import { read } from '../kernel/read';
import type { AllowanceVersionRow } from './allowance-version.entity';
import type { ProductPriceRow } from './product-price.entity';
import type { TillRuleRow } from './till-rule.entity';
import { TILL_RULE } from './till-rule.reader';

/** As `toISOString` writes it; what no calendar has is none. */
const MOMENT_PART: KeyPart = {
  test: (part) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(part) &&
    part > '0001' &&
    !Number.isNaN(Date.parse(part)),
};

/** No version begins later than this. */
const LATEST = 'infinity';

/** The versions of a product's price, the one that begins last first. */
export const pricesOfProduct: KeysetList<ProductPriceRow> = {
  parts: [MOMENT_PART, ID_PART],
  keyOf: ({ validFrom, id }) => [validFrom.toISOString(), id],
  read: (db, communityId, productIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select price.community_id "communityId", price.id, price.product_id "productId",
           price.valid_from "validFrom", price.credits, price.set_by "setBy", price.set_at "setAt"
         from product_price price
         where price.community_id = $1 and price.product_id = owner.id
           and (price.valid_from, price.id) < ($3::timestamptz, $4::uuid)
         order by price.valid_from desc, price.id desc limit $5
       ) listed
       order by owner.id, listed."validFrom" desc, listed.id desc`,
      [communityId, productIds, after?.[0] ?? LATEST, after?.[1] ?? LAST_ID, limit],
    ),
};

/** The versions of what a class allows, the one that begins last first. */
export const versionsOfClass: KeysetList<AllowanceVersionRow> = {
  parts: [DAY_PART, ID_PART],
  keyOf: ({ validFrom, id }) => [validFrom, id],
  read: (db, communityId, classIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select version.community_id "communityId", version.id, version.class_id "classId",
           version.valid_from "validFrom", version.pieces, version.extra_pieces "extraPieces",
           version.set_by "setBy", version.set_at "setAt"
         from allowance_version version
         where version.community_id = $1 and version.class_id = owner.id
           and (version.valid_from, version.id) < ($3::date, $4::uuid)
         order by version.valid_from desc, version.id desc limit $5
       ) listed
       order by owner.id, listed."validFrom" desc, listed.id desc`,
      [communityId, classIds, after?.[0] ?? LATEST, after?.[1] ?? LAST_ID, limit],
    ),
};

/** All versions of the rules that a store ever followed or will, the last set first. */
export const tillRuleVersionsOf: KeysetList<TillRuleRow> = {
  parts: [ID_PART],
  keyOf: ({ id }) => [id],
  read: (db, communityId, storeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${TILL_RULE} from till_rule rule
         where rule.community_id = $1 and (rule.store_id is null or rule.store_id = owner.id)
           and rule.id < $3::uuid
         order by rule.id desc limit $4
       ) listed
       order by owner.id, listed.id desc`,
      [communityId, storeIds, after?.[0] ?? LAST_ID, limit],
    ),
};
