import { toGlobalId } from '../../../src/kernel/global-id';
import { checkStatement } from '../../../src/supermarkets/check-statement';
import { issueStatement } from '../../../src/supermarkets/issue-statement';
import { settleOperator } from '../../../src/supermarkets/settle-operator';
import type { Settlement } from '../../../src/supermarkets/settlement.reader';
import type { Model } from './model';
import { freshKey, together, type Makers, type Play } from './play';
import { monthBefore } from './town';

/** The operator states a month, and the foundation's secretary accepts it. */
const state: Makers<'state'>['state'] = (model, { store, months }, alone) => {
  const { town } = model;
  const { globalId: storeId, storekeeper } = town.stores[store]!;
  const month = monthBefore(town.clock.now(), months);
  const key = `${store}/${month}`;
  const nothing = model.toState.has(key) ? [] : ['NOTHING_TO_STATE'];
  return {
    expected: months === 0 ? ['MONTH_OPEN'] : nothing,
    ask: async (source) => {
      const input = { storeId, month };
      const { id } = await town.run(storekeeper, (work) => issueStatement(work, input), source);
      const statementId = toGlobalId('OperatorStatement', town.home.id, id);
      const { secretary } = town.home;
      await town.run(secretary, (work) => checkStatement(work, { statementId }), source);
    },
    done: () => {
      model.unstated.set(key, alone ? 0 : null);
      if (alone) model.toState.delete(key);
    },
  };
};

const settle: Makers<'settle'>['settle'] = (model, act, alone) => {
  const { town } = model;
  const { store, months } = act;
  const month = monthBefore(town.clock.now(), months);
  const key = `${store}/${month}`;
  const storeId = town.stores[store]!.globalId;
  const input = { idempotencyKey: freshKey(), storeId, month };
  const due = model.owed.get(key) ?? 0;
  const payable = payableOf(model, key);
  return {
    expected: refusedPayment(months, due, payable),
    ask: (source) =>
      together(act.times, () =>
        town.run(town.home.treasurer, (work) => settleOperator(work, input), source),
      ),
    done: ({ amount }: Settlement) => {
      const paid = Number(amount.minor);
      if (alone) expect([paid > 0, paid <= due]).toEqual([true, true]);
      if (alone && payable !== null) expect(paid).toBe(payable);
      model.owed.set(key, (model.owed.get(key) ?? 0) - paid);
    },
  } satisfies Play<Settlement>;
};

/** What has been stated and accepted of what is owed; null: nobody can tell. */
function payableOf({ owed, unstated }: Model, key: string): number | null {
  const waiting = unstated.get(key) ?? (unstated.has(key) ? null : 0);
  return waiting === null ? null : Math.max(0, (owed.get(key) ?? 0) - waiting);
}

function refusedPayment(months: number, due: number, payable: number | null) {
  if (months === 0) return ['MONTH_OPEN'];
  if (due === 0) return ['NOTHING_OWED'];
  if (payable === null) return undefined;
  return payable === 0 ? ['NOTHING_CHECKED'] : [];
}

export const OPERATOR_PLAYS: Makers<'state' | 'settle'> = { state, settle };
