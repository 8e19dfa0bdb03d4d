import type { PriorityGroup } from '../society/resident-priority.entity';
import type { TillRuleRow } from './till-rule.entity';

/** A rule as the till follows it. */
export type RuleHolding = Pick<
  TillRuleRow,
  'id' | 'storeId' | 'kind' | 'classId' | 'priorityGroup' | 'value'
> & {
  /** In milliseconds, like a price's: they come as JSON. */
  readonly until: number | null;
};

type Named = Pick<TillRuleRow, 'storeId' | 'kind' | 'classId' | 'priorityGroup' | 'value'>;

/** What of the versions that hold is in force: a store's own goes before the community's. */
export function inForce<Rule extends Named>(holding: readonly Rule[]): Rule[] {
  const own = new Set(holding.filter(({ storeId }) => storeId !== null).map(nameOf));
  return holding.filter(
    (rule) => rule.value !== null && (rule.storeId !== null || !own.has(nameOf(rule))),
  );
}

const nameOf = ({ kind, classId, priorityGroup }: Named) =>
  [kind, classId, priorityGroup].join(' ');

interface Goods {
  readonly allowanceClassId: string | null;
}

/** Whether a rule is about some goods. */
export const isAbout = ({ classId }: Pick<RuleHolding, 'classId'>, { allowanceClassId }: Goods) =>
  classId === null || classId === allowanceClassId;

/**
 * What goods cost a household of some priority groups: by the kindest of the rules for them,
 * rounded up to whole credits; and that rule, if there is one.
 */
export function pricedFor(
  groups: readonly PriorityGroup[],
  rules: readonly RuleHolding[],
  goods: Goods & { readonly credits: number },
): { readonly credits: number; readonly ruleId: string | null } {
  const [kindest] = rules
    .filter((rule) => rule.kind === 'priority_price' && isAbout(rule, goods))
    .filter(({ priorityGroup }) => groups.some((group) => group === priorityGroup))
    .sort((a, b) => Number(a.value) - Number(b.value));
  if (!kindest) return { credits: goods.credits, ruleId: null };
  return {
    credits: Math.ceil((goods.credits * Number(kindest.value)) / 100),
    ruleId: kindest.id,
  };
}
