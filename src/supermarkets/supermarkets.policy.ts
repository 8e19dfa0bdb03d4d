import type { Context } from '../api/context';
import { thenBoth } from '../api/at-once';
import { policy } from '../api/policy';
import { holds, type Actor } from '../kernel/actor';
import type { PlaceRow } from '../society/place.entity';
import { placeKnown } from '../society/place.reader';
import { isResident, servesResident } from '../society/resident.policy';
import {
  inCommunity,
  isAuditor,
  isRegistrar,
  isStoreStaff,
  mayReadBooks,
} from '../society/society.policy';
import type { StoreRow } from './store.entity';
import { storeById } from './store.reader';

/** Who serves at the till of an operator's stores and receives its goods. */
export function isStaffOf(actor: Actor, operatorId: string): boolean {
  return holds(actor, operatorId, 'storekeeper', 'clerk');
}

/** Who runs an operator's stores. */
export function isStorekeeperOf(actor: Actor, operatorId: string): boolean {
  return holds(actor, operatorId, 'storekeeper');
}

/** What an exchange's policy looks at. */
export interface ExchangeParties {
  readonly communityId: string;
  readonly residentId: string;
  readonly operatorId: string;
}

/** Who may see what somebody took home. */
export function mayReadExchange(actor: Actor, at: PlaceRow, exchange: ExchangeParties): boolean {
  return (
    isResident(actor, { communityId: exchange.communityId, id: exchange.residentId }) ||
    isStaffOf(actor, exchange.operatorId) ||
    isRegistrar(actor, at) ||
    isAuditor(actor, at)
  );
}

export const exchangeReader = inCommunity<ExchangeParties>(
  "The resident, the store's staff, and cadres, officers and auditors of the community.",
  mayReadExchange,
);

/** What is in the wallet concerns fewer than what was taken home. */
export const walletReader = policy<ExchangeParties>(
  servesResident.says,
  (context, { communityId, residentId }) =>
    servesResident.allows(context, { communityId, id: residentId } as never),
);

/** A policy over the operator of the store that a row stands in, and the place it lies in. */
export function inStore<Source extends { readonly communityId: string }>(
  says: string,
  storeIdOf: (source: Source) => string,
  allows: (actor: Actor, at: PlaceRow, operatorId: string) => boolean,
) {
  return policy<Source>(says, (context: Context, source) => {
    const { communityId } = source;
    const found = placeKnown(context, communityId);
    const store = context.lookUp(storeById, communityId, storeIdOf(source));
    return thenBoth(
      found,
      store,
      (at, its) => at !== null && its !== null && allows(context.actor, at, its.operatorId),
    );
  });
}

/** Who may know what goods cost and what the operator is owed. */
export function mayReadCosts(actor: Actor, at: PlaceRow, operatorId: string): boolean {
  return isStaffOf(actor, operatorId) || mayReadBooks(actor, at);
}

/** For a store's fields. */
export const costReader = inCommunity<StoreRow>(
  "The store's staff, and readers of the place's books.",
  (actor, at, { operatorId }) => mayReadCosts(actor, at, operatorId),
);

/** Who may read a store's exchanges as a list. */
export function mayReadExchanges(actor: Actor, at: PlaceRow, operatorId: string): boolean {
  return isStaffOf(actor, operatorId) || isRegistrar(actor, at) || isAuditor(actor, at);
}

export const storeExchangesReader = inCommunity<StoreRow>(
  "The store's staff, and cadres, officers and auditors of the place.",
  (actor, at, { operatorId }) => mayReadExchanges(actor, at, operatorId),
);

/** Who may read any exchange of a community: its stores' staff, cadres, officers and auditors. */
export function mayServe(actor: Actor, at: PlaceRow): boolean {
  return isStoreStaff(actor, at) || isRegistrar(actor, at) || isAuditor(actor, at);
}
