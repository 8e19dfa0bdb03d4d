import { draft, record } from '../../src/bookkeeping/record';
import { STOCK } from '../../src/bookkeeping/rules/stock';
import { SYSTEM } from '../../src/kernel/actor';
import { amount } from '../../src/kernel/amount';
import { toGlobalId } from '../../src/kernel/global-id';
import { ownRequest } from '../../src/kernel/request';
import type { UnitOfWork } from '../../src/kernel/unit-of-work';
import { clearRecalled } from '../../src/supermarkets/clear-recalled';
import type { Exchange } from '../../src/supermarkets/exchange.reader';
import type { Lot } from '../../src/supermarkets/lot.reader';
import type { ProductRow } from '../../src/supermarkets/product.entity';
import { recallLot } from '../../src/supermarkets/recall-lot';
import { goodsAsset } from '../../src/supermarkets/supermarket-assets';
import { voidExchange } from '../../src/supermarkets/void-exchange';
import { writeOffGoods } from '../../src/supermarkets/write-off-goods';
import { basketOf, exchange, key, receive, residentOf, run, type Shop } from '../supermarkets/shop';
import type { SlowModel } from './slow-model';
import { credit, month, noonOf, takeBack } from './stage';

export const MONTHS = [month(-2), month(-1), month()];

/** How credits are earned: what a report calls it, and the books. */
const EARNS = {
  serviceCredited: ['served', 'service'],
  goodsGiftCredited: ['gave', 'goods'],
  courseCredited: ['attended', 'course'],
} as const;
export type Earns = keyof typeof EARNS;

/** What is drawn of an act: which thing, who, how many, and in which month. */
export interface Drawn {
  readonly which: number;
  readonly who: number;
  readonly pieces: number;
  readonly at: number;
}

const one = <T>(from: readonly T[], at: number) => from[at % (from.length || 1)];
const noon = (at: number) => noonOf(MONTHS[at]!);

/** Acts through the commands, and tells the slow model what they did. */
export class Play {
  private readonly lots: (Lot & { left: number })[] = [];
  private readonly recalled = new Set<Lot & { left: number }>();
  private readonly exchanges: { done: Exchange; by: number; at: number }[] = [];
  private readonly earned: (Drawn & { by: Earns; entryId: string })[] = [];

  constructor(
    private readonly stores: readonly Shop[],
    private readonly products: readonly ProductRow[],
    private readonly model: SlowModel,
  ) {}

  private get home(): Shop {
    return this.stores[0]!;
  }

  private byKeeper<T>(command: (work: UnitOfWork) => Promise<T>, at: number): Promise<T> {
    return run(this.home, this.home.home.storekeeper.actor, command, noon(at));
  }

  private move(lot: Lot & { left: number }, figure: string, pieces: number, at: number): void {
    const productClass = lot.productId === this.products[0]!.id ? 'grain' : '';
    const { source, storeId: store } = lot;
    const onShelf = figure !== 'thrownAway' && figure !== 'returned';
    if (onShelf) lot.left += figure === 'received' ? pieces : -pieces;
    this.model.moves.push({
      ...{ store, month: MONTHS[at]!, figure, source, productClass, amount: pieces },
    });
  }

  private credits(store: string | null, figure: string, source: string, sum: number, at: number) {
    const [productClass, name] = ['', MONTHS[at]!];
    this.model.moves.push({ store, month: name, figure, source, productClass, amount: sum });
  }

  private see(store: string | null, way: string, who: number, at: number, times: number): void {
    const { id: resident, householdId: household } = residentOf(this.home, who);
    this.model.seen.push({ store, month: MONTHS[at]!, way, resident, household, times });
  }

  async receive({ which, pieces: fifths, at }: Drawn): Promise<boolean> {
    const store = one(this.stores, which)!;
    const pieces = 5 * fifths;
    const own = which % 3 === 0;
    const cost = { amount: '1.00', currency: 'CNY' } as const;
    const more = own ? ({ source: 'OPERATOR_OWNED', unitCost: cost } as const) : {};
    const lot = await receive(store, one(this.products, which >> 2)!, pieces, more, noon(at));
    this.lots.push({ ...lot, left: 0 });
    this.move(this.lots.at(-1)!, 'received', pieces, at);
    return true;
  }

  async exchange({ which, who, pieces, at }: Drawn): Promise<boolean> {
    const store = one(this.stores, which)!;
    const product = one(this.products, which >> 2)!;
    const basket = basketOf(store, residentOf(this.home, who), product, pieces);
    const done = await exchange(store, { ...basket, occurredAt: noon(at) }, undefined, noon(at));
    this.exchanges.push({ done, by: who, at });
    this.take(done, at, 1);
    this.see(store.store.id, 'exchanged', who, at, 1);
    return true;
  }

  private take({ lines, storeId, credits }: Exchange, at: number, times: number): void {
    for (const { lotId, quantity } of lines)
      this.move(
        this.lots.find(({ id }) => id === lotId)!,
        'given',
        times * quantity,
        at,
      );
    this.credits(storeId, 'spent', '', times * credits, at);
  }

  /** Goods and credits come back when they do; people were not served when it was said. */
  async void({ which, at }: Drawn): Promise<boolean> {
    const taken = one(
      this.exchanges.filter((each) => each.at <= at),
      which,
    );
    if (!taken) return false;
    const exchangeId = toGlobalId('Exchange', taken.done.communityId, taken.done.id);
    const input = { idempotencyKey: key(), reason: 'A slip', exchangeId };
    await this.byKeeper((work) => voidExchange(work, input), at);
    this.exchanges.splice(this.exchanges.indexOf(taken), 1);
    this.take(taken.done, at, -1);
    this.see(taken.done.storeId, 'exchanged', taken.by, taken.at, -1);
    return true;
  }

  async count({ which, who, pieces, at }: Drawn): Promise<boolean> {
    const lot = one(this.lots, which);
    if (!lot) return false;
    const isMissing = who > 1;
    const line = { lotId: lot.id, quantity: amount(goodsAsset(lot.productId), pieces) };
    const facts = { stockTakeId: key(), storeId: lot.storeId, lines: [line] };
    const how = { request: ownRequest(key()), occurredAt: noon(at) };
    const written = draft(isMissing ? STOCK.stockMissing : STOCK.stockFound, facts, how);
    await run(this.home, SYSTEM, (work) => record(work, lot.communityId, written), noon(at));
    this.move(lot, 'missing', isMissing ? pieces : -pieces, at);
    return true;
  }

  async writeOff({ which, pieces, at }: Drawn): Promise<boolean> {
    const lot = one(this.lots, which);
    if (!lot) return false;
    const lotId = toGlobalId('Lot', lot.communityId, lot.id);
    const input = { idempotencyKey: key(), lotId, quantity: pieces, reason: 'damaged' as const };
    const { state } = await this.byKeeper((work) => writeOffGoods(work, input), at);
    expect(state).toBe('posted');
    this.move(lot, 'writtenOff', pieces, at);
    return true;
  }

  async recall({ which, at }: Drawn): Promise<boolean> {
    const lot = one(this.lots, which);
    if (!lot || which % 2 === 0) return false;
    const lotId = toGlobalId('Lot', lot.communityId, lot.id);
    const input = { idempotencyKey: key(), lotId, reason: 'Mould' };
    await this.byKeeper((work) => recallLot(work, input), at);
    this.move(lot, 'recalled', lot.left, at);
    this.recalled.add(lot);
    return true;
  }

  async clear({ which, pieces, at }: Drawn): Promise<boolean> {
    const lot = one([...this.recalled], which);
    if (!lot) return false;
    const end = which % 2 === 0 ? ('written_off' as const) : ('returned' as const);
    const lotId = toGlobalId('Lot', lot.communityId, lot.id);
    const input = { idempotencyKey: key(), lotId, quantity: pieces, end };
    const { treasurer } = this.home.home;
    await run(this.home, treasurer.actor, (work) => clearRecalled(work, input), noon(at));
    this.move(lot, end === 'returned' ? 'returned' : 'thrownAway', pieces, at);
    return true;
  }

  async earn(drawn: Drawn): Promise<boolean> {
    const { which, who, pieces, at } = drawn;
    const by = one(Object.keys(EARNS) as Earns[], which)!;
    const { id } = residentOf(this.home, who);
    const entryId = await credit(this.home, id, pieces, { by, now: noon(at) });
    this.earned.push({ ...drawn, by, entryId });
    this.credits(null, 'issued', EARNS[by][1], pieces, at);
    this.see(null, EARNS[by][0], who, at, 1);
    return true;
  }

  async unearn({ which, at }: Drawn): Promise<boolean> {
    const taken = one(
      this.earned.filter((each) => each.at <= at),
      which,
    );
    if (!taken) return false;
    await takeBack(this.home, taken.entryId, noon(at));
    this.earned.splice(this.earned.indexOf(taken), 1);
    const [way, source] = EARNS[taken.by];
    this.credits(null, 'issued', source, -taken.pieces, at);
    this.see(null, way, taken.who, taken.at, -1);
    return true;
  }
}

export type Does = keyof Play;
