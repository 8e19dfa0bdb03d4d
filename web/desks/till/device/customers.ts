import {
  TillCustomerAgain,
  type TillCustomerFragment,
  TillCustomers,
  type TillCustomersQueryVariables,
} from '../../../generated/operations';
import { found } from '../../kit/found';
import { hashOf, readCardCode } from '../scan/codes';
import { nowByServer } from './clock';
import { ask, type Answer } from './network';
import { forget, keep, keptAll } from './seen-store';

/** What may still be taken of a class of goods; `given` is false where a rule stands against. */
export interface MayTake {
  readonly code: string;
  readonly name: string;
  readonly remaining: number;
  readonly given: boolean;
}

/** Who stands at the till, as the till needs it. */
export interface Customer {
  readonly id: string;
  /** What of the name is shown to others who look on: 张**. */
  readonly called: string;
  readonly credits: number;
  readonly frozen: boolean;
  readonly ending: { readonly credits: number; readonly on: string } | null;
  readonly mayTake: readonly MayTake[];
  /** When the books said so. */
  readonly seenAt: string;
}

/**
 * What the device keeps of somebody for a day: no name, address, birth or group of theirs; the end
 * of the telephone number and a hash of the card are enough to know them again.
 */
export interface SeenCustomer extends Customer {
  readonly phoneEnd: string | null;
  readonly cardHash: string | null;
}

/** Somebody found at the server, with what tells two of one name apart. */
export interface Found extends SeenCustomer {
  readonly name: string;
  readonly address: string | null;
}

const KEPT_MS = 24 * 3_600_000;
const PHONE_END = 4;

const isCurrent = ({ seenAt }: Customer) => nowByServer().getTime() - Date.parse(seenAt) < KEPT_MS;

/** How somebody is sought: a card, the end of a number, or the beginning of a name. */
export type Sought = TillCustomersQueryVariables['by'];

const EMPTY: Sought = { cardCode: null, phoneTail: null, name: null, address: null };

/** Reads from what was typed or scanned what it is. */
export function soughtBy(text: string): Sought {
  const said = text.trim();
  if (/^\d{3,11}$/.test(said)) return { ...EMPTY, phoneTail: said };
  if (readCardCode(said)) return { ...EMPTY, cardCode: said };
  return { ...EMPTY, name: said };
}

/** Who it may be, by the server. */
export async function findCustomers(
  storeId: string,
  by: Sought,
): Promise<Answer<readonly Found[]>> {
  const { data, error } = await ask('query', TillCustomers, { storeId, by, after: null });
  if (error) return { error };
  const card = by.cardCode ? readCardCode(by.cardCode) : null;
  const cardHash = card ? await hashOf(card) : null;
  const people = data.tillCustomers.edges.map(({ node }) => foundOf(node, cardHash));
  return { data: people };
}

/** Somebody as the books have them now; null where nobody was reached. */
export async function customerAgain(storeId: string, id: string): Promise<Customer | null> {
  const { data } = await ask('query', TillCustomerAgain, { id, storeId });
  const node = found(data?.node);
  if (!node) return null;
  const before = (await keptAll('customers')).find((seen) => seen.id === id);
  const customer = foundOf(node, before?.cardHash ?? null);
  await remember(customer);
  return customer;
}

function foundOf(node: TillCustomerFragment, cardHash: string | null): Found {
  const { id, name, displayName, phone, household, wallet, mayTake } = node;
  return {
    ...{ id, called: displayName, name: name ?? displayName, cardHash },
    address: household?.address ?? null,
    phoneEnd: phone?.slice(-PHONE_END) ?? null,
    credits: wallet?.balance ?? 0,
    frozen: wallet?.frozen ?? false,
    ending: wallet?.expiringSoon ?? null,
    mayTake: (mayTake ?? []).map(({ productClass, remaining, refusedBy }) => ({
      ...{ ...productClass, remaining, given: refusedBy === null },
    })),
    seenAt: nowByServer().toISOString(),
  };
}

/**
 * Keeps of whoever is served what the till needs to serve them again today, and forgets who was
 * served before: a till that never loses its network looks for nobody here.
 */
export async function remember(customer: Found): Promise<void> {
  const { name: _name, address: _address, ...seen } = customer;
  await keep('customers', seen);
  await forgetOld();
}

/** Those who were served here within a day; forgets the others. */
async function forgetOld(): Promise<readonly SeenCustomer[]> {
  const all = await keptAll('customers');
  const old = all.filter((each) => !isCurrent(each));
  await Promise.all(old.map(({ id }) => forget('customers', id)));
  return all.filter(isCurrent);
}

/** Who it may be, of those who were served here today. */
export async function findSeen(text: string): Promise<readonly SeenCustomer[]> {
  const all = await forgetOld();
  const card = readCardCode(text);
  const cardHash = card ? await hashOf(card) : null;
  const said = text.trim();
  return all.filter((each) =>
    cardHash
      ? each.cardHash === cardHash
      : isEnd(said, each.phoneEnd) || (said !== '' && each.called[0] === said[0]),
  );
}

/** Whether a number that was typed ends as the one that is kept does. */
const isEnd = (typed: string, kept: string | null): boolean =>
  kept !== null && /^\d{3,}$/.test(typed) && (typed.endsWith(kept) || kept.endsWith(typed));
