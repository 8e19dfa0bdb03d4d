import type { GiveAskedFragment, GiveTargetQuery } from '../../generated/operations';
import type { MoneyLike } from '../../kit/figures';

type Node = NonNullable<GiveTargetQuery['node']>;
export type AskedPool = Extract<Node, { __typename: 'Pool' }>;
export type AskedGrant = Extract<Node, { __typename: 'Grant' }>;
export type Gifts = AskedPool['gifts']['edges'];

/** Why nothing can be given, as the words are called that say so. */
export type Closed =
  | 'give.closed.all'
  | 'give.closed.currency'
  | 'give.closed.pool'
  | 'give.closed.upcoming'
  | 'give.closed.ended'
  | 'give.closed.project';

/** What one gives to, whatever it is: a campaign, a pool, or a grant's project. */
export interface Target {
  readonly id: string;
  /** Under which name the API takes its id. */
  readonly to: 'campaignId' | 'poolId' | 'grantId';
  readonly title: string;
  readonly foundation: string;
  readonly place: GiveAskedFragment['pool']['place'];
  readonly least: MoneyLike | null;
  readonly currency: string;
  readonly closed: Closed | null;
  readonly campaign: GiveAskedFragment | null;
  readonly pool: AskedPool | null;
  readonly grant: AskedGrant | null;
  readonly gifts: Gifts;
}

/** What stands at an address, or null where nothing to give to does. */
export function targetOf({ node, giving }: GiveTargetQuery): Target | null {
  if (!node) return null;
  const found = read(node);
  if (!found) return null;
  const least = giving.least.find(({ currency }) => currency === found.currency) ?? null;
  return { ...NOTHING, ...found, least, closed: whyClosed(giving.isOpen, found, least) };
}

const NOTHING = { campaign: null, pool: null, grant: null, gifts: [] };

type Found = Omit<Target, 'least' | 'campaign' | 'pool' | 'grant' | 'gifts'> & Partial<Target>;

function read(node: Node): Found | null {
  switch (node.__typename) {
    case 'Campaign': {
      const { id, title, pool, raised, state, gifts } = node;
      const closed = CAMPAIGN_CLOSED[state] ?? closedPool(pool);
      const { currency } = raised;
      const own = { campaign: node, gifts: gifts.edges, closed, currency };
      return { id, to: 'campaignId', title, ...ofPool(pool), ...own };
    }
    case 'Pool': {
      const { id, name, received, gifts } = node;
      const own = { pool: node, gifts: gifts.edges, currency: received.currency };
      const closed = isPublicFund(node) ? 'give.closed.pool' : closedPool(node);
      return { id, to: 'poolId', title: name, ...ofPool(node), ...own, closed };
    }
    case 'Grant': {
      const { id, title, pool, amount, grantState } = node;
      const closed = grantState === 'ACTIVE' ? closedPool(pool) : 'give.closed.project';
      const { currency } = amount;
      return { id, to: 'grantId', title, ...ofPool(pool), grant: node, closed, currency };
    }
    default:
      return null;
  }
}

const CAMPAIGN_CLOSED: Readonly<Record<GiveAskedFragment['state'], Closed | null>> = {
  UPCOMING: 'give.closed.upcoming',
  RUNNING: null,
  ENDED: 'give.closed.ended',
};

const ofPool = ({ foundation, place }: GiveAskedFragment['pool']) => ({
  foundation: foundation.name,
  place,
});

const closedPool = ({ closedOn }: { readonly closedOn: string | null }): Closed | null =>
  closedOn === null ? null : 'give.closed.pool';

/** Money of the public is allotted by its procedure; nobody gives to it. */
export const isPublicFund = ({ purpose }: { readonly purpose: string }): boolean =>
  purpose === 'PUBLIC_FUND';

function whyClosed(isOpen: boolean, { closed }: Found, least: MoneyLike | null): Closed | null {
  if (closed) return closed;
  if (!isOpen) return 'give.closed.all';
  return least ? null : 'give.closed.currency';
}
