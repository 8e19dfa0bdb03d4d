/** One fen that came into an account, and, if it left, the fen by which it did. */
export interface In {
  readonly rests: string;
  use?: Out;
}

/** One fen that left an account: to its end, or to another account as another fen. */
export interface Out {
  to?: In;
  ends?: string;
}

interface Books {
  readonly came: In[];
  readonly left: Out[];
}

interface Taken {
  readonly outs: readonly Out[];
  /** The gift stands on the account that it was taken from. */
  readonly own: boolean;
  mirror?: readonly In[];
}

/** A gift by its fen, and everything that was taken back of it. */
export class NaiveGift {
  readonly taken: Taken[] = [];
  /** What went back in whole, by what it was called. */
  readonly back: { label: string; minor: number; failed: boolean }[] = [];
  constructor(
    readonly account: string,
    readonly units: readonly In[],
  ) {}

  get left(): number {
    const gone = this.back.filter(({ failed }) => !failed);
    return this.units.length - gone.reduce((sum, { minor }) => sum + minor, 0);
  }
}

/**
 * Money fen by fen: everything that ever came into an account in a row, and everything that left
 * it. Once what givers took back is struck out on both sides, the first that came is the first
 * that left. Slow, and so plain that it can be believed.
 */
export class Naive {
  private readonly books = new Map<string, Books>();
  readonly gifts: NaiveGift[] = [];

  private of(account: string): Books {
    const books = this.books.get(account) ?? { came: [], left: [] };
    this.books.set(account, books);
    return books;
  }

  balance(account: string): number {
    return this.of(account).came.length - this.of(account).left.length;
  }

  enter(account: string, minor: number, rests: string): In[] {
    const units = Array.from({ length: minor }, (): In => ({ rests }));
    this.of(account).came.push(...units);
    return units;
  }

  leave(account: string, minor: number, ends?: string): Out[] {
    const units = Array.from({ length: minor }, (): Out => (ends ? { ends } : {}));
    this.of(account).left.push(...units);
    return units;
  }

  move(from: string, to: string, minor: number, rests: string): void {
    const units = this.enter(to, minor, rests);
    this.leave(from, minor).forEach((out, i) => (out.to = units[i]!));
  }

  give(account: string, minor: number, rests: string): NaiveGift {
    const gift = new NaiveGift(account, this.enter(account, minor, rests));
    this.gifts.push(gift);
    return gift;
  }

  /** Matches everything, and answers every fen that came from nowhere and is nobody's gift. */
  settle(): Map<NaiveGift, readonly In[]> {
    const struckIn = new Set<In>();
    const struckOut = new Set<Out>();
    const live = new Map<NaiveGift, readonly In[]>();
    for (const gift of this.gifts) {
      let end = gift.units.length;
      const standing = gift.taken.filter(({ mirror }) => !mirror);
      for (const { outs } of standing.filter(({ own }) => own)) {
        gift.units.slice(end - outs.length, end).forEach((unit) => struckIn.add(unit));
        end -= outs.length;
      }
      for (const { outs } of standing.filter(({ own }) => !own)) {
        const piece = gift.units.slice(end - outs.length, end);
        outs.forEach((out, i) => (out.to = piece[i]!));
        end -= outs.length;
      }
      for (const { outs, own, mirror } of gift.taken) {
        if (own) outs.forEach((out) => struckOut.add(out));
        if (own) mirror?.forEach((unit) => struckIn.add(unit));
        else if (mirror) outs.forEach((out, i) => (out.to = mirror[i]!));
      }
      live.set(gift, gift.units.slice(0, gift.left));
    }
    for (const { came, left } of this.books.values()) {
      const outs = left.filter((out) => !struckOut.has(out));
      came.filter((unit) => !struckIn.has(unit)).forEach((unit, i) => (unit.use = outs[i]));
    }
    return live;
  }

  /** Every fen that found its end. */
  ended(): Out[] {
    return [...this.books.values()].flatMap(({ left }) => left.filter(({ ends }) => ends));
  }

  /** Every fen that came in, and was not brought by one that had left somewhere. */
  sources(): In[] {
    const all = [...this.books.values()];
    const brought = new Set(all.flatMap(({ left }) => left.flatMap(({ to }) => to ?? [])));
    return all.flatMap(({ came }) => came.filter((unit) => !brought.has(unit)));
  }
}

/** Where a fen is in the end, and the fen by which it was used up. */
export function fate(unit: In): { label: string; out?: Out } {
  for (let at = unit; ;) {
    const { use } = at;
    if (!use) return { label: at.rests };
    if (!use.to) return { label: use.ends ?? 'used', out: use };
    at = use.to;
  }
}
