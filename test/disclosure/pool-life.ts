import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { account } from '../../src/bookkeeping/chart';
import { draft, record, reverse } from '../../src/bookkeeping/record';
import { credit, debit, type Rule } from '../../src/bookkeeping/rule';
import { GIFTS, type TakenBack } from '../../src/bookkeeping/rules/gifts';
import { GRANTS } from '../../src/bookkeeping/rules/grants';
import { POOLS } from '../../src/bookkeeping/rules/pools';
import { SUPERMARKETS } from '../../src/bookkeeping/rules/supermarkets';
import { noteTakeBack, noteTakeBackFailed } from '../../src/donations/note-take-back';
import type { PoolRow } from '../../src/foundations/pool.entity';
import { SYSTEM } from '../../src/kernel/actor';
import { newId } from '../../src/kernel/id';
import { ownRequest } from '../../src/kernel/request';
import { inUnitOfWork, type UnitOfWork } from '../../src/kernel/unit-of-work';
import type { Leg } from '../../src/ledger/draft';
import { entriesById } from '../../src/ledger/entry.reader';
import { fen } from '../foundations/money';

/** A rule that stands in for one whose other legs (goods, credits) are of no interest here. */
const bare = (name: string, legs: Leg[]): Rule<Record<string, unknown>> => ({
  name,
  says: name,
  example: {},
  post: () => legs,
});

export interface Given {
  readonly donationId: string;
  readonly paymentId: string;
  readonly entryId: string;
}

/** What happens to the money of one pool, in the books and in the rows beside them. */
export class PoolLife {
  constructor(
    readonly source: DataSource,
    readonly pool: PoolRow,
  ) {}

  private get fund() {
    return { poolId: this.pool.id, foundationId: this.pool.foundationId };
  }

  async post<F>(rule: Rule<F>, facts: F): Promise<string> {
    return await this.within((work) => this.postIn(work, rule, facts));
  }

  private async within<T>(act: (work: UnitOfWork) => Promise<T>): Promise<T> {
    return await inUnitOfWork(this.source, SYSTEM, async (work) => {
      await work.begin();
      return await act(work);
    });
  }

  private async postIn<F>(work: UnitOfWork, rule: Rule<F>, facts: F): Promise<string> {
    const how = { request: ownRequest(randomUUID()), occurredAt: work.now };
    const [posted] = await record(work, this.pool.communityId, draft(rule, facts, how));
    return posted!.entryId;
  }

  async fillBank(minor: number): Promise<void> {
    const { foundationId, communityId } = this.pool;
    const legs = [
      debit(account('bank', foundationId), fen(minor)),
      credit(account('suspense', communityId), fen(minor)),
    ];
    await this.post(bare('bankFilled', legs), {});
  }

  async remit(minor: number): Promise<string> {
    const { communityId: booksId, foundationId, id: poolId } = this.pool;
    const facts = { enterpriseId: randomUUID(), declarationId: randomUUID() };
    await this.post(POOLS.surplusPledged, { ...facts, amount: fen(minor) });
    const at = { booksId, foundationId };
    const parts = [{ ...at, shares: [{ poolId, amount: fen(minor) }] }];
    return await this.post(POOLS.surplusRemitted, { ...facts, planId: randomUUID(), at, parts });
  }

  async give(minor: number, projectId: string | null): Promise<Given> {
    const { id: poolId, foundationId } = this.pool;
    const given = { donationId: newId(), paymentId: newId() };
    const facts = { foundationId, ...given, poolId, projectId, amount: fen(minor) };
    return await this.within(async (work) => {
      const entryId = await this.postIn(work, GIFTS.giftReceived, facts);
      await this.keep(work, { ...given, entryId }, minor, 'gift');
      return { ...given, entryId };
    });
  }

  /** A payment that is held for a person to decide. */
  async hold(minor: number): Promise<Given> {
    const { communityId: booksId, foundationId } = this.pool;
    const given = { donationId: newId(), paymentId: newId() };
    const facts = { foundationId, ...given, booksId, amount: fen(minor), because: 'amount' };
    return await this.within(async (work) => {
      const entryId = await this.postIn(work, GIFTS.giftHeld, facts);
      await this.keep(work, { ...given, entryId }, minor, 'held');
      return { ...given, entryId };
    });
  }

  private async keep(work: UnitOfWork, given: Given, minor: number, takenAs: string) {
    const { communityId, id: poolId, foundationId } = this.pool;
    const { donationId, paymentId, entryId } = given;
    await work.db.query(
      `insert into donation (community_id, id, foundation_id, pool_id, currency, amount_minor,
         state, giver_kind, locale, provider, token, key, fingerprint, started_at, paid_at,
         refunded_minor, disputed_minor)
       values ($1, $2, $3, $4, 'CNY', $5, 'paid', 'person', 'zh', 'local', $6, $6, '\\x00', $7, $7,
         0, 0)`,
      [communityId, donationId, foundationId, poolId, minor, randomUUID(), work.now],
    );
    await work.db.query(
      `insert into gift_payment (community_id, id, donation_id, charge_id, method, currency, minor,
         match_minor, taken_as, paid_at, entry_id)
       values ($1, $2, $3, $4, 'card', 'CNY', $5, 0, $6, $7, $8)`,
      [communityId, paymentId, donationId, randomUUID(), minor, takenAs, work.now, entryId],
    );
  }

  async refund(given: Given, parts: TakenBack[], minor: number): Promise<string> {
    const { communityId, foundationId } = this.pool;
    const { donationId, paymentId, entryId: giftEntryId } = given;
    return await this.within(async (work) => {
      const facts = { foundationId, donationId, paymentId, refundId: randomUUID(), parts };
      const entryId = await this.postIn(work, GIFTS.giftRefunded, facts);
      await noteTakeBack(work, { communityId, paymentId, giftEntryId, entryId });
      await work.db.query(
        `insert into gift_refund (community_id, id, donation_id, payment_id, refund_id, origin,
           state, minor, reason, requested_at, entry_id, key, fingerprint)
         values ($1, $2, $3, $4, $5, 'dashboard', 'succeeded', $6, 'x', $7, $8, $5, '\\x00')`,
        [communityId, newId(), donationId, paymentId, randomUUID(), minor, work.now, entryId],
      );
      return entryId;
    });
  }

  async failRefund(entryId: string): Promise<void> {
    const { communityId } = this.pool;
    await this.within(async (work) => {
      const [original] = await entriesById(work.db, communityId, [entryId]);
      const how = { request: ownRequest(randomUUID()), occurredAt: work.now, reason: 'failed' };
      const { entryId: reversalEntryId } = await reverse(work, original!, how);
      await noteTakeBackFailed(work, { communityId, entryId, reversalEntryId });
      await work.db.query(
        `update gift_refund set state = 'failed', reversal_entry_id = $3
         where community_id = $1 and entry_id = $2`,
        [communityId, entryId, reversalEntryId],
      );
    });
  }

  /** A dispute that is lost, or, without parts, one that is open. */
  async dispute(given: Given, minor: number, parts: TakenBack[] | null): Promise<void> {
    const { communityId, foundationId } = this.pool;
    const { donationId, paymentId, entryId: giftEntryId } = given;
    const ids = { foundationId, donationId, paymentId, disputeId: randomUUID() };
    await this.within(async (work) => {
      const opened = { ...ids, amount: fen(minor) };
      const withdrawn = await this.postIn(work, GIFTS.disputeOpened, opened);
      const lost = parts && (await this.postIn(work, GIFTS.disputeLost, { ...ids, parts }));
      if (lost) await noteTakeBack(work, { communityId, paymentId, giftEntryId, entryId: lost });
      await work.db.query(
        `insert into gift_dispute (community_id, id, donation_id, payment_id, dispute_id, status,
           minor, opened_at, withdrawn_entry_id, lost_entry_id)
         values ($1, $2, $3, $4, $5, 'x', $6, $7, $8, $9)`,
        [
          communityId,
          newId(),
          donationId,
          paymentId,
          ids.disputeId,
          minor,
          work.now,
          withdrawn,
          lost,
        ],
      );
    });
  }

  async award(grantId: string, minor: number) {
    await this.post(GRANTS.grantAwarded, { ...this.fund, grantId, amount: fen(minor) });
  }

  async cancel(grantId: string, minor: number) {
    await this.post(GRANTS.grantCancelled, { ...this.fund, grantId, amount: fen(minor) });
  }

  async free(grantId: string, minor: number) {
    await this.post(GRANTS.projectGiftsFreed, { ...this.fund, grantId, amount: fen(minor) });
  }

  async pay(grantId: string, trancheId: string, minor: number, fromGifts: boolean) {
    const rule = fromGifts ? GRANTS.projectGiftsUsed : GRANTS.trancheDisbursed;
    await this.post(rule, { ...this.fund, grantId, trancheId, amount: fen(minor) });
  }

  async giveBack(grantId: string, minor: number): Promise<string> {
    return await this.post(GRANTS.unspentReturned, { ...this.fund, grantId, amount: fen(minor) });
  }

  async exchange(storeId: string, month: string, minor: number): Promise<string> {
    const { id } = this.pool;
    const legs = [
      debit(account('poolAvailable', id), fen(minor)),
      credit(account('operatorOwed', id, storeId, month), fen(minor)),
    ];
    return await this.post(bare('goodsExchanged', legs), { storeId });
  }

  async void(exchangeId: string): Promise<void> {
    await this.within(async (work) => {
      const [original] = await entriesById(work.db, this.pool.communityId, [exchangeId]);
      const how = { request: ownRequest(randomUUID()), occurredAt: work.now, reason: 'mistake' };
      await reverse(work, original!, how);
    });
  }

  async settle(storeId: string, month: string, minor: number): Promise<void> {
    const ids = { ...this.fund, storeId, operatorId: randomUUID(), month };
    await this.post(SUPERMARKETS.operatorSettled, { ...ids, amount: fen(minor) });
  }

  async purchase(storeId: string, minor: number): Promise<void> {
    const { id, foundationId } = this.pool;
    const legs = [
      debit(account('goodsExpense', id, storeId), fen(minor)),
      credit(account('bank', foundationId), fen(minor)),
      debit(account('poolAvailable', id), fen(minor)),
      credit(account('poolSpent', id), fen(minor)),
    ];
    await this.post(bare('goodsPurchased', legs), { storeId });
  }
}
