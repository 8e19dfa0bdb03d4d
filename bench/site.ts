import path from 'node:path';
import { newId } from '../src/kernel/id';
import type { Acknowledged } from './database/laws';
import { administer, query } from './database/cluster';
import { ACCOUNT_OF_NUMBER, openAccounts } from './naive/accounts';
import { MANY_LEGS } from './naive/many-legs.sql';
import { TWO_LEGS } from './naive/two-legs.sql';
import type { Kind } from './posting/drafts';
import type { PostJob, Posted } from './posting/poster';
import { startChild, type Child } from './processes/child';

/** What a promise gives, made once and only when it is asked for. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/**
 * One database with the processes that work on it. What an arm needs is made when it first asks;
 * every entry that was acknowledged is counted, to be looked for at the end.
 */
export class Site {
  /** The books of our posting arms, one for each kind, and of the naive arms. */
  readonly books: Readonly<Record<Kind, string>> = { hot: newId(), spread: newId(), till: newId() };
  readonly naiveBooks = newId();

  private readonly children: Child[] = [];
  private readonly counted = new Map<string, { rule: string | null; entries: number }>();
  /** Sentences for what went wrong while it ran. */
  readonly wrong: string[] = [];

  constructor(
    /** For the application's role. */
    readonly url: string,
    /** For the superuser, in the same database. */
    readonly adminUrl: string,
    /** For every process of Node that works here. */
    readonly nodeArgs: readonly string[],
  ) {}

  /** Starts one of the bench's processes; it ends with the site. */
  start(module: string, ...args: string[]): Child {
    const child = startChild(path.join(__dirname, `${module}.js`), args, this.nodeArgs);
    this.children.push(child);
    return child;
  }

  readonly poster = once(() => Promise.resolve(this.start('posting/poster', this.url)));

  /** Opens the accounts of a kind of posting. */
  private readonly opened: Readonly<Record<Kind, () => Promise<void>>> = {
    hot: once(() => this.open('hot')),
    spread: once(() => this.open('spread')),
    till: once(() => this.open('till')),
  };

  private async open(kind: Kind): Promise<void> {
    const entries = await this.askPoster<number>('open', kind, 1, 0);
    this.count(this.books[kind], entries);
  }

  /** Posts through `record()`, so many at once. */
  async post(kind: Kind, inFlight: number, seconds: number, most?: number): Promise<Posted> {
    await this.opened[kind]();
    const posted = await this.askPoster<Posted>('post', kind, inFlight, seconds, most);
    this.count(this.books[kind], posted.entries);
    if (posted.wrong > 0)
      this.wrong.push(`${posted.wrong} of our ${kind} entries were not recorded exactly once.`);
    return posted;
  }

  private async askPoster<Result>(
    does: PostJob['does'],
    kind: Kind,
    inFlight: number,
    seconds: number,
    most?: number,
  ): Promise<Result> {
    const poster = await this.poster();
    const job: PostJob = { does, books: this.books[kind], kind, inFlight, seconds, most };
    return await poster.ask<Result>(job);
  }

  /** The functions and accounts of the naive arms. */
  readonly naive = once(async () => {
    const opening = openAccounts(this.naiveBooks);
    await administer(this.url, [
      ...['drop schema if exists bench cascade', 'create schema bench'],
      ...[ACCOUNT_OF_NUMBER, TWO_LEGS, MANY_LEGS, ...opening],
      'vacuum (analyze) ledger_account',
    ]);
    const [{ many = 0 } = {}] = await query<{ many: number }>(
      this.url,
      'select count(*)::integer as many from ledger_entry where community_id = $1',
      [this.naiveBooks],
    );
    this.count(this.naiveBooks, many);
  });

  /** Notes entries that were acknowledged. */
  count(books: string, entries: number, rule: string | null = null): void {
    const before = this.counted.get(books)?.entries ?? 0;
    this.counted.set(books, { rule, entries: before + entries });
  }

  get acknowledged(): Acknowledged[] {
    return [...this.counted].map(([books, each]) => ({ books, ...each }));
  }

  /** The kinds of entries that were posted here. */
  get posted(): Kind[] {
    const kinds = Object.keys(this.books) as Kind[];
    return kinds.filter((kind) => this.counted.has(this.books[kind]));
  }

  /** The books that are only the bench's own: nothing stands behind them. */
  get ownBooks(): string[] {
    return [...Object.values(this.books), this.naiveBooks];
  }

  /** Every set of books that something was counted in. */
  get allBooks(): string[] {
    return [...this.counted.keys()];
  }

  async close(): Promise<void> {
    await Promise.all(this.children.map((child) => child.stop()));
  }
}
