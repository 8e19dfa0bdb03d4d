import { DEMO_PASSWORD, type DemoLogin } from '../demo-people';
import { StoryStopped, Voice } from './voice';

/** What the story finds in the community it plays in. */
export interface Neighbourhood {
  readonly id: string;
  readonly name: string;
  readonly foundationId: string;
  readonly pools: readonly { readonly id: string; readonly name: string }[];
  readonly store: {
    readonly id: string;
    readonly name: string;
    readonly products: { readonly edges: readonly { readonly node: Product }[] };
  };
  readonly voices: Record<DemoLogin, Voice>;
}

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly price: number;
}

const ABOUT = `query ($slug: String!) { community(slug: $slug) { id name
  pools(first: 20) { edges { node { id name } } }
  parent { organisations(kind: FOUNDATION, first: 1) { edges { node { id } } } }
  stores(first: 1) { edges { node { id name products(first: 20) { edges { node {
    id name price } } } } } } } }`;

interface About {
  readonly community: {
    readonly id: string;
    readonly name: string;
    readonly pools: Edges<{ id: string; name: string }>;
    readonly parent: { readonly organisations: Edges<{ id: string }> };
    readonly stores: Edges<Neighbourhood['store']>;
  } | null;
}

interface Edges<Node> {
  readonly edges: readonly { readonly node: Node }[];
}

/** Whom the story needs from the demo. */
const CAST: readonly DemoLogin[] = [
  'officer',
  'auditor',
  'cadre',
  'chair',
  'board1',
  'secretary',
  'treasurer',
  'storekeeper',
  'clerk',
];

/** Looks the community up as anyone can, and signs the demo's people in. */
export async function enter(url: string): Promise<Neighbourhood> {
  const stranger = new Voice(url);
  const { community } = await stranger.asks<About>(ABOUT, { slug: 'yidaojie' });
  const foundation = community?.parent.organisations.edges[0]?.node;
  const store = community?.stores.edges[0]?.node;
  if (!community || !foundation || !store)
    throw new StoryStopped('The story plays in the demo; this database has none.');
  const voices = {} as Record<DemoLogin, Voice>;
  for (const login of CAST) voices[login] = await stranger.signIn(login, DEMO_PASSWORD);
  const { id, name, pools } = community;
  return {
    id,
    name,
    foundationId: foundation.id,
    pools: pools.edges.map(({ node }) => node),
    store,
    voices,
  };
}
