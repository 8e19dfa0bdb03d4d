import { CITY } from '../api/context';
import { schemeOfPlace, type CreditScheme } from '../credits/credit-scheme.reader';
import { authorise } from '../kernel/actor';
import { dayOf, type Day } from '../kernel/calendar';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { isResident } from '../society/resident.policy';
import {
  readLines,
  refuseMoment,
  type PreviewExchange,
  type WantedProduct,
} from './exchange-input';
import { refuseLots } from './fefo-override';
import { isStaffOf } from './supermarkets.policy';
import { readGoods, type Offered } from './shelf.reader';
import { pricedFor } from './rules-in-force';
import { readCustomer, readTill, type Customer, type Till } from './till.reader';

/** The till that an exchange is asked for at, by someone who may serve there. */
export async function openTill(
  work: UnitOfWork,
  input: PreviewExchange,
  key: string | null,
): Promise<Till> {
  const ref = tenantRef('Store', input.storeId, ['storeId']);
  const till = await readTill(work, ref, key, input.occurredAt);
  if (!till) throw new Refusal('ID_UNKNOWN', { type: 'Store' }, ['storeId']);
  authorise(work.actor, isStaffOf(work.actor, till.operatorId));
  return till;
}

/** What stands on the counter: who takes what, when, and in which credits it is paid. */
export interface Basket {
  readonly till: Till;
  readonly customer: Customer;
  readonly scheme: CreditScheme;
  readonly wanted: readonly WantedProduct[];
  readonly occurredAt: Date;
  /** The day and the month it is where the store lies. */
  readonly day: Day;
  readonly month: string;
}

/**
 * Reads an exchange's input. Refuses: `NO_LINES`, `TOO_MANY_LINES`, `QUANTITY_OUT_OF_RANGE`,
 * `ID_UNKNOWN`, `OTHER_COMMUNITY`, `OCCURRED_TOO_LONG_AGO`, `OCCURRED_IN_FUTURE`,
 * `NOT_A_RESIDENT`, `OWN_EXCHANGE`, `WALLET_FROZEN`, `NO_SCHEME`.
 */
export async function readBasket(
  work: UnitOfWork,
  till: Till,
  input: PreviewExchange,
): Promise<Basket> {
  const { occurredAt } = input;
  const wanted = readLines(input.lines, till.communityId);
  refuseMoment(work, occurredAt);
  const day = dayOf(occurredAt, till.timeZone);
  const [customer, scheme] = await Promise.all([
    needCustomer(work, till, input.residentId, day),
    work.row(schemeOfPlace, CITY, till.communityId),
  ]);
  if (!scheme) throw new Refusal('NO_SCHEME', { place: till.placeName }, ['storeId']);
  return { till, customer, scheme, wanted, occurredAt, day, month: day.slice(0, 7) };
}

async function needCustomer(
  work: UnitOfWork,
  { communityId }: Till,
  globalId: string,
  day: Day,
): Promise<Customer> {
  const path = ['residentId'];
  const ref = tenantRef('Resident', globalId, path);
  sameCommunity(ref, communityId, path);
  const customer = await readCustomer(work, ref, day);
  if (!customer) throw new Refusal('ID_UNKNOWN', { type: 'Resident' }, path);
  if (customer.movedOut !== null && customer.movedOut <= day)
    throw new Refusal('NOT_A_RESIDENT', {}, path);
  refuseOwn(work, communityId, customer, path);
  if (customer.frozen) throw new Refusal('WALLET_FROZEN', {}, path);
  return customer;
}

/** Nobody serves, or takes back from, themselves: `OWN_EXCHANGE`. */
export function refuseOwn(
  { actor }: UnitOfWork,
  communityId: string,
  who: { readonly residentId: string; readonly personId: string | null },
  path: readonly string[],
): void {
  const own = who.personId !== null && who.personId === actor.personId;
  if (own || isResident(actor, { communityId, id: who.residentId }))
    throw new Refusal('OWN_EXCHANGE', {}, path);
}

/** A product of the basket with what the store has of it. */
export interface OfferedProduct extends WantedProduct {
  readonly offered: Offered;
  /** The rule that made the price what it is for this customer, if one did. */
  readonly ruleId: string | null;
}

/** Reads the goods as they lie on the shelf. Refuses: `ID_UNKNOWN`, and what refuseLots does. */
export async function offerGoods(work: UnitOfWork, basket: Basket): Promise<OfferedProduct[]> {
  const { till, customer, wanted, day, month, occurredAt } = basket;
  const offered = await readGoods(work, till, {
    productIds: wanted.map(({ productId }) => productId),
    householdId: customer.householdId,
    ...{ occurredAt, day, month },
  });
  const products = wanted.map((each) => {
    const found = offered.get(each.productId);
    if (found) {
      const { credits, ruleId } = pricedFor(customer.groups, till.rules, found);
      return { ...each, offered: { ...found, credits }, ruleId };
    }
    throw new Refusal('ID_UNKNOWN', { type: 'Product' }, [...each.path, 'productId']);
  });
  if (wanted.some(({ fromLots }) => fromLots)) await refuseLots(work, { ...till, day }, products);
  return products;
}
