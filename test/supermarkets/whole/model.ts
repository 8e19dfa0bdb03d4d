import { addMonths, type Day } from '../../../src/kernel/calendar';
import { ALLOWANCES, EXPIRY_MONTHS, MONTHLY_CAP, dayAt, monthAt, type Town } from './town';

/** A lot as its pieces could be counted by hand. */
export interface ModelLot {
  readonly id: string;
  readonly globalId: string;
  readonly store: number;
  readonly product: number;
  readonly source: string;
  readonly cents: number;
  readonly expiresOn: Day | null;
  readonly receivedAt: Date;
  readonly quantity: number;
  left: number;
  recalled: boolean;
  calledBack: number;
  thanked: { readonly who: number; readonly thanks: string } | null;
  /** What came and went, by when it is said to have happened. */
  readonly moves: { readonly at: number; readonly pieces: number; readonly take?: string }[];
}

/** An exchange that was recorded. */
export interface ModelExchange {
  readonly id: string;
  readonly key: string;
  readonly store: number;
  readonly who: number;
  readonly month: string;
  readonly credits: number;
  readonly cents: number;
  readonly parts: readonly { readonly lot: ModelLot; readonly quantity: number }[];
  readonly used: ReadonlyMap<string, number>;
  voided: boolean;
}

export interface ModelService {
  readonly globalId: string;
  readonly who: number;
  readonly from: number;
  readonly until: number;
  readonly month: string;
  readonly credits: number;
  state: 'recorded' | 'confirmed' | 'reversed';
}

export interface ModelTake {
  readonly id: string;
  readonly globalId: string;
  readonly startedAt: Date;
  state: 'counting' | 'closed';
  readonly counts: Map<ModelLot, { pieces: number; at: number; book: number | null }>;
}

export interface ModelRule {
  readonly store: number | null;
  readonly kind: 'blackout' | 'minimum_age' | 'priority_price';
  readonly class: string | null;
  readonly value: number | null;
  readonly from: number;
  readonly until: number | null;
}

/** What is asked for, so that it may be asked for again. */
export interface Asked {
  readonly key: string;
  readonly body: string;
}

/** The town in the memory of somebody slow who forgets nothing. */
export class Model {
  readonly lots: ModelLot[] = [];
  readonly exchanges: ModelExchange[] = [];
  readonly services: ModelService[] = [];
  readonly batches: { readonly store: number; readonly items: readonly Sent[] }[] = [];
  /** The undecided stock-take of each store. */
  readonly takes: (ModelTake | null)[] = [null, null];
  readonly prices: { readonly from: number; readonly credits: number }[][];
  readonly rules: ModelRule[] = [];
  readonly allowanceVersions: { class: string; from: string; pieces: number; extra: number }[];
  readonly frozen = new Set<number>();
  /** Each one's credits with the day they came on, the oldest first. */
  readonly wallets: { day: Day; credits: number }[][];
  private readonly endings = new Map<string, number>();
  /** What is left, by account. */
  readonly rooms = new Map<string, number>();
  readonly allowances = new Map<string, number>();
  readonly owed = new Map<string, number>();
  /** What came to be owed since the month was last stated; null: nobody can tell. */
  readonly unstated = new Map<string, number | null>();
  /** Months of which something may be stated. */
  readonly toState = new Set<string>();
  readonly pools: number[];
  /** What was answered under a key, and to what. */
  readonly answers = new Map<string, Asked & { readonly answer: string }>();

  constructor(
    readonly town: Town,
    pools: readonly number[],
  ) {
    this.pools = [...pools];
    this.wallets = town.people.map(() => []);
    this.prices = town.products.map(({ price }) => [{ from: 0, credits: price }]);
    const from = monthAt(town.clock.now());
    this.allowanceVersions = (['grain', 'care'] as const).map((code) => ({
      ...{ class: code, from, pieces: ALLOWANCES[code][0], extra: ALLOWANCES[code][1] },
    }));
  }

  /** Whose key was another request's: by the end of a round there must be one. */
  readonly reused: Asked[] = [];

  today(): Day {
    return dayAt(this.town.clock.now());
  }

  balance(who: number): number {
    return this.wallets[who]!.reduce((sum, { credits }) => sum + credits, 0);
  }

  earn(who: number, credits: number, day: Day): void {
    this.wallets[who]!.push({ day, credits });
    this.wallets[who]!.sort((a, b) => a.day.localeCompare(b.day));
  }

  /** The oldest go first. */
  spend(who: number, credits: number): void {
    let due = credits;
    const wallet = this.wallets[who]!;
    while (due > 0) {
      const [oldest] = wallet;
      if (!oldest) throw new Error(`Neighbour ${who} has spent ${due} more than there was`);
      const part = Math.min(due, oldest.credits);
      due -= part;
      oldest.credits -= part;
      if (oldest.credits === 0) wallet.shift();
    }
  }

  /** What of a wallet has come of age on a day. */
  old(who: number, today: Day): number {
    return this.wallets[who]!.filter(({ day }) => addMonths(day, EXPIRY_MONTHS) <= today).reduce(
      (sum, { credits }) => sum + credits,
      0,
    );
  }

  /** What has ended of a wallet on a day so far. */
  ended(who: number, day: Day): number {
    return this.endings.get(`${who}/${day}`) ?? 0;
  }

  end(who: number, day: Day, credits: number): void {
    this.endings.set(`${who}/${day}`, this.ended(who, day) + credits);
    this.spend(who, credits);
  }

  /** The first day on which credits end that have not ended yet. */
  nextEnd(): Day | undefined {
    const ends = this.wallets.flat().map(({ day }) => addMonths(day, EXPIRY_MONTHS));
    return ends.filter((day) => day > this.today()).sort()[0];
  }

  room(who: number, month: string): number {
    return this.rooms.get(`${who}/${month}`) ?? MONTHLY_CAP;
  }

  takeRoom(who: number, month: string, credits: number): void {
    this.rooms.set(`${who}/${month}`, this.room(who, month) - credits);
  }

  move(lot: ModelLot, pieces: number, at: Date, take?: string): void {
    lot.left += pieces;
    lot.moves.push({ at: at.getTime(), pieces, take });
  }

  /** What the books, as they are known now, held of a lot at a moment. */
  book(lot: ModelLot, at: number, take: ModelTake): number {
    return lot.moves
      .filter((move) => move.at <= at && move.take !== take.id)
      .reduce((sum, { pieces }) => sum + pieces, 0);
  }

  owe(store: number, month: string, cents: number): void {
    const key = `${store}/${month}`;
    this.owed.set(key, (this.owed.get(key) ?? 0) + cents);
    this.pools[store]! -= cents;
    this.toState.add(key);
    const before = this.unstated.get(key) ?? 0;
    if (cents > 0 && this.unstated.get(key) !== null) this.unstated.set(key, before + cents);
  }
}

/** An exchange as an offline till sent it. */
export interface Sent extends Asked {
  readonly who: number;
  readonly occurredAt: Date;
  readonly lines: readonly { readonly product: number; readonly pieces: number }[];
}
