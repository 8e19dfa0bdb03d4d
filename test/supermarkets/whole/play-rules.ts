import { addDays, addMonths, startOf } from '../../../src/kernel/calendar';
import { setAllowance } from '../../../src/supermarkets/set-allowance';
import { setPrice } from '../../../src/supermarkets/set-price';
import { setTillRule } from '../../../src/supermarkets/set-till-rule';
import { ZONE } from './clock';
import type { Model } from './model';
import type { Makers } from './play';
import { monthAt } from './town';

let changes = 0;

/** A moment of tomorrow that no other change begins at. */
function tomorrow(model: Model, days = 1): Date {
  changes += 1;
  return new Date(startOf(addDays(model.today(), days), ZONE).getTime() + changes);
}

const price: Makers<'price'>['price'] = (model, { product, credits }) => {
  const from = tomorrow(model);
  const input = { productId: model.town.products[product]!.globalId, price: credits, from };
  return {
    expected: [],
    ask: (source) =>
      model.town.run(model.town.world.officer, (work) => setPrice(work, input), source),
    done: () => void model.prices[product]!.push({ from: from.getTime(), credits }),
  };
};

/** What a number from 0 to 3 means for a rule. Everyone here is between 68 and 72. */
const VALUES = {
  blackout: () => 1,
  minimum_age: (value: number) => 69 + value,
  priority_price: (value: number) => 25 + 25 * value,
} as const;

const rule: Makers<'rule'>['rule'] = (model, act) => {
  const { town } = model;
  const { store, kind } = act;
  const value = act.value === null ? null : VALUES[kind](act.value);
  const from = tomorrow(model);
  const until = act.days === null ? null : tomorrow(model, 1 + act.days);
  const input = {
    ...{ communityId: town.home.place.globalId, kind, value, from, until },
    ...{ storeId: store === null ? null : town.stores[store]!.globalId, productClass: act.class },
    priorityGroup: kind === 'priority_price' ? ('low_income' as const) : null,
  };
  return {
    expected: [],
    ask: (source) => town.run(town.home.cadre, (work) => setTillRule(work, input), source),
    done: () => {
      const term = { from: from.getTime(), until: until?.getTime() ?? null };
      model.rules.push({ store, kind, class: act.class, value, ...term });
    },
  };
};

const allowance: Makers<'allowance'>['allowance'] = (model, act) => {
  const { town } = model;
  const { class: code, pieces, extra } = act;
  const from = addMonths(`${monthAt(town.clock.now())}-01`, 1).slice(0, 7);
  const input = {
    ...{ communityId: town.home.place.globalId, code, name: code, pieces, extraPieces: extra },
    fromMonth: from,
  };
  return {
    expected: [],
    ask: (source) => town.run(town.home.cadre, (work) => setAllowance(work, input), source),
    done: () => void model.allowanceVersions.push({ class: code, from, pieces, extra }),
  };
};

export const RULE_PLAYS: Makers<'price' | 'rule' | 'allowance'> = { price, rule, allowance };
