import type { DataSource } from 'typeorm';
import { draft, record } from '../../src/bookkeeping/record';
import { GRANTS } from '../../src/bookkeeping/rules/grants';
import type { DonationRow } from '../../src/donations/donation.entity';
import { donationById } from '../../src/donations/donation.reader';
import type { StartDonation } from '../../src/donations/start-donation';
import type { PoolRow } from '../../src/foundations/pool.entity';
import { SYSTEM } from '../../src/kernel/actor';
import { toGlobalId, type TenantRef } from '../../src/kernel/global-id';
import { newId } from '../../src/kernel/id';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import type { PaymentTaskRow } from '../../src/payments/payment-task.entity';
import { fen, newPool } from '../foundations/money';
import { freshDatabase } from '../support/database';
import { newWorld, type World } from '../support/world';
import { give, newCounter, sessionOf, type Counter } from './gifts';

export type Pool = PoolRow & { readonly globalId: string };

/** A gift as it stood when it was looked at. */
export type Gift = DonationRow & { readonly globalId: string; readonly session: string };

/** Two foundations with their people, a pool of the first, and a counter where givers pay. */
export interface Desk {
  readonly source: DataSource;
  readonly world: World;
  readonly counter: Counter;
  readonly pool: Pool;
  /** Somebody begins a gift to the pool, if to nothing else. */
  started(input?: Partial<StartDonation>, now?: Date): Promise<Gift>;
  /** Somebody gives and has paid. */
  paid(input?: Partial<StartDonation>): Promise<Gift>;
  /** The gift as it stands now. */
  again(gift: Gift): Promise<Gift>;
  /** The pool of a foundation's own, for a test that spends. */
  newPool(): Promise<Pool>;
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const database = await freshDatabase();
  const source = database.dataSource;
  const world = await newWorld(source);
  const counter = await newCounter(source, { availableAfterSeconds: 0 });
  const pool = await newPool(source, world.home);
  const started: Desk['started'] = async (input = {}, now) => {
    const to = { poolId: pool.globalId };
    const { donation, checkoutUrl } = await give(source, { to, ...input }, now);
    return asGift(donation, sessionOf(checkoutUrl));
  };
  const again = async ({ communityId, id, session }: Gift) => {
    const [row] = await donationById.read(source.manager, communityId, [id]);
    return asGift(row!, session);
  };
  return {
    ...{ source, world, counter, pool, started, again },
    paid: async (input) => {
      const gift = await started(input);
      await counter.standIn.pay(gift.session, {});
      await counter.deliver();
      return await again(gift);
    },
    newPool: () => newPool(source, world.home),
    close: async () => {
      await counter.close();
      await database.drop();
    },
  };
}

const asGift = (row: DonationRow, session: string): Gift => ({
  ...{ ...row, session },
  globalId: toGlobalId('Donation', row.communityId, row.id),
});

/** A grant takes so much of a pool. */
export async function spend(source: DataSource, pool: PoolRow, minor: bigint): Promise<void> {
  const facts = { poolId: pool.id, grantId: newId(), amount: fen(minor) };
  const how = { request: ownRequest(`spent/${newId()}`), occurredAt: new Date() };
  const award = draft(GRANTS.grantAwarded, facts, how);
  await inUnitOfWork(source, SYSTEM, (work) => record(work, pool.communityId, award));
}

/** The processor's own name of what was paid for a gift first. */
export async function chargeOf(source: DataSource, { id }: { id: string }): Promise<string> {
  const [row] = await source.query<{ charge: string }[]>(
    'select charge_id charge from gift_payment where donation_id = $1 order by id',
    [id],
  );
  return row!.charge;
}

/** What stands on accounts of a holder, on their normal side. */
export async function balanceOf(
  source: DataSource,
  { communityId }: Pick<PoolRow, 'communityId'>,
  holderId: string,
  kind: string,
): Promise<number> {
  const [row] = await source.query<{ minor: string | null }[]>(
    `select sum((debits - credits) * normal_side) minor from ledger_account
     where community_id = $1 and holder_id = $2 and kind = $3`,
    [communityId, holderId, kind],
  );
  return Number(row?.minor ?? 0);
}

/** What the processor told is worked off, and then all that the worker does by itself. */
export async function settleDown({ counter }: Pick<Desk, 'counter'>, now?: Date): Promise<void> {
  await counter.deliver(now);
  await counter.work(now);
}

export type Letter = {
  readonly template: string;
  readonly recipient: string;
  readonly facts: Readonly<Record<string, unknown>>;
};

/** The letters about a gift, or a pledge, in the order they were written. */
export async function lettersOf(source: DataSource, { id }: { id: string }): Promise<Letter[]> {
  return await source.query<Letter[]>(
    `select template, recipient, facts from mail
     where key like '%' || $1 || '%' or facts->>'followLink' like '%' || $1 order by id`,
    [id],
  );
}

/** What the acknowledgements of a gift say, in the order they were issued. */
export async function papersOf(
  source: DataSource,
  { communityId, id }: TenantRef,
): Promise<Record<string, unknown>[]> {
  const rows = await source.query<{ facts: Record<string, unknown> }[]>(
    'select facts from acknowledgement where community_id = $1 and donation_id = $2 order by id',
    [communityId, id],
  );
  return rows.map(({ facts }) => facts);
}

export type Task = PaymentTaskRow & { readonly globalId: string };

/** The tasks about a gift, oldest first. */
export async function tasksOf(source: DataSource, gift: TenantRef): Promise<Task[]> {
  const rows = await source.getRepository<PaymentTaskRow>('PaymentTaskRow').find({
    where: { communityId: gift.communityId, aboutId: gift.id },
    order: { id: 'ASC' },
  });
  return rows.map((row) => ({
    ...row,
    globalId: toGlobalId('PaymentTask', row.communityId, row.id),
  }));
}
