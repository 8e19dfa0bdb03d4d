import type { EntityManager } from 'typeorm';
import { CITY, type Batch } from '../api/context';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';

/** How many credits a resident may hand on within the household in a month. */
export interface TransferRule {
  readonly monthlyLimit: number;
  /** The first day of the first month in which it holds. */
  readonly fromMonth: Day;
}

interface Asked extends TransferRule {
  readonly key: string;
}

const keyOf = (schemeId: string, month: Day) => `${schemeId} ${month}`;

/** The rules that hold in schemes' months, by `scheme month`. */
export const transferRuleIn: Batch<Asked> = {
  read: (db, _city, keys) => {
    const [schemes, months] = [0, 1].map((n) => keys.map((key) => key.split(' ')[n]));
    return read(
      db,
      `select asked.key, rule.monthly_limit "monthlyLimit", rule.from_month "fromMonth"
       from unnest($1::text[], $2::uuid[], $3::date[]) asked (key, scheme_id, month)
       cross join lateral (
         select monthly_limit, from_month from credit_transfer_rule
         where scheme_id = asked.scheme_id and from_month <= asked.month
         order by from_month desc limit 1
       ) rule where rule.monthly_limit > 0`,
      [keys, schemes, months],
    );
  },
  keyOf: ({ key }) => key,
};

/** What may be handed on in a month (`2026-11`), or null where nothing may. */
export async function transferRule(
  db: EntityManager,
  schemeId: string,
  month: string,
): Promise<TransferRule | null> {
  const [rule] = await transferRuleIn.read(db, CITY, [keyOf(schemeId, `${month}-01`)]);
  return rule ?? null;
}
