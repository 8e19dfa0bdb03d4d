import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import type { TakenBack } from '../../src/bookkeeping/rules/gifts';
import type { PoolRow } from '../../src/foundations/pool.entity';
import { fen } from '../foundations/money';
import { Naive, type In, type NaiveGift, type Out } from './naive';
import { PoolLife, type Given } from './pool-life';

const KINDS = [
  'give',
  'give',
  'give',
  'giveFor',
  'giveFor',
  'giveFor',
  'remit',
  'award',
  'award',
  'award',
  'pay',
  'pay',
  'pay',
  'pay',
  'cancel',
  'giveBack',
  'giveBack',
  'exchange',
  'exchange',
  'void',
  'settle',
  'settle',
  'purchase',
  'refund',
  'refund',
  'refund',
  'fail',
  'fail',
  'lose',
] as const;

export const acts = fc.array(
  fc.record({
    does: fc.constantFrom(...KINDS),
    minor: fc.integer({ min: 1, max: 12 }),
    which: fc.nat({ max: 30 }),
  }),
  { minLength: 20, maxLength: 80, size: 'max' },
);
type Act = typeof acts extends fc.Arbitrary<(infer T)[]> ? T : never;

const POOL = 'pool';
const MONTHS = ['2026-01', '2026-02'] as const;

interface Exchange {
  readonly id: string;
  readonly owed: string;
  readonly minor: number;
  voided: boolean;
}

interface Refund {
  readonly id: string;
  readonly gift: NaiveGift;
  readonly taken: { account: string; minor: number; index: number }[];
  readonly back: NaiveGift['back'][number];
}

/** The same life twice: in the books, and fen by fen. */
export class Both {
  readonly naive = new Naive();
  readonly life: PoolLife;
  readonly given = new Map<NaiveGift, Given>();
  /** What came in otherwise: by its entry. */
  readonly others = new Map<string, readonly In[]>();
  readonly grants = [randomUUID(), randomUUID()];
  private readonly store = randomUUID();
  private readonly exchanges: Exchange[] = [];
  private readonly refunds: Refund[] = [];
  readonly did = new Map<string, number>();

  constructor(
    source: DataSource,
    readonly pool: PoolRow,
  ) {
    this.life = new PoolLife(source, pool);
  }

  async live(all: readonly Act[]): Promise<void> {
    for (const act of all) {
      const done = await this.act(act);
      if (done) this.did.set(act.does, (this.did.get(act.does) ?? 0) + 1);
    }
  }

  private async act({ does, minor, which }: Act): Promise<boolean> {
    const grantId = this.grants[which % 2]!;
    switch (does) {
      case 'give':
      case 'giveFor':
        return await this.give(minor, does === 'give' ? null : grantId);
      case 'remit': {
        const id = await this.life.remit(minor);
        this.others.set(id, this.naive.enter(POOL, minor, 'in_pool'));
        return true;
      }
      case 'award': {
        const most = Math.min(minor, this.naive.balance(POOL));
        if (most === 0) return false;
        await this.life.award(grantId, most);
        this.naive.move(POOL, `committed ${grantId}`, most, `committed ${grantId}`);
        return true;
      }
      case 'pay':
        return await this.pay(grantId, minor);
      case 'cancel':
        return await this.cancel(grantId);
      case 'giveBack':
        return await this.giveBack(grantId, minor);
      case 'exchange':
      case 'purchase':
        return await this.buy(does, minor, MONTHS[which % 2]!);
      case 'void':
        return await this.void(which);
      case 'settle':
        return await this.settle(MONTHS[which % 2]!);
      case 'refund':
      case 'lose':
        return await this.takeBack(does, which, minor);
      case 'fail':
        return await this.fail(which);
    }
  }

  private async give(minor: number, projectId: string | null): Promise<boolean> {
    const given = await this.life.give(minor, projectId);
    const rests = projectId ? `for_project ${projectId}` : 'in_pool';
    this.given.set(this.naive.give(projectId ? `project ${projectId}` : POOL, minor, rests), given);
    return true;
  }

  private readonly paid = new Map<string, number>();

  private async pay(grantId: string, minor: number): Promise<boolean> {
    const committed = `committed ${grantId}`;
    const whole = Math.min(minor, this.naive.balance(committed));
    if (whole === 0) return false;
    const trancheId = randomUUID();
    const gifts = Math.min(whole, this.naive.balance(`project ${grantId}`));
    if (gifts > 0) {
      await this.life.pay(grantId, trancheId, gifts, true);
      this.naive.leave(`project ${grantId}`, gifts, `spent ${grantId} ${trancheId}`);
      this.naive.move(committed, POOL, gifts, 'in_pool');
    }
    if (whole > gifts) {
      await this.life.pay(grantId, trancheId, whole - gifts, false);
      this.naive.leave(committed, whole - gifts, `spent ${grantId} ${trancheId}`);
    }
    this.paid.set(grantId, (this.paid.get(grantId) ?? 0) + whole);
    return true;
  }

  private async cancel(grantId: string): Promise<boolean> {
    const promised = this.naive.balance(`committed ${grantId}`);
    const gifts = this.naive.balance(`project ${grantId}`);
    if (promised > 0) {
      await this.life.cancel(grantId, promised);
      this.naive.move(`committed ${grantId}`, POOL, promised, 'in_pool');
    }
    if (gifts > 0) {
      await this.life.free(grantId, gifts);
      this.naive.move(`project ${grantId}`, POOL, gifts, 'in_pool');
    }
    return promised + gifts > 0;
  }

  private async giveBack(grantId: string, minor: number): Promise<boolean> {
    const most = Math.min(minor, this.paid.get(grantId) ?? 0);
    if (most === 0) return false;
    this.paid.set(grantId, (this.paid.get(grantId) ?? 0) - most);
    const id = await this.life.giveBack(grantId, most);
    this.others.set(id, this.naive.enter(POOL, most, 'in_pool'));
    return true;
  }

  private async buy(does: 'exchange' | 'purchase', minor: number, month: string) {
    const most = Math.min(minor, this.naive.balance(POOL));
    if (most === 0) return false;
    if (does === 'purchase') {
      await this.life.purchase(this.store, most);
      this.naive.leave(POOL, most, `spent_on_goods ${this.store} now`);
      return true;
    }
    const owed = `owed_to_operator ${this.store} ${month}`;
    const id = await this.life.exchange(this.store, month, most);
    this.naive.move(POOL, owed, most, owed);
    this.exchanges.push({ id, owed, minor: most, voided: false });
    return true;
  }

  private async void(which: number): Promise<boolean> {
    const open = this.exchanges.filter(
      ({ voided, owed, minor }) => !voided && this.naive.balance(owed) >= minor,
    );
    const exchange = open[which % open.length];
    if (!exchange) return false;
    await this.life.void(exchange.id);
    this.naive.move(exchange.owed, POOL, exchange.minor, 'in_pool');
    exchange.voided = true;
    return true;
  }

  private async settle(month: string): Promise<boolean> {
    const owed = `owed_to_operator ${this.store} ${month}`;
    const minor = this.naive.balance(owed);
    if (minor === 0) return false;
    await this.life.settle(this.store, month, minor);
    this.naive.leave(owed, minor, `spent_on_goods ${this.store} ${month}`);
    return true;
  }

  private async takeBack(does: 'refund' | 'lose', which: number, wanted: number) {
    const open = this.naive.gifts.filter(({ left }) => left > 0);
    const gift = open[which % open.length];
    if (!gift) return false;
    const minor = Math.min(wanted, gift.left);
    const from = [...new Set([gift.account, POOL])];
    const parts: TakenBack[] = [];
    const taken: Refund['taken'] = [];
    let left = minor;
    for (const account of from) {
      const most = Math.min(left, this.naive.balance(account));
      if (most === 0) continue;
      const projectId = account === POOL ? null : account.split(' ')[1]!;
      const fund = projectId ? { poolId: this.pool.id, projectId } : { poolId: this.pool.id };
      parts.push({ from: fund, amount: fen(most) });
      const outs: Out[] = this.naive.leave(account, most);
      taken.push({ account, minor: most, index: gift.taken.length });
      gift.taken.push({ outs, own: account === gift.account });
      left -= most;
    }
    if (left > 0) parts.push({ from: { lossOf: this.pool.foundationId }, amount: fen(left) });
    const given = this.given.get(gift)!;
    const back = { label: does === 'refund' ? 'refunded' : 'returned', minor, failed: false };
    gift.back.push(back);
    if (does === 'lose') await this.life.dispute(given, minor, parts);
    else this.refunds.push({ id: await this.life.refund(given, parts, minor), gift, taken, back });
    return true;
  }

  private async fail(which: number): Promise<boolean> {
    const open = this.refunds.filter(({ back }) => !back.failed);
    const refund = open[which % open.length];
    if (!refund) return false;
    await this.life.failRefund(refund.id);
    refund.back.failed = true;
    for (const { account, minor, index } of refund.taken) {
      const rests = account === POOL ? 'in_pool' : `for_project ${account.split(' ')[1]}`;
      refund.gift.taken[index]!.mirror = this.naive.enter(account, minor, rests);
    }
    return true;
  }
}
