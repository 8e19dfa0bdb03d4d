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

const CENTS = /^(\d+)(?:\.(\d{1,2}))?$/;

/** Hundredths of what was typed, exactly; nothing readable is nothing. */
function hundredths(amount: string | undefined): bigint {
  const [, whole, part = ''] = CENTS.exec(amount?.trim() ?? '') ?? [];
  return whole === undefined ? 0n : BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
}

/** The sum of some rows, as the API writes money. */
export function sumOf(rows: readonly (PlanRow | undefined)[]): string {
  const all = rows.reduce((sum, row) => sum + hundredths(row?.amount), 0n);
  return `${all / 100n}.${String(all % 100n).padStart(2, '0')}`;
}

const CURRENCY = 'CNY' as const;

/** An application as the API takes it: it asks for what its budget comes to. */
export function applicationOf(applicantId: string, plan: Plan) {
  const { title, poolId, purpose, budget, tranches } = plan;
  const money = (amount = '') => ({ amount: amount.trim(), currency: CURRENCY });
  return {
    ...{ applicantId, poolId, title, purpose, requested: money(sumOf(budget)) },
    budget: budget.map(({ text = '', amount }) => ({ label: text, amount: money(amount) })),
    tranches: tranches.map(({ text = '', amount, dueOn = '' }) => ({
      ...{ milestone: text, dueOn, amount: money(amount) },
    })),
  };
}
