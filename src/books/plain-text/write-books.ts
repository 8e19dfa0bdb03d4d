import type { DataSource, EntityManager } from 'typeorm';
import type { Asset } from '../../kernel/amount';
import { addDays, dayOf, startOf, type Day } from '../../kernel/calendar';
import { totalsAsOf } from '../../ledger/as-of.reader';
import { legsOfEntries } from '../../ledger/leg.reader';
import {
  accountsInOrder,
  assetsHeld,
  entriesInOrder,
  type EntryHead,
  type ListedAccount,
} from '../../ledger/whole-books.reader';
import { nameAccount } from './account-name';
import { declareAccounts } from './declare-accounts';
import type { Dialect, Posting } from './dialect';
import { heldNames, type NamesOf } from './held-names';

/** Which part of whose books is written. */
export interface Wanted {
  readonly communityId: string;
  readonly title: string;
  readonly zone: string;
  /** The first day of recorded time, and the first one that is no longer asked for. */
  readonly from: Day | null;
  readonly until: Day | null;
}

/** Whoever takes nothing of it for so long keeps the view of the database no longer. */
const PATIENCE = `set local idle_in_transaction_session_timeout = '5min'`;

const REMARKS = [
  'Entries stand in the order in which they were recorded, on the day on which they happened.',
  'Residents and households stand under the end of their id.',
];

/**
 * Writes a set of books as plain text, piece by piece, from one view of the database: what is
 * recorded meanwhile is not in it, and so the balances at the end are those of the entries before.
 *
 * A stretch is one of recorded time, because only that stands still: an entry that comes late is
 * in the stretch in which it came, however far back it is dated.
 */
export async function* writeBooks(
  source: DataSource,
  dialect: Dialect,
  wanted: Wanted,
  namesOf: NamesOf,
): AsyncGenerator<string> {
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction('REPEATABLE READ');
    await runner.query(PATIENCE);
    yield* new Writing(runner.manager, dialect, wanted, namesOf).all();
  } finally {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    await runner.release();
  }
}

class Writing {
  private readonly assets = new Map<string, Asset>();
  private readonly names: ReturnType<typeof heldNames>;
  /** The latest day that anything stands on. */
  private last: Day;

  constructor(
    private readonly db: EntityManager,
    private readonly dialect: Dialect,
    private readonly wanted: Wanted,
    namesOf: NamesOf,
  ) {
    this.names = heldNames(db, wanted.communityId, namesOf);
    this.last = wanted.from ?? '1970-01-01';
  }

  async *all(): AsyncGenerator<string> {
    const { communityId, title, from, until } = this.wanted;
    yield this.dialect.heading(title, REMARKS);
    const held = await assetsHeld(this.db, communityId);
    const names = await this.names(held.map(({ id }) => id));
    for (const asset of held) {
      this.assets.set(asset.id, asset);
      yield this.dialect.commodity(asset, names.get(asset.id) ?? null);
    }
    const accounts = accountsInOrder(this.db, communityId);
    yield* declareAccounts(accounts, this.dialect, (page) => this.namesOfAccounts(page));
    if (from) yield* this.balances(from, (postings) => this.dialect.opening(from, postings), true);
    const stretch = { from: this.startOf(from), until: this.startOf(until) };
    for await (const page of entriesInOrder(this.db, communityId, stretch))
      yield await this.entries(page);
    const after = addDays(this.last, 1);
    const day = until && until > after ? until : after;
    yield '\n';
    yield* this.balances(until, (postings) => this.dialect.closing(day, postings), false);
  }

  private async entries(page: readonly EntryHead[]): Promise<string> {
    const { communityId } = this.wanted;
    const ids = page.map(({ id }) => id);
    const legs = await legsOfEntries(this.db, communityId, ids);
    const names = await this.namesOfAccounts(legs);
    const of = new Map<string, Posting[]>(ids.map((id) => [id, []]));
    for (const leg of legs) {
      const amount = { asset: this.asset(leg.assetId), minor: leg.amount };
      of.get(leg.entryId)?.push({ account: nameAccount(leg, names), amount });
    }
    return page.map((entry) => this.entry(entry, of.get(entry.id) ?? [])).join('');
  }

  private entry(entry: EntryHead, postings: readonly Posting[]): string {
    const occurredOn = dayOf(entry.occurredAt, this.wanted.zone);
    const recordedOn = dayOf(entry.recordedAt, this.wanted.zone);
    if (occurredOn > this.last) this.last = occurredOn;
    return this.dialect.entry({ ...entry, occurredOn, recordedOn, postings });
  }

  /** What all accounts hold when a day begins, or now; page by page. */
  private async *balances(
    day: Day | null,
    write: (postings: readonly Posting[]) => string,
    withoutEmpty: boolean,
  ): AsyncGenerator<string> {
    for await (const page of accountsInOrder(this.db, this.wanted.communityId)) {
      const names = await this.namesOfAccounts(page);
      const held = day === null ? page.map((each) => each.held) : await this.heldAt(day, page);
      const postings = page
        .map((account, at) => ({
          account: nameAccount(account, names),
          amount: { asset: this.asset(account.assetId), minor: held[at] ?? 0n },
        }))
        .filter(({ amount }) => amount.minor !== 0n || !withoutEmpty);
      if (postings.length > 0) yield write(postings);
    }
  }

  private async heldAt(day: Day, page: readonly ListedAccount[]): Promise<bigint[]> {
    // Moments are read to the end of their millisecond.
    const moment = new Date(startOf(day, this.wanted.zone).getTime() - 1);
    const asked = page.map(({ id }) => ({ accountId: id, moment }));
    const totals = await totalsAsOf(this.db, this.wanted.communityId, asked);
    const at = new Map(totals.map((each) => [each.accountId, each.debits - each.credits]));
    return page.map(({ id }) => at.get(id) ?? 0n);
  }

  private namesOfAccounts(
    accounts: readonly { holderId: string; about: string }[],
  ): Promise<ReadonlyMap<string, string>> {
    return this.names(accounts.flatMap(({ holderId, about }) => [holderId, ...about.split('/')]));
  }

  private asset(id: string): Asset {
    const asset = this.assets.get(id);
    if (!asset) throw new Error(`No account holds the asset ${id}`);
    return asset;
  }

  private startOf(day: Day | null): Date | null {
    return day === null ? null : startOf(day, this.wanted.zone);
  }
}
