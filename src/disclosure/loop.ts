import { PURPOSES, type Purpose } from '../foundations/pool.entity';
import type { MoneyItem } from '../reports/money-flows';
import type { OrganisationKind } from '../society/organisation.entity';

/** On which side of the open book an item stands. */
export type MoneySide = 'income' | 'use' | 'proof';

/** Whose strength a source of income is. */
export type MoneyMeans = 'own' | 'government';

/** What an item of the open book is. */
export interface ItemOfLoop {
  readonly side: MoneySide;
  /** Of income alone. */
  readonly means: MoneyMeans | null;
  /** The row of the source documents that speaks of it. */
  readonly row: string;
}

const income = (means: MoneyMeans, row: string): ItemOfLoop => ({ side: 'income', means, row });
const use = (row: string): ItemOfLoop => ({ side: 'use', means: null, row });

/**
 * The items of the open book, in the order in which it tells them. A community's own means are what
 * its public-benefit fund raises (C8) and what its social enterprises give (C7); government money
 * is what it is allotted (C2).
 */
export const ITEMS: Readonly<Record<MoneyItem, ItemOfLoop>> = {
  surplus: income('own', 'C7'),
  gifts: income('own', 'C8'),
  matches: income('own', 'C8'),
  public_money: income('government', 'C2'),
  grants: use('A5'),
  welfare_goods: use('A1'),
  operator_goods: use('A1'),
  returned: use('C2'),
  shown: { side: 'proof', means: null, row: 'C4' },
};

/** Where money stands in the closed loop: whoever gives it, the pools, and whom it reaches. */
export type LoopNode =
  | 'enterprises'
  | 'givers'
  | 'government'
  | `pool_${Purpose}`
  | 'self_organisations'
  | 'social_organisations'
  | 'other_organisations'
  | 'supermarkets'
  | 'treasury'
  | 'services';

export const POOL_NODES = PURPOSES.map((purpose): LoopNode => `pool_${purpose}`);

/** Money of one item between two nodes. */
export interface LoopEdge {
  readonly from: LoopNode;
  readonly to: LoopNode;
}

/** What is known of a sum of money: its item, its pool's purpose and, of grants, the grantee. */
interface Known {
  readonly item: MoneyItem;
  readonly purpose: Purpose;
  readonly grantee: OrganisationKind | null;
}

const GRANTEES: Partial<Record<OrganisationKind, LoopNode>> = {
  self_organisation: 'self_organisations',
  social_organisation: 'social_organisations',
};

/** From where to where each item goes: a node, or one that depends on the sum. */
const WAYS: Readonly<Record<MoneyItem, (known: Known) => LoopEdge>> = {
  surplus: (known) => ({ from: 'enterprises', to: pool(known) }),
  gifts: (known) => ({ from: 'givers', to: pool(known) }),
  matches: (known) => ({ from: 'enterprises', to: pool(known) }),
  public_money: (known) => ({ from: 'government', to: pool(known) }),
  grants: (known) => ({ from: pool(known), to: granteeOf(known) }),
  welfare_goods: (known) => ({ from: pool(known), to: 'supermarkets' }),
  operator_goods: (known) => ({ from: pool(known), to: 'supermarkets' }),
  returned: (known) => ({ from: pool(known), to: 'treasury' }),
  shown: (known) => ({ from: granteeOf(known), to: 'services' }),
};

const pool = ({ purpose }: Known): LoopNode => `pool_${purpose}`;

const granteeOf = ({ grantee }: Known): LoopNode =>
  (grantee && GRANTEES[grantee]) ?? 'other_organisations';

/** Where in the loop a sum of money flows. */
export function wayOf(known: Known): LoopEdge {
  return WAYS[known.item](known);
}
