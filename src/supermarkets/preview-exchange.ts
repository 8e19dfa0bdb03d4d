import { account } from '../bookkeeping/chart';
import { spentInTime, type SpentInTime } from '../credits/spent-in-time.reader';
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
import { grantedOf, owedOf, planExchange, type Plan } from './exchange-plan';
import { allowanceExceeded, insufficientCredits, outOfStock } from './exchange-refusals';
import type { ExchangedPart } from './exchange.reader';
import type { ClassInForce } from './till.reader';
import { unusualQuantities } from './unusual-quantities';
import type { UnusualQuantity } from './usual-quantity.reader';

/** What a household would still have of a class after an exchange; below zero: so much lacks. */
export interface AllowanceAfter {
  readonly productClass: string;
  readonly name: string;
  readonly before: number;
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
  /** The same of every class of goods, touched or not. */
  readonly allowances: readonly AllowanceAfter[];
  /** What of the wallet ends soon, and how much of it this spends. */
  readonly expiring: readonly SpentInTime[];
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
  const offered = await offerGoods(work, basket);
  const plan = planExchange(basket, offered);
  const { communityId } = till;
  const { residentId } = basket.customer;
  const [held, warnings, expiring] = await Promise.all([
    readHeld(work, plan),
    unusualQuantities(work, basket, offered),
    spentInTime(work, { communityId, residentId, scheme: basket.scheme }, plan.credits),
  ]);
  return {
    communityId,
    lines: plan.parts.map(({ product, lot, quantity, fefoReason = null }) => ({
      ...{ communityId, productId: product.productId, lotId: lot.id, quantity },
      credits: product.offered.credits * quantity,
      fefoReason,
    })),
    credits: plan.credits,
    walletAfter: held.wallet - plan.credits,
    ...allowancesAfter(plan, held),
    ...{ expiring, warnings },
    refusals: refusalsOf(plan, held),
  };
}

/** All that the ledger and the till would say against it, at once. */
function refusalsOf(plan: Plan, held: Held): Refusal[] {
  const exceeded = plan.allowances.flatMap((planned) => {
    const before = held.allowance(planned.class);
    return planned.pieces > before ? allowanceExceeded(plan, planned, before) : [];
  });
  return [
    ...plan.refused,
    ...plan.short.map(outOfStock),
    ...(plan.credits > held.wallet ? [insufficientCredits(held.wallet, plan.credits)] : []),
    ...exceeded,
    ...poolShort(plan, held.pool),
  ];
}

function allowancesAfter(
  { basket, allowances: planned }: Plan,
  held: Held,
): Pick<ExchangePreview, 'allowanceAfter' | 'allowances'> {
  const until = addMonths(`${basket.month}-01`, 1);
  const byCode = [...basket.till.classes].sort((a, b) => (a.code < b.code ? -1 : 1));
  const allowances = byCode.map((each) => {
    const before = held.allowance(each);
    const taken = planned.find(({ class: { id } }) => id === each.id)?.pieces ?? 0;
    const { code: productClass, name } = each;
    return { productClass, name, before, remaining: before - taken, until };
  });
  const touched = new Set(planned.map(({ class: { code } }) => code));
  const allowanceAfter = allowances.filter(({ productClass }) => touched.has(productClass));
  return { allowanceAfter, allowances };
}

interface Held {
  readonly wallet: number;
  readonly pool: bigint;
  /** What is left of a class this month: all of it, where nothing was taken yet. */
  allowance(of: ClassInForce): number;
}

/** What the wallet, the allowances and the pool hold now, in one statement. */
async function readHeld(work: UnitOfWork, { basket }: Plan): Promise<Held> {
  const { till, customer, scheme, month } = basket;
  const { communityId } = till;
  const idOf = (ref: AccountRef, assetId: string) => accountId(communityId, ref, assetId);
  const wallet = walletAccountId(communityId, customer.residentId, scheme);
  const pool = idOf(account('poolAvailable', till.poolId), currency(till.currency).id);
  const allowanceOf = ({ id }: ClassInForce) =>
    idOf(account('householdAllowance', customer.householdId, month), id);
  const ids = [wallet, pool, ...till.classes.map(allowanceOf)];
  const accounts = await accountsById(work.db, communityId, ids);
  const known = new Map(accounts.map((each) => [each.id, each]));
  return {
    wallet: Number(known.get(wallet)?.balance ?? 0n),
    pool: known.get(pool)?.balance ?? 0n,
    allowance: (of) => {
      const opened = known.get(allowanceOf(of));
      return opened && opened.credits > 0n ? Number(opened.balance) : grantedOf(of, customer);
    },
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
