import { authorise } from '../kernel/actor';
import { cityRef, sameCommunity, tenantRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needBooks } from '../society/place.reader';
import type { PriorityGroup } from '../society/resident-priority.entity';
import { isRegistrar } from '../society/society.policy';
import { readClass } from './add-product';
import { storeById } from './store.reader';
import type { StoreRow } from './store.entity';
import { isStorekeeperOf } from './supermarkets.policy';
import { TillRuleRow, type TillRuleKind } from './till-rule.entity';

export interface SetTillRule {
  readonly communityId: string;
  /** Left out: for all stores of the community. */
  readonly storeId?: string | null;
  readonly kind: TillRuleKind;
  /** A class of goods by its code; left out: all goods. */
  readonly productClass?: string | null;
  readonly priorityGroup?: PriorityGroup | null;
  /** Years, percent or pieces; 1 for a blackout. Left out: the rule is taken back. */
  readonly value?: number | null;
  /** From when on; left out: now. */
  readonly from?: Date | null;
  readonly until?: Date | null;
}

const HIGHEST: Readonly<Record<TillRuleKind, number>> = {
  minimum_age: 120,
  blackout: 1,
  priority_price: 100,
  usual_quantity: 1000,
};

/** The till reads all rules of a community at once. */
const MOST_RULES = 100;

/**
 * Sets what tills obey from a moment on, never before now: what was exchanged, or is recorded late,
 * is judged by the rules of its time (A1; cadres and officers of the place; for a store of its own
 * also its storekeepers). Refuses: `ID_UNKNOWN`, `KEEPS_NO_BOOKS`, `OTHER_COMMUNITY`,
 * `ALLOWANCE_UNKNOWN`, `RULE_RANGE`, `RULE_GROUP`, `RULE_IN_PAST`, `RULE_ENDS_EARLY`,
 * `TILL_RULES_FULL`.
 */
export async function setTillRule(work: UnitOfWork, input: SetTillRule): Promise<TillRuleRow> {
  const path = ['communityId'];
  const books = await needBooks(work, cityRef('Place', input.communityId, path), path);
  const store = await readStore(work, books.id, input.storeId ?? null);
  const own = store !== null && isStorekeeperOf(work.actor, store.operatorId);
  authorise(work.actor, own || isRegistrar(work.actor, books));
  const { kind, priorityGroup = null } = input;
  if ((kind === 'priority_price') !== (priorityGroup !== null))
    throw new Refusal('RULE_GROUP', {}, ['priorityGroup']);
  const named = {
    ...{ communityId: books.id, storeId: store?.id ?? null, kind, priorityGroup },
    classId: await readClass(work, books.id, input.productClass ?? null, ['productClass']),
  };
  const value = readValue(kind, input.value ?? null);
  const validFrom = input.from ?? work.now;
  const validUntil = input.until ?? null;
  if (validFrom < work.now) throw new Refusal('RULE_IN_PAST', {}, ['from']);
  if (validUntil !== null && validUntil <= validFrom)
    throw new Refusal('RULE_ENDS_EARLY', {}, ['until']);
  const db = await work.begin();
  // Two who set rules wait for each other here, so that there are never too many.
  await db.query('select id from place where id = $1 for no key update', [books.id]);
  await refuseTooMany(work, named);
  const row: TillRuleRow = {
    ...{ ...named, id: newId(), value, validFrom, validUntil },
    ...{ setBy: work.actor.personId, setAt: work.now },
  };
  await db.insert(TillRuleRow, row);
  return row;
}

async function readStore(
  work: UnitOfWork,
  communityId: string,
  globalId: string | null,
): Promise<StoreRow | null> {
  if (globalId === null) return null;
  const path = ['storeId'];
  const id = sameCommunity(tenantRef('Store', globalId, path), communityId, path);
  const store = await work.row(storeById, communityId, id);
  if (!store) throw new Refusal('ID_UNKNOWN', { type: 'Store' }, path);
  return store;
}

function readValue(kind: TillRuleKind, value: number | null): number | null {
  const highest = HIGHEST[kind];
  if (value !== null && (!Number.isInteger(value) || value < 1 || value > highest))
    throw new Refusal('RULE_RANGE', { highest }, ['value']);
  return value;
}

type Named = Pick<TillRuleRow, 'communityId' | 'storeId' | 'kind' | 'classId' | 'priorityGroup'>;

/** A rule that stands may get versions without end; there are only so many to be read at a till. */
async function refuseTooMany(work: UnitOfWork, named: Named): Promise<void> {
  const rules: Named[] = await work.db.query(
    `select distinct store_id "storeId", kind, class_id "classId", priority_group "priorityGroup"
     from till_rule where community_id = $1`,
    [named.communityId],
  );
  const stands = rules.some(
    (rule) =>
      rule.storeId === named.storeId &&
      rule.kind === named.kind &&
      rule.classId === named.classId &&
      rule.priorityGroup === named.priorityGroup,
  );
  if (!stands && rules.length >= MOST_RULES)
    throw new Refusal('TILL_RULES_FULL', { most: MOST_RULES }, ['kind']);
}
