import type { Batch } from '../api/context';
import { read } from '../kernel/read';
import type { TillRuleRow } from './till-rule.entity';

/** A version's columns; its table is called `rule`. */
export const TILL_RULE = `rule.community_id "communityId", rule.id, rule.store_id "storeId", rule.kind,
  rule.class_id "classId", rule.priority_group "priorityGroup", rule.value,
  rule.valid_from "validFrom", rule.valid_until "validUntil", rule.set_by "setBy",
  rule.set_at "setAt"`;

/**
 * The versions that hold at a store at a moment, those that take a rule back included: of each rule
 * the one that began last, of the store's own and of the community's. A version that has ended by
 * itself does not stand before the one behind it.
 */
export const rulesHolding = (store: string, moment: string) => `(
  select distinct on (held.store_id, held.kind, held.class_id, held.priority_group) held.*
  from till_rule held
  where held.community_id = $1 and (held.store_id is null or held.store_id = ${store})
    and held.valid_from <= ${moment}
    and (held.valid_until is null or held.valid_until > ${moment})
  order by held.store_id, held.kind, held.class_id, held.priority_group,
    held.valid_from desc, held.id desc
)`;

export const tillRuleById: Batch<TillRuleRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${TILL_RULE} from till_rule rule where rule.community_id = $1 and rule.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** A rule version that a store follows at a moment. */
export interface FollowedRule extends TillRuleRow {
  readonly key: string;
}

/** The key of a store at a moment. */
export const storeAt = (storeId: string, moment: Date) => `${storeId} ${moment.getTime()}`;

/** What stores follow; keys are made by `storeAt`, each has several rows. */
export const rulesOfStore = {
  many: true as const,
  read: (db, communityId, keys) => {
    const asked = keys.map((key) => key.split(' '));
    return read<FollowedRule>(
      db,
      `select asked.key, ${TILL_RULE}
       from unnest($2::text[], $3::uuid[], $4::timestamptz[]) as asked (key, store_id, moment)
       cross join lateral ${rulesHolding('asked.store_id', 'asked.moment')} rule
       order by asked.key, rule.kind, rule.id`,
      [
        communityId,
        keys,
        asked.map(([storeId]) => storeId),
        asked.map(([, moment]) => new Date(Number(moment))),
      ],
    );
  },
  keyOf: ({ key }) => key,
} satisfies Batch<FollowedRule> & { many: true };
