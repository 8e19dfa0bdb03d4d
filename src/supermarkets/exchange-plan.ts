import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import type { Refusal } from '../kernel/refusal';
import { ownRequest, type Request } from '../kernel/request';
import type { Draft } from '../ledger/draft';
import { draft } from '../bookkeeping/record';
import {
  SUPERMARKETS,
  type DecidedBy,
  type OperatorShare,
} from '../bookkeeping/rules/supermarkets';
import type { Basket, OfferedProduct } from './basket';
import { takeFrom } from './fefo-override';
import { allowanceAsset, goodsAsset } from './supermarket-assets';
import { refusedByRules, rulesAsked } from './till-rules';
import type { LotToTake } from './shelf.reader';
import type { ClassInForce, Customer } from './till.reader';

/** Pieces of one lot of a wanted product. */
export interface PlannedPart {
  readonly product: OfferedProduct;
  readonly lot: LotToTake;
  readonly quantity: number;
  /** Why they are not of the first lot to expire, where the line names theirs. */
  readonly fefoReason?: string;
}

/** What an exchange takes of a household's allowance of one class. */
export interface PlannedAllowance {
  readonly class: ClassInForce;
  readonly granted: number;
  readonly pieces: number;
  readonly open: boolean;
  /** The input's first line of this class. */
  readonly path: readonly string[];
}

/** How a basket can be served from the lots that lie there now. */
export interface Plan {
  readonly basket: Basket;
  readonly parts: readonly PlannedPart[];
  /** The whole price, of what is missing as well. */
  readonly credits: number;
  readonly allowances: readonly PlannedAllowance[];
  /** Products of which there is too little. */
  readonly short: readonly OfferedProduct[];
  /** What the till's rules say against it. */
  readonly refused: readonly Refusal[];
  /** The versions that decide it. */
  readonly decidedBy: DecidedBy;
}

/** Chooses lots, first expiring first unless a line names its own; a product may be of several. */
export function planExchange(basket: Basket, products: readonly OfferedProduct[]): Plan {
  const served = products.map((product) => ({
    product,
    ...takeFrom(product),
  }));
  return {
    basket,
    parts: served.flatMap(({ product, taken }) => taken.map((part) => ({ product, ...part }))),
    credits: products.reduce((sum, each) => sum + each.offered.credits * each.quantity, 0),
    allowances: allowancesOf(basket, products),
    short: served.filter(({ missing }) => missing > 0).map(({ product }) => product),
    refused: refusedByRules(basket, products),
    decidedBy: decidedBy(basket, products),
  };
}

function decidedBy(basket: Basket, products: readonly OfferedProduct[]): DecidedBy {
  const classes = new Set(products.map(({ offered }) => offered.allowanceClassId));
  const rules = rulesAsked(basket, products);
  return {
    prices: products.map(({ offered }) => offered.priceId),
    allowances: basket.till.classes
      .filter(({ id }) => classes.has(id))
      .map(({ versionId }) => versionId),
    // Most have none, and every entry is kept for good.
    ...(rules.length > 0 ? { rules } : {}),
    ...(basket.customer.groups.length > 0 ? { priority: true } : {}),
  };
}

function allowancesOf(basket: Basket, products: readonly OfferedProduct[]): PlannedAllowance[] {
  return basket.till.classes.flatMap((each) => {
    const own = products.filter(({ offered }) => offered.allowanceClassId === each.id);
    const [first] = own;
    if (!first) return [];
    return {
      class: each,
      granted: grantedOf(each, basket.customer),
      pieces: own.reduce((sum, { quantity }) => sum + quantity, 0),
      open: first.offered.allowanceOpen,
      path: first.path,
    };
  });
}

/** What a class of goods gives a customer's household in a month. */
export function grantedOf(
  { pieces, extraPieces }: ClassInForce,
  { groups }: Pick<Customer, 'groups'>,
): number {
  return pieces + (groups.length > 0 ? extraPieces : 0);
}

/**
 * The entries of an exchange. A household's first exchange of a month opens its allowance with an
 * entry of its own just before, so that the mirror of the exchange leaves the allowance open.
 */
export function draftsOf(plan: Plan, asked: Request): Draft[] {
  const { basket } = plan;
  const { customer, occurredAt, month } = basket;
  const opened = plan.allowances
    .filter(({ open, granted }) => !open && granted > 0)
    .map(({ class: each, granted }) =>
      draft(
        SUPERMARKETS.allowanceOpened,
        {
          householdId: customer.householdId,
          allowanceClass: each.code,
          month,
          pieces: amount(allowanceAsset(each), granted),
        },
        {
          request: ownRequest(`allowance/${customer.householdId}/${each.code}/${month}`),
          occurredAt,
        },
      ),
    );
  return [...opened, exchangeDraft(plan, asked)];
}

function exchangeDraft(plan: Plan, asked: Request): Draft {
  const { till, customer, scheme, occurredAt, month } = plan.basket;
  return draft(
    SUPERMARKETS.goodsExchanged,
    {
      storeId: till.storeId,
      operatorId: till.operatorId,
      schemeId: scheme.id,
      residentId: customer.residentId,
      householdId: customer.householdId,
      lines: plan.parts.map(({ product, lot, quantity, fefoReason }) => ({
        productId: product.productId,
        lotId: lot.id,
        quantity: amount(goodsAsset(product.productId), quantity),
        credits: amount(scheme.asset, product.offered.credits * quantity),
        ...(fefoReason ? { fefoReason } : {}),
      })),
      allowances: plan.allowances.map(({ class: each, pieces }) => ({
        allowanceClass: each.code,
        month,
        pieces: amount(allowanceAsset(each), pieces),
      })),
      owed: owedOf(plan),
      decidedBy: plan.decidedBy,
    },
    { request: asked, occurredAt },
  );
}

/** What the store's pool comes to owe for the operator's own goods. */
export function owedOf({ parts, basket }: Plan): OperatorShare[] {
  const minor = parts
    .filter(({ lot }) => lot.source === 'OPERATOR_OWNED')
    .reduce((sum, { lot, quantity }) => sum + (lot.unitCost ?? 0n) * BigInt(quantity), 0n);
  const { poolId, currency: code } = basket.till;
  if (minor === 0n) return [];
  return [{ poolId, month: basket.month, amount: amount(currency(code), minor) }];
}
