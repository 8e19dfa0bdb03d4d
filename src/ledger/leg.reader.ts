import type { EntityManager } from 'typeorm';
import { fromCursor, limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';

/** A leg together with the account it stands on. */
export interface PostedLeg {
  readonly communityId: string;
  readonly entryId: string;
  readonly n: number;
  readonly accountId: string;
  readonly kind: string;
  readonly holderId: string;
  readonly about: string;
  readonly normalSide: 1 | -1;
  readonly floored: boolean;
  readonly assetId: string;
  /** Debits positive, credits negative, in minor units. */
  readonly amount: bigint;
  readonly seq: bigint;
  /** The account's totals after this leg. */
  readonly debits: bigint;
  readonly credits: bigint;
}

const LEG = `leg.community_id "communityId", leg.entry_id "entryId", leg.n,
  leg.account_id "accountId", account.kind, account.holder_id "holderId", account.about,
  account.normal_side "normalSide", account.floored, leg.asset_id "assetId", leg.amount, leg.seq,
  leg.debits, leg.credits`;

export async function legsOfEntries(
  db: EntityManager,
  communityId: string,
  entryIds: readonly string[],
): Promise<PostedLeg[]> {
  const rows: RawLeg[] = await read(
    db,
    `select ${LEG} from ledger_leg leg
     join ledger_account account
       on account.community_id = $1 and account.id = leg.account_id
     where leg.community_id = $1 and leg.entry_id = any ($2)
     order by leg.entry_id, leg.n`,
    [communityId, entryIds],
  );
  return rows.map(toLeg);
}

/** The legs of entries on accounts of some kinds: where an entry has many more. */
export async function legsOfEntriesOn(
  db: EntityManager,
  communityId: string,
  entryIds: readonly string[],
  kinds: readonly string[],
): Promise<PostedLeg[]> {
  const rows: RawLeg[] = await read(
    db,
    `select ${LEG} from ledger_leg leg
     join ledger_account account
       on account.community_id = $1 and account.id = leg.account_id
     where leg.community_id = $1 and leg.entry_id = any ($2) and account.kind = any ($3)
     order by leg.entry_id, leg.n`,
    [communityId, entryIds, kinds],
  );
  return rows.map(toLeg);
}

/** One line of an account's statement. */
export interface StatementLine extends PostedLeg {
  readonly rule: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

/** Beyond the sequence of any leg there will be; a cursor has no more digits than it. */
const NO_SEQ_YET = '999999999999999999';

/**
 * An account's lines, newest first. The page is cut on the legs before entries are joined: joined
 * first, the planner walks all of a long account (measured: 272 ms against .5).
 */
export async function statement(
  db: EntityManager,
  communityId: string,
  accountId: string,
  ask: PageAsk,
): Promise<Page<StatementLine>> {
  const after = fromCursor(ask, 1)?.[0] ?? NO_SEQ_YET;
  if (!/^\d{1,18}$/.test(after)) throw new Refusal('CURSOR_UNREADABLE', {}, ['after']);
  const rows: (RawLeg & { rule: string; occurredAt: Date; recordedAt: Date })[] = await read(
    db,
    `select ${LEG}, entry.rule, entry.occurred_at "occurredAt", entry.recorded_at "recordedAt"
     from (
       select * from ledger_leg
       where community_id = $1 and account_id = $2 and seq < $3::bigint
       order by seq desc limit $4
     ) leg
     join ledger_account account on account.community_id = $1 and account.id = leg.account_id
     join ledger_entry entry on entry.community_id = $1 and entry.id = leg.entry_id
     order by leg.seq desc`,
    [communityId, accountId, after, limitOf(ask)],
  );
  const lines = rows.map((row) => ({
    ...toLeg(row),
    rule: row.rule,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
  }));
  return toPage(ask, lines, (line) => [line.seq.toString()]);
}

type RawLeg = Omit<PostedLeg, 'amount' | 'seq' | 'debits' | 'credits'> &
  Record<'amount' | 'seq' | 'debits' | 'credits', string>;

function toLeg(row: RawLeg): PostedLeg {
  const { amount, seq, debits, credits } = row;
  return {
    ...row,
    amount: BigInt(amount),
    seq: BigInt(seq),
    debits: BigInt(debits),
    credits: BigInt(credits),
  };
}
