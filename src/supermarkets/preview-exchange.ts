import { account } from '../bookkeeping/chart';
import { walletAccountId } from '../credits/wallet.reader';
import { toDecimal } from '../kernel/amount';
import { addMonths, type Day } from '../kernel/calendar';
import { currency } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { accountsById } from '../ledger/account.reader';
import { accountId, type AccountRef } from '../ledger/account-ref';
import { offerGoods, openTill, readBasket } from './basket';
import type { PreviewExchange } from './exchange-input';
import { owedOf, planExchange, type Plan } from './exchange-plan';
import { allowanceExceeded, insufficientCredits, outOfStock } from './exchange-refusals';
import type { ExchangedPart } from './exchange.reader';
import { unusualQuantities, type UnusualQuantity } from './usual-quantity.reader';

/** What a household would still have of a class after an exchange; below zero: so much lacks. */
export interface AllowanceAfter {
  readonly productClass: string;
  readonly remaining: number;
  readonly until: Day;
}

/** What an exchange would do, and all that it would be refused for. */
export interface ExchangePreview {
  readonly communityId: string;
  readonly lines: readonly ExchangedPart[];
  readonly credits: number;
  readonly walletAfter: number;
  readonly allowanceAfter: readonly AllowanceAfter[];
  /** What is more than usual: it may be right, and somebody should look twice. */
  readonly warnings: readonly UnusualQuantity[];
  readonly refusals: readonly Refusal[];
}

/**
 * Shows what an exchange would do, and posts nothing (the clerks and storekeepers of the store's
 * operator). Refuses what readBasket refuses; what the ledger would refuse stands in `refusals`,
 * all of it at once.
 */
export async function previewExchange(
  work: UnitOfWork,
  input: PreviewExchange,
): Promise<ExchangePreview> {
  const till = await openTill(work, input, null);
  const basket = await readBasket(work, till, input);
  const plan = planExchange(basket, await offerGoods(work, basket));
  const { communityId } = till;
  const [held, warnings] = await Promise.all([
    readHeld(work, plan),
    unusualQuantities(work, {
      ...{ communityId, storeId: till.storeId, assetId: basket.scheme.asset.id },
      wanted: basket.wanted,
    }),
  ]);
  const allowances = plan.allowances.map((planned) => ({
    planned,
    before: planned.open ? held.allowance(planned.class.id) : planned.granted,
  }));
  const refusals = [
    ...plan.refused,
    ...plan.short.map(outOfStock),
    ...(plan.credits > held.wallet ? [insufficientCredits(held.wallet, plan.credits)] : []),
    ...allowances
      .filter(({ planned, before }) => planned.pieces > before)
      .map(({ planned, before }) => allowanceExceeded(plan, planned, before)),
    ...poolShort(plan, held.pool),
  ];
  return {
    communityId,
    lines: plan.parts.map(({ product, lot, quantity }) => ({
      ...{ communityId, productId: product.productId, lotId: lot.id, quantity },
      credits: product.offered.credits * quantity,
    })),
    credits: plan.credits,
    walletAfter: held.wallet - plan.credits,
    allowanceAfter: allowances.map(({ planned, before }) => ({
      productClass: planned.class.code,
      remaining: before - planned.pieces,
      until: addMonths(`${basket.month}-01`, 1),
    })),
    warnings,
    refusals,
  };
}

interface Held {
  readonly wallet: number;
  readonly pool: bigint;
  allowance(classId: string): number;
}

/** What the wallet, the allowances and the pool hold now, in one statement. */
async function readHeld(work: UnitOfWork, { basket, allowances }: Plan): Promise<Held> {
  const { till, customer, scheme, month } = basket;
  const { communityId } = till;
  const idOf = (ref: AccountRef, assetId: string) => accountId(communityId, ref, assetId);
  const wallet = walletAccountId(communityId, customer.residentId, scheme);
  const pool = idOf(account('poolAvailable', till.poolId), currency(till.currency).id);
  const allowanceOf = (classId: string) =>
    idOf(account('householdAllowance', customer.householdId, month), classId);
  const ids = [wallet, pool, ...allowances.map((each) => allowanceOf(each.class.id))];
  const accounts = await accountsById(work.db, communityId, ids);
  const balances = new Map(accounts.map(({ id, balance }) => [id, balance]));
  const balance = (id: string) => balances.get(id) ?? 0n;
  return {
    wallet: Number(balance(wallet)),
    pool: balance(pool),
    allowance: (classId) => Number(balance(allowanceOf(classId))),
  };
}

/** The pool must be able to owe for the operator's own goods. */
function poolShort(plan: Plan, available: bigint): Refusal[] {
  return owedOf(plan)
    .filter(({ amount }) => amount.minor > available)
    .map(({ amount }) => {
      const held = { asset: amount.asset, minor: available };
      const facts = { available: toDecimal(held), required: toDecimal(amount) };
      return new Refusal('POOL_SHORT', facts, ['lines']);
    });
}
