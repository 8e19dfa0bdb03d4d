import { minorOf, sumOf } from '../../../kit/sums';

/** A row of the plan as it is typed. */
export interface PlanRow {
  readonly text?: string;
  readonly amount?: string;
  readonly dueOn?: string;
}

/** What is typed for an application. */
export interface Plan {
  readonly title: string;
  readonly poolId: string;
  readonly purpose: string;
  readonly budget: readonly PlanRow[];
  readonly tranches: readonly PlanRow[];
}

const CURRENCY = 'CNY' as const;

/** The sum of some rows, as the API writes money; what cannot be read counts as nothing. */
export function sumOfRows(rows: readonly (PlanRow | undefined)[]): string {
  const all = rows.reduce((sum, row) => sum + (minorOf(row?.amount ?? '', CURRENCY) ?? 0n), 0n);
  return sumOf(all, CURRENCY).amount;
}

/** An application as the API takes it: it asks for what its budget comes to. */
export function applicationOf(applicantId: string, plan: Plan) {
  const { title, poolId, purpose, budget, tranches } = plan;
  const money = (amount = '') => ({ amount: amount.trim(), currency: CURRENCY });
  return {
    ...{ applicantId, poolId, title, purpose, requested: money(sumOfRows(budget)) },
    budget: budget.map(({ text = '', amount }) => ({ label: text, amount: money(amount) })),
    tranches: tranches.map(({ text = '', amount, dueOn = '' }) => ({
      ...{ milestone: text, dueOn, amount: money(amount) },
    })),
  };
}
