import { PRIORITY_GROUPS } from '../../src/society/resident-priority.entity';

/** Something that moved goods or credits. */
export interface Move {
  readonly store: string | null;
  readonly month: string;
  readonly figure: string;
  readonly source: string;
  readonly productClass: string;
  readonly amount: number;
}

/** Somebody who did something, or of whom it was taken back (−1). */
export interface Seen {
  readonly store: string | null;
  readonly month: string;
  readonly way: string;
  readonly resident: string;
  readonly household: string;
  readonly times: number;
}

/** Who somebody is. */
export interface Who {
  readonly household: string;
  readonly isPriority: boolean;
  readonly band: string;
}

/** Everything that happened, added up anew for each question. */
export class SlowModel {
  readonly moves: Move[] = [];
  readonly seen: Seen[] = [];

  constructor(private readonly people: ReadonlyMap<string, Who>) {}

  private sum(store: string | null, figure: string, counts: (each: Move) => boolean): number {
    return this.moves
      .filter((each) => each.figure === figure && counts(each))
      .filter((each) => store === null || each.store === store)
      .reduce((sum, { amount }) => sum + amount, 0);
  }

  goods(store: string | null, month: string) {
    const shelf = ['received', 'given', 'missing', 'recalled', 'writtenOff'];
    const sign = (figure: string) => (figure === 'received' ? 1 : -1);
    const keys = [...new Set(this.moves.map((each) => `${each.source} ${each.productClass}`))];
    return keys
      .map((key) => {
        const [source = '', productClass = ''] = key.split(' ');
        const of = (each: Move) => each.source === source && each.productClass === productClass;
        const within = (figure: string) =>
          this.sum(store, figure, (each) => of(each) && each.month === month);
        const standing = (counts: (each: Move) => boolean) =>
          shelf.reduce(
            (sum, figure) =>
              sum + sign(figure) * this.sum(store, figure, (each) => of(each) && counts(each)),
            0,
          );
        return {
          ...{ source, productClass: productClass || null },
          opening: standing((each) => each.month < month),
          ...Object.fromEntries([...shelf, 'thrownAway', 'returned'].map((f) => [f, within(f)])),
          ...{ sent: 0, arrived: 0, lostOnTheWay: 0 },
          left: standing((each) => each.month <= month),
        };
      })
      .filter((line) => Object.values(line).some((value) => typeof value === 'number' && value))
      .sort((one, other) =>
        `${one.source} ${one.productClass ?? ''}`.localeCompare(
          `${other.source} ${other.productClass ?? ''}`,
        ),
      );
  }

  credits(store: string | null, month: string) {
    const within = (figure: string, source?: string) =>
      this.sum(store, figure, (each) => {
        return each.month === month && (source === undefined || each.source === source);
      });
    const spent = within('spent');
    if (store) return { spent };
    const by = (figure: string) => this.sum(null, figure, (each) => each.month <= month);
    const [service, goods] = [within('issued', 'service'), within('issued', 'goods')];
    return {
      issued: [
        { by: 'SERVICE', credits: service },
        { by: 'GOODS', credits: goods },
        { by: 'COURSE', credits: within('issued', 'course') },
      ],
      ...{ spent, expired: 0, outstanding: by('issued') - by('spent') },
      serviceShareBasisPoints:
        service + goods > 0 ? Math.round((service * 10_000) / (service + goods)) : null,
    };
  }

  /** Residents of whom something stands in a month, each once. */
  residents(store: string | null, months: readonly string[], way: string | null): string[] {
    const times = new Map<string, number>();
    for (const each of this.seen)
      if (months.includes(each.month) && (way === null || each.way === way))
        if (store === null || each.store === store) {
          // What is done in two months is done twice: one may be taken back.
          const key = `${each.resident} ${each.month}`;
          times.set(key, (times.get(key) ?? 0) + each.times);
        }
    const standing = [...times].filter(([, count]) => count > 0);
    return [...new Set(standing.map(([key]) => key.split(' ')[0] ?? ''))];
  }

  households(store: string | null, months: readonly string[]) {
    const seen = this.residents(store, months, 'exchanged').map((id) => this.people.get(id)!);
    const count = (counts: (who: Who) => boolean) =>
      new Set(seen.filter(counts).map(({ household }) => household)).size;
    return {
      all: count(() => true),
      ...Object.fromEntries(PRIORITY_GROUPS.map((group) => [group.toUpperCase(), 0])),
      LOW_INCOME: count(({ isPriority }) => isPriority),
      none: count(({ isPriority }) => !isPriority),
    };
  }

  band(month: string, band: string, way: string | null): number {
    return this.residents(null, [month], way).filter((id) => this.people.get(id)?.band === band)
      .length;
  }
}
