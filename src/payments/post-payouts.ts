import type { DataSource } from 'typeorm';
import { draft, record, reverse } from '../bookkeeping/record';
import { PROCESSOR } from '../bookkeeping/rules/processor';
import { SYSTEM } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { newId } from '../kernel/id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import { ownRequest } from '../kernel/request';
import { inUnitOfWork, type UnitOfWork } from '../kernel/unit-of-work';
import { entriesById } from '../ledger/entry.reader';
import type { PayoutRow } from './payout.entity';
import { cityBooks, raiseTask } from './raise-task';

type Sent = Pick<PayoutRow, 'id' | 'currency' | 'minor' | 'status'>;

interface Share {
  readonly communityId: string;
  readonly holderId: string;
  readonly minor: bigint;
}

const FAILED = ['failed', 'canceled'];

/**
 * Posts what payouts took from whose balance: each holder's share is the sum of its transactions in
 * the payout, and its share of an earlier one that failed and leaves with this one again; what a
 * payout holds beyond them is the city's. A payout waits until all of its
 * transactions are posted; one that failed is taken back.
 */
export async function postPayouts(source: DataSource, now: Date): Promise<void> {
  for (const payout of await payoutsToPost(source))
    await inUnitOfWork(source, SYSTEM, (work) => post(work, payout), now);
  for (const payout of await payoutsToTakeBack(source))
    await inUnitOfWork(source, SYSTEM, (work) => takeBack(work, payout), now).catch(unlessShort);
}

/** What the bank has spent already is taken back once it has it again; the payout waits. */
function unlessShort(error: unknown): void {
  if (!(error instanceof Refusal && error.code === 'BANK_SHORT')) throw error;
}

/** Payouts whose own transaction still waits while all they are made of is posted. */
async function payoutsToPost(source: DataSource): Promise<Sent[]> {
  return await read<Sent>(
    source.manager,
    `select payout.id, payout.currency, payout.minor, payout.status from payout
     join balance_transaction own on own.source_id = payout.id and own.type = 'payout'
       and own.state = 'waiting'
     where not exists (select 1 from balance_transaction part
       where part.payout_id = payout.id and part.state = 'waiting')
     order by payout.created_at, payout.id limit 100`,
    [],
  );
}

async function payoutsToTakeBack(source: DataSource): Promise<Sent[]> {
  return await read<Sent>(
    source.manager,
    `select distinct payout.id, payout.currency, payout.minor, payout.status from payout
     join balance_transaction back on back.source_id = payout.id and back.type <> 'payout'
       and back.state = 'waiting'
     join balance_transaction own on own.source_id = payout.id and own.type = 'payout'
       and own.state = 'posted'
     where payout.status = any ($1) limit 100`,
    [FAILED],
  );
}

async function sharesOf(work: UnitOfWork, payout: Sent): Promise<Share[]> {
  const rows = await read<{ communityId: string; holderId: string; minor: string }>(
    work.db,
    `-- every community: a payout holds money of many
     select community_id "communityId", holder_id "holderId", sum(minor) minor from (
       select community_id, foundation_id holder_id, gross_minor - fee_minor minor
       from balance_transaction where payout_id = $1 and foundation_id is not null
       union all
       select share.community_id, share.holder_id, share.minor from balance_transaction back
       join payout_share share on share.payout_id = back.source_id
       where back.payout_id = $1 and back.foundation_id is null
     ) part group by community_id, holder_id order by community_id, holder_id`,
    [payout.id],
  );
  const shares = rows.map((row) => ({ ...row, minor: BigInt(row.minor) }));
  const books = await cityBooks(work.db);
  const left = BigInt(payout.minor) - shares.reduce((sum, { minor }) => sum + minor, 0n);
  const own = shares.find(({ holderId }) => holderId === books);
  const city = { communityId: books, holderId: books, minor: left + (own?.minor ?? 0n) };
  return [...shares.filter((share) => share !== own), city].filter(({ minor }) => minor !== 0n);
}

async function post(work: UnitOfWork, payout: Sent): Promise<void> {
  await work.begin();
  const asset = currency(payout.currency);
  for (const { communityId, holderId, minor } of await sharesOf(work, payout)) {
    const facts = { foundationId: holderId, payoutId: payout.id, amount: amount(asset, minor) };
    const request = ownRequest(`payout/${payout.id}/${holderId}`);
    const sent = draft(PROCESSOR.payoutSent, facts, { request, occurredAt: work.now });
    const [posted] = await record(work, communityId, sent);
    await work.db.query(
      `insert into payout_share (community_id, id, payout_id, holder_id, currency, minor, entry_id)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (community_id, payout_id, holder_id) do nothing`,
      [
        communityId,
        newId(),
        payout.id,
        holderId,
        payout.currency,
        minor.toString(),
        posted?.entryId,
      ],
    );
  }
  await ownPosted(work, payout, `type = 'payout'`);
}

/** The payout's own transaction moves no balance beside its shares: it is done with them. */
async function ownPosted(work: UnitOfWork, payout: Sent, which: string): Promise<void> {
  await work.db.query(
    `update balance_transaction set state = 'posted', community_id = $2
     where source_id = $1 and ${which}`,
    [payout.id, await cityBooks(work.db)],
  );
}

interface Posted {
  readonly communityId: string;
  readonly id: string;
  readonly entryId: string;
  readonly arrivedEntryId: string | null;
}

async function mirror(
  work: UnitOfWork,
  payout: Sent,
  { communityId, id }: Posted,
  entryId: string,
  how: 'failed' | 'returned',
): Promise<string> {
  const [entry] = await entriesById(work.db, communityId, [entryId]);
  if (!entry) throw new Error(`The entry of payout ${payout.id} is gone`);
  const request = ownRequest(`payout-${how}/${payout.id}/${id}`);
  const mirrored = { request, occurredAt: work.now, reason: payout.status };
  return (await reverse(work, entry, mirrored)).entryId;
}

async function takeBack(work: UnitOfWork, payout: Sent): Promise<void> {
  await work.begin();
  const shares = await read<Posted>(
    work.db,
    `-- every community: a payout holds money of many
     select community_id "communityId", id, entry_id "entryId", arrived_entry_id "arrivedEntryId"
     from payout_share
     where payout_id = $1 and failed_entry_id is null order by community_id, id for update`,
    [payout.id],
  );
  for (const share of shares) {
    // The bank gave back what it had: it is on its way first, and then at the processor again.
    if (share.arrivedEntryId) await mirror(work, payout, share, share.arrivedEntryId, 'returned');
    const entryId = await mirror(work, payout, share, share.entryId, 'failed');
    await work.db.query(
      `update payout_share set failed_entry_id = $3, arrived_entry_id = null, arrived_on = null,
         bank_reference = null
       where community_id = $1 and id = $2`,
      [share.communityId, share.id, entryId],
    );
    await raiseTask(work, {
      communityId: share.communityId,
      kind: 'payout_failed',
      objectId: payout.id,
    });
  }
  await ownPosted(work, payout, `type <> 'payout'`);
}
