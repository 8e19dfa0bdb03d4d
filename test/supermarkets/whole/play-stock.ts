import { addDays } from '../../../src/kernel/calendar';
import { toGlobalId } from '../../../src/kernel/global-id';
import { clearRecalled } from '../../../src/supermarkets/clear-recalled';
import type { LotSource } from '../../../src/supermarkets/lot.entity';
import type { Lot } from '../../../src/supermarkets/lot.reader';
import { recallLot } from '../../../src/supermarkets/recall-lot';
import { receiveGoods } from '../../../src/supermarkets/receive-goods';
import { movedUnder } from './books';
import { choose, freshKey, pick, together, type Makers, type Play } from './play';

const receive: Makers<'receive'>['receive'] = (model, act) => {
  const { town } = model;
  const { store, product, pieces: quantity, cents } = act;
  const source = act.source as LotSource;
  const at = town.stores[store]!;
  const expiresOn = act.keeps === null ? null : addDays(model.today(), act.keeps);
  const unitCost = { amount: (cents / 100).toFixed(2), currency: 'CNY' as const };
  const input = {
    ...{ idempotencyKey: freshKey(), storeId: at.globalId, quantity, source, expiresOn },
    productId: town.products[product]!.globalId,
    ...(source === 'DONATED' ? {} : { unitCost }),
    ...(source === 'PURCHASED' ? { paidByPoolId: at.poolGlobalId } : {}),
  };
  const cost = source === 'PURCHASED' ? cents * quantity : 0;
  return {
    expected: cost > model.pools[store]! ? ['POOL_SHORT', 'BANK_SHORT'] : [],
    ask: (from) =>
      together(
        act.times,
        () => town.run(at.clerk, (work) => receiveGoods(work, input), from),
        // Of the same lot somebody may have taken meanwhile.
        ({ id, receivedAt }) => [id, receivedAt],
      ),
    done: ({ id, receivedAt }: Lot) => {
      model.pools[store]! -= cost;
      const globalId = toGlobalId('Lot', town.home.id, id);
      model.lots.push({
        ...{ id, globalId, store, product, source, cents, expiresOn, receivedAt, quantity },
        ...{ left: quantity, recalled: false, calledBack: 0, thanked: null },
        moves: [{ at: receivedAt.getTime(), pieces: quantity }],
      });
    },
  } satisfies Play<Lot>;
};

const recall: Makers<'recall'>['recall'] = (model, act, alone) => {
  const { town } = model;
  const lot = pick(model.lots, act.which);
  if (!lot) return null;
  const input = { idempotencyKey: freshKey(), lotId: lot.globalId, reason: 'Mould' };
  const { storekeeper } = town.stores[lot.store]!;
  const now = town.clock.now();
  return {
    expected: [],
    ask: (source) => town.run(storekeeper, (work) => recallLot(work, input), source),
    done: async (_: Lot, source) => {
      const moved = await movedUnder(source, input.idempotencyKey);
      if (alone) expect(moved).toBe(lot.left);
      lot.recalled = true;
      lot.calledBack += moved;
      model.move(lot, -moved, now);
    },
  } satisfies Play<Lot>;
};

const clear: Makers<'clear'>['clear'] = (model, act) => {
  const { town } = model;
  const lot = choose(model.lots, act.which, ({ calledBack }) => calledBack > 0);
  if (!lot) return null;
  const { pieces: quantity, end } = act;
  const input = { idempotencyKey: freshKey(), lotId: lot.globalId, quantity, end };
  // Who called them back does not clear them.
  const { treasurer } = town.home;
  const short = quantity > lot.calledBack ? ['RECALLED_SHORT'] : [];
  return {
    expected: lot.recalled ? short : ['LOT_NOT_RECALLED'],
    ask: (source) => town.run(treasurer, (work) => clearRecalled(work, input), source),
    done: () => {
      lot.calledBack -= quantity;
    },
  };
};

export const STOCK_PLAYS: Makers<'receive' | 'recall' | 'clear'> = { receive, recall, clear };
