import { toGlobalId } from '../../../src/kernel/global-id';
import { approveStockTake } from '../../../src/supermarkets/approve-stock-take';
import { closeStockTake } from '../../../src/supermarkets/close-stock-take';
import { declineStockTake } from '../../../src/supermarkets/decline-stock-take';
import { recordCount } from '../../../src/supermarkets/record-count';
import { startStockTake } from '../../../src/supermarkets/start-stock-take';
import type { StockTakeRow } from '../../../src/supermarkets/stock-take.entity';
import { booked } from './books';
import type { Model, ModelLot, ModelTake } from './model';
import { choose, freshKey, together, type Makers, type Play } from './play';
import { dayAt } from './town';

/** Mostly a store where it can be done; now and then the one that was thought of. */
function storeFor(model: Model, store: number, fit: (take: ModelTake | null) => boolean): number {
  const fitting = [store, 1 - store].filter((each) => fit(model.takes[each] ?? null));
  return fitting[0] ?? store;
}

const start: Makers<'start'>['start'] = (model, act) => {
  const store = storeFor(model, act.store, (take) => take === null);
  const { globalId, storekeeper } = model.town.stores[store]!;
  return {
    expected: model.takes[store] ? ['STOCK_TAKE_OPEN'] : [],
    ask: (source) =>
      model.town.run(storekeeper, (work) => startStockTake(work, { storeId: globalId }), source),
    done: ({ communityId, id, startedAt }: StockTakeRow) => {
      expect(model.takes[store]).toBeNull();
      const take = { id, globalId: toGlobalId('StockTake', communityId, id), startedAt };
      model.takes[store] = { ...take, state: 'counting', counts: new Map() };
    },
  } satisfies Play<StockTakeRow>;
};

const count: Makers<'count'>['count'] = (model, act) => {
  const store = storeFor(model, act.store, (each) => each?.state === 'counting');
  const take = model.takes[store];
  const here = model.lots.filter((lot) => lot.store === store);
  const fit = (lot: ModelLot) => lot.left > 0 && !lot.recalled && !take?.counts.has(lot);
  const lot = choose(here, act.which, fit);
  if (!take || !lot) return null;
  const { town } = model;
  const countedAt = new Date(town.clock.now().getTime() - act.minutes * 60_000);
  const at = countedAt.getTime();
  const good = (each: ModelLot) =>
    each !== lot && fit(each) && refusedCount(each, take, countedAt).length === 0;
  const counted = [lot, ...here.filter(good).slice(0, 5)].map((each, i) => ({
    lot: each,
    pieces: Math.max(0, model.book(each, at, take) + (i % 2 === 0 ? act.off : 0)),
  }));
  const lines = counted.map(({ lot: { product, globalId: lotId }, pieces }) => {
    return { productId: town.products[product]!.globalId, lotId, pieces };
  });
  const input = { stockTakeId: take.globalId, countedAt, lines };
  const clerk = town.stores[store]!.clerk;
  return {
    expected: refusedCount(lot, take, countedAt),
    ask: (source) => town.run(clerk, (work) => recordCount(work, input), source),
    done: () => {
      for (const { lot: each, pieces } of counted) {
        expect(take.counts.has(each)).toBe(false);
        take.counts.set(each, { pieces, at, book: null });
      }
    },
  };
};

function refusedCount(lot: ModelLot, take: ModelTake, countedAt: Date): string[] {
  if (take.state === 'closed') return ['STOCK_TAKE_CLOSED'];
  if (countedAt < take.startedAt) return ['COUNTED_TOO_EARLY'];
  if (lot.recalled) return ['LOT_RECALLED'];
  if (lot.expiresOn !== null && lot.expiresOn < dayAt(countedAt)) return ['LOT_PAST_ITS_DAY'];
  if (countedAt < lot.receivedAt) return ['COUNTED_TOO_EARLY'];
  return take.counts.has(lot) ? ['COUNTED_BEFORE'] : [];
}

const close: Makers<'close'>['close'] = (model, act, alone) => {
  const store = storeFor(
    model,
    act.store,
    (each) => each?.state === 'counting' && each.counts.size > 0,
  );
  const take = model.takes[store];
  if (!take) return null;
  const { storekeeper } = model.town.stores[store]!;
  const input = { stockTakeId: take.globalId };
  return {
    expected: take.counts.size === 0 ? ['NOTHING_COUNTED'] : [],
    ask: (source) => model.town.run(storekeeper, (work) => closeStockTake(work, input), source),
    done: async (_: StockTakeRow, source) => {
      take.state = 'closed';
      const known = new Map((await booked(source, take.id)).map((each) => [each.lotId, each.book]));
      for (const [lot, counted] of take.counts) {
        // Of what came at once only the books tell whether it came before.
        counted.book = known.get(lot.id)!;
        if (alone) expect(counted.book).toBe(model.book(lot, counted.at, take));
      }
    },
  } satisfies Play<StockTakeRow>;
};

const approve: Makers<'approve'>['approve'] = (model, act, alone) => {
  const store = storeFor(model, act.store, (each) => each?.state === 'closed');
  const take = model.takes[store];
  if (!take) return null;
  const { town } = model;
  const who = act.bySelf ? town.stores[store]!.storekeeper : town.home.treasurer;
  const input = { idempotencyKey: freshKey(), stockTakeId: take.globalId };
  const now = town.clock.now();
  return {
    expected: refusedApproval(model, take, act.bySelf),
    ask: (source) =>
      together(act.times, () => town.run(who, (work) => approveStockTake(work, input), source)),
    done: async ({ startedBy, decidedBy }: StockTakeRow, source) => {
      expect(decidedBy).not.toBe(startedBy);
      for (const { lotId, pieces, book } of await booked(source, take.id)) {
        const lot = model.lots.find(({ id }) => id === lotId)!;
        if (alone) expect(take.counts.get(lot)).toMatchObject({ pieces, book });
        if (pieces !== book) model.move(lot, pieces - book, now, take.id);
      }
      model.takes[store] = null;
    },
  } satisfies Play<StockTakeRow>;
};

function refusedApproval(model: Model, take: ModelTake, bySelf: boolean): string[] {
  if (bySelf) return ['SECOND_PERSON_NEEDED'];
  if (take.state === 'counting') return ['STOCK_TAKE_NOT_CLOSED'];
  const moved = [...take.counts].some(
    ([lot, { pieces, at, book }]) =>
      model.book(lot, at, take) !== book || lot.left + pieces - (book ?? 0) < 0,
  );
  return moved ? ['LOT_MOVED'] : [];
}

const decline: Makers<'decline'>['decline'] = (model, act) => {
  const take = model.takes[act.store];
  if (!take) return null;
  const { storekeeper } = model.town.stores[act.store]!;
  const input = { stockTakeId: take.globalId, reason: 'We count anew' };
  return {
    expected: [],
    ask: (source) => model.town.run(storekeeper, (work) => declineStockTake(work, input), source),
    done: () => {
      model.takes[act.store] = null;
    },
  };
};

export const TAKE_PLAYS: Makers<'start' | 'count' | 'close' | 'approve' | 'decline'> = {
  ...{ start, count, close, approve, decline },
};
