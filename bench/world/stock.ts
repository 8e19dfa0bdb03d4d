import { randomUUID } from 'node:crypto';
import { account } from '../../src/bookkeeping/chart';
import { draft, record } from '../../src/bookkeeping/record';
import { credit, debit } from '../../src/bookkeeping/rule';
import { CREDITS } from '../../src/bookkeeping/rules/credits';
import type { CreditScheme } from '../../src/credits/credit-scheme.reader';
import type { PoolRow } from '../../src/foundations/pool.entity';
import { amount } from '../../src/kernel/amount';
import { addDays, dayOf } from '../../src/kernel/calendar';
import { currency } from '../../src/kernel/currency';
import { toGlobalId } from '../../src/kernel/global-id';
import { request } from '../../src/kernel/request';
import type { UnitOfWork } from '../../src/kernel/unit-of-work';
import { addProduct } from '../../src/supermarkets/add-product';
import { receiveGoods } from '../../src/supermarkets/receive-goods';
import { setAllowance } from '../../src/supermarkets/set-allowance';
import { SHAPE } from '../posting/shape';

/** Runs a command as the system. */
export type Run = <T>(command: (work: UnitOfWork) => Promise<T>) => Promise<T>;

/** More than any run takes: what is measured is serving, never refusing. */
const PLENTY = 1_000_000_000;

/** The most that the commands allow. */
const LARGEST_ALLOWANCE = 1000;
const LARGEST_LOT = 100_000;

const asked = () => ({
  request: request('bench', { idempotencyKey: randomUUID() }),
  occurredAt: new Date(),
});

/** Puts money into the pool, as if it had been remitted. */
export async function fillPool(run: Run, pool: PoolRow): Promise<void> {
  const money = amount(currency('CNY'), PLENTY * 1000);
  const legs = [
    debit(account('bank', pool.foundationId), money),
    credit(account('poolAvailable', pool.id), money),
  ];
  const paidIn = { ...asked(), rule: 'bench', facts: {}, reversalOf: null, legs };
  await run((work) => record(work, pool.communityId, paidIn));
}

/** Gives each resident credits, as if services had been confirmed. */
export async function fillWallets(
  run: Run,
  books: string,
  scheme: CreditScheme,
  residentIds: readonly string[],
): Promise<void> {
  const drafts = residentIds.map((residentId) => {
    const facts = {
      ...{ serviceId: randomUUID(), schemeId: scheme.id, residentId, capped: false },
      ...{ organisationId: randomUUID(), serviceKind: 'repair', minutes: 60, month: '2026-01' },
      credits: amount(scheme.asset, PLENTY),
    };
    return draft(CREDITS.serviceCredited, facts, asked());
  });
  await run((work) => record(work, books, ...drafts));
}

/** The global ids of the products that the till gives: each of three lots, of a class. */
export async function stockShelves(
  run: Run,
  communityId: string,
  storeId: string,
): Promise<string[]> {
  for (let n = 0; n < SHAPE.allowanceClasses; n += 1)
    await run((work) =>
      setAllowance(work, {
        ...{ communityId, code: `class-${n}`, name: `Class ${n}`, extraPieces: 0 },
        pieces: LARGEST_ALLOWANCE,
      }),
    );
  const products: string[] = [];
  for (let n = 0; n < SHAPE.products; n += 1) {
    const product = await run((work) =>
      addProduct(work, {
        ...{ communityId, name: `Product ${n}`, unit: 'bag of 5 kg', price: 8 },
        allowanceClass: `class-${n % SHAPE.allowanceClasses}`,
      }),
    );
    const productId = toGlobalId('Product', product.communityId, product.id);
    products.push(productId);
    for (const days of [30, 60, 90]) await receiveLot(run, storeId, productId, days);
  }
  return products;
}

/** A lot of the operator's own goods: each exchange makes the pool owe for it. */
async function receiveLot(run: Run, storeId: string, productId: string, days: number) {
  await run((work) =>
    receiveGoods(work, {
      ...{ idempotencyKey: randomUUID(), storeId, productId, quantity: LARGEST_LOT },
      ...{ source: 'OPERATOR_OWNED', unitCost: { amount: '28.00', currency: 'CNY' } },
      expiresOn: addDays(dayOf(work.now, 'Asia/Shanghai'), days),
    }),
  );
}
