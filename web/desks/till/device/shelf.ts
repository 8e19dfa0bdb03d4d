import {
  TillRules,
  type TillRulesQuery,
  TillShelf,
  TillTaken,
  type TillShelfQuery,
} from '../../../generated/operations';
import { found } from '../../kit/found';
import { nowByServer } from './clock';
import { type Answer, ask } from './network';
import { keep, kept } from './seen-store';

type StoreOf<Query extends { readonly node: object | null }> = Extract<
  NonNullable<Query['node']>,
  { readonly id: string }
>;

type Products = StoreOf<TillShelfQuery>['products'];

/** A product of the shelf, with today's price and what was left of it. */
export type Goods = Products['edges'][number]['node'];
export type Rule = StoreOf<TillRulesQuery>['tillRules'][number];

/** What a store gives and follows, as it was when it was last read. */
export interface Shelf {
  readonly storeId: string;
  readonly readAt: string;
  /** What is taken most stands first. */
  readonly goods: readonly Goods[];
  readonly rules: readonly Rule[];
}

/** A catalogue is not larger than so many pages of fifty. */
const MOST_PAGES = 40;

/** Reads the shelf anew and keeps it; null where the server was not reached. */
export async function readShelf(storeId: string): Promise<Shelf | null> {
  const asked = await ask('query', TillRules, { storeId });
  const goods = await readGoods(storeId);
  const told = found(asked.data?.node);
  if (!goods || !told) return null;
  const taken = await readTaken(storeId);
  const often = ({ id }: Goods) => taken.get(id) ?? 0;
  const shelf = {
    ...{ storeId, readAt: nowByServer().toISOString(), rules: told.tillRules },
    goods: goods.sort((one, other) => often(other) - often(one)),
  };
  await keep('shelves', shelf);
  return shelf;
}

/** How many pieces of each went of late; nothing where one may not know, so that the till works. */
async function readTaken(storeId: string): Promise<ReadonlyMap<string, number>> {
  const { data } = await ask('query', TillTaken, { storeId });
  const taken = new Map<string, number>();
  for (const { node } of found(data?.node)?.exchanges?.edges ?? [])
    for (const { product, quantity } of node.lines)
      taken.set(product.id, (taken.get(product.id) ?? 0) + quantity);
  return taken;
}

async function readGoods(storeId: string): Promise<Goods[] | null> {
  const goods: Goods[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const asked: Answer<TillShelfQuery> = await ask('query', TillShelf, {
      ...{ storeId, after, search: null },
    });
    const products: Products | undefined = found(asked.data?.node)?.products;
    if (!products) return null;
    goods.push(...products.edges.map(({ node }) => node));
    after = products.pageInfo.endCursor;
    if (!products.pageInfo.hasNextPage) break;
  }
  return goods;
}

/** The shelf of the last time. */
export const keptShelf = async (storeId: string): Promise<Shelf | null> =>
  (await kept('shelves', storeId)) ?? null;
