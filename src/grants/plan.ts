import { toDecimal, total, type Amount, type Asset } from '../kernel/amount';
import { readDay, type Day } from '../kernel/calendar';
import { readMoney, type MoneyInput } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';

export const MOST_BUDGET_LINES = 50;
export const MOST_TRANCHES = 12;

/** What an application wants to spend, and when it wants which part, as a client writes it. */
export interface PlanInput {
  readonly requested: MoneyInput;
  readonly budget: readonly { readonly label: string; readonly amount: MoneyInput }[];
  readonly tranches: readonly {
    readonly amount: MoneyInput;
    readonly milestone: string;
    readonly dueOn: Day;
  }[];
}

export interface Plan {
  readonly requested: Amount;
  readonly budget: readonly { readonly label: string; readonly amount: Amount }[];
  readonly tranches: readonly {
    readonly amount: Amount;
    readonly milestone: string;
    readonly dueOn: Day;
  }[];
}

/**
 * Reads a plan whose budget and whose tranches each add up to what is requested. Refuses:
 * `BUDGET_LINES` (1 to 50), `TRANCHE_COUNT` (1 to 12), `SUMS_DIFFER`, `DUE_ORDER` (a milestone is
 * due before the one before it), `DUE_PAST`, and what readMoney, readName and readDay refuse.
 */
export function readPlan(given: PlanInput, asset: Asset, today: Day): Plan {
  if (given.budget.length < 1 || given.budget.length > MOST_BUDGET_LINES)
    throw new Refusal('BUDGET_LINES', { most: MOST_BUDGET_LINES }, ['budget']);
  if (given.tranches.length < 1 || given.tranches.length > MOST_TRANCHES)
    throw new Refusal('TRANCHE_COUNT', { most: MOST_TRANCHES }, ['tranches']);
  const requested = readMoney(given.requested, asset, ['requested']);
  const budget = given.budget.map(({ label, amount }, i) => ({
    label: readName(label, ['budget', String(i), 'label']),
    amount: readMoney(amount, asset, ['budget', String(i), 'amount']),
  }));
  const tranches = given.tranches.map(({ amount, milestone, dueOn }, i) => ({
    amount: readMoney(amount, asset, ['tranches', String(i), 'amount']),
    milestone: readName(milestone, ['tranches', String(i), 'milestone']),
    dueOn: readDay(dueOn, ['tranches', String(i), 'dueOn']),
  }));
  refuseDays(tranches, today);
  refuseSums(requested, budget, tranches);
  return { requested, budget, tranches };
}

function refuseDays(tranches: Plan['tranches'], today: Day): void {
  tranches.forEach(({ dueOn }, i) => {
    const path = ['tranches', String(i), 'dueOn'];
    if (dueOn < today) throw new Refusal('DUE_PAST', { today }, path);
    const before = tranches[i - 1];
    if (before && dueOn < before.dueOn)
      throw new Refusal('DUE_ORDER', { before: before.dueOn }, path);
  });
}

function refuseSums(
  requested: Amount,
  budget: readonly { amount: Amount }[],
  tranches: readonly { amount: Amount }[],
): void {
  const sums = {
    budget: total(budget.map(({ amount }) => amount)),
    tranches: total(tranches.map(({ amount }) => amount)),
  };
  const facts = {
    requested: toDecimal(requested),
    budget: toDecimal(sums.budget),
    tranches: toDecimal(sums.tranches),
  };
  for (const which of ['budget', 'tranches'] as const)
    if (sums[which].minor !== requested.minor) throw new Refusal('SUMS_DIFFER', facts, [which]);
}
