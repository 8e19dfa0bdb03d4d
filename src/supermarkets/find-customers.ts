import type { Context } from '../api/context';
import { authorise } from '../kernel/actor';
import { tenantRef } from '../kernel/global-id';
import { fromCursor, limitOf, toPage, type Page, type PageAsk } from '../kernel/page';
import { Refusal } from '../kernel/refusal';
import { readText } from '../kernel/text';
import { residentOfCard } from '../society/resident-card.reader';
import {
  residentsByAddress,
  residentsByName,
  residentsByPhone,
} from '../society/resident-search.reader';
import type { ResidentRow } from '../society/resident.entity';
import { storeById } from './store.reader';
import { isStaffOf } from './supermarkets.policy';

/** One way to find somebody: exactly one of these is given. */
export interface CustomerSought {
  readonly cardCode?: string | null;
  readonly phoneTail?: string | null;
  readonly name?: string | null;
  readonly address?: string | null;
}

const LONGEST = 100;

type Find = (
  context: Context,
  communityId: string,
  text: string,
  ask: PageAsk,
  path: readonly string[],
) => Promise<Page<ResidentRow>>;

const WAYS: Readonly<Record<keyof CustomerSought, Find>> = {
  cardCode: async ({ db }, communityId, text, ask, path) => {
    const isFirst = fromCursor(ask, 1) === null && limitOf(ask) > 0;
    const found = await residentOfCard(db, communityId, text, path);
    return toPage(ask, isFirst ? [found] : [], ({ id }) => [id]);
  },
  phoneTail: ({ db }, communityId, text, ask, path) =>
    residentsByPhone(db, communityId, text, ask, path),
  name: ({ db }, communityId, text, ask, path) =>
    residentsByName(db, communityId, readText(text, LONGEST, path), ask),
  address: ({ db }, communityId, text, ask, path) =>
    residentsByAddress(db, communityId, readText(text, LONGEST, path), ask),
};

/**
 * Who stands at a store's till (A1; the clerks and storekeepers of the store's operator): who lives
 * in its community and has the card, the end of the telephone number, the beginning of the name or
 * of the address. Refuses: `ID_UNKNOWN`, `SEARCH_ONE_WAY`, `CODE_UNREADABLE`, `CARD_UNKNOWN`,
 * `CARD_ENDED`, `RESIDENT_GONE`, `SEARCH_SHORT`, `TEXT_LENGTH`, `PAGE_SIZE`, `CURSOR_UNREADABLE`.
 */
export async function findCustomers(
  context: Context,
  storeId: string,
  by: CustomerSought,
  ask: PageAsk,
): Promise<Page<ResidentRow>> {
  const { communityId, id } = tenantRef('Store', storeId, ['storeId']);
  const store = await context.lookUp(storeById, communityId, id);
  if (!store) throw new Refusal('ID_UNKNOWN', { type: 'Store' }, ['storeId']);
  authorise(context.actor, isStaffOf(context.actor, store.operatorId));
  const given = Object.keys(WAYS).filter((way): way is keyof CustomerSought =>
    Boolean(by[way as keyof CustomerSought] ?? null),
  );
  const [way] = given;
  if (!way || given.length > 1) throw new Refusal('SEARCH_ONE_WAY', {}, ['by']);
  return await WAYS[way](context, communityId, by[way] ?? '', ask, ['by', way]);
}
