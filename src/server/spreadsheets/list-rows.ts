import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Context } from '../../api/context';
import { toGlobalId } from '../../kernel/global-id';
import { Denied, Refusal } from '../../kernel/refusal';
import type { PlaceRow } from '../../society/place.entity';
import type { Row } from '../../spreadsheets/cell';
import { cellsOf, type Tree } from './cells';
import type { List } from './list';
import { isIn, isPast, type Stretch } from './stretch';

/** A page of a connection, as GraphQL answers it. */
interface Connection {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Tree }[];
}

interface Answered {
  readonly owner: Tree;
  readonly list: Connection;
}

const PAGE = 'pageInfo { hasNextPage endCursor } edges';

/** The stores or the self-organisations of a community; for its own lists, itself. */
const OWNERS = {
  Place: null,
  Store: 'stores(first: 100, after: $after)',
  Organisation: 'organisations(kind: SELF_ORGANISATION, first: 100, after: $after)',
} as const;

/**
 * The rows of a list as whoever asks may have them, page by page through the schema: its policies
 * alone decide. A cell that is denied stays empty; a list that is denied for every owner is
 * `FORBIDDEN`, before the first row.
 */
export async function* listRows(
  schema: GraphQLSchema,
  context: Context,
  list: List,
  community: PlaceRow,
  stretch: Stretch | null,
): AsyncGenerator<Row[]> {
  const ask = asking(schema, context);
  const document = parse(listText(list));
  const reader = { zone: community.timeZone, language: context.language };
  let denied = false;
  let given = false;
  for await (const id of ownersOf(ask, list, community))
    try {
      for await (const { owner, list: page } of pagesOf(ask, document, id)) {
        given = true;
        const nodes = page.edges.map(({ node }) => node);
        const within = stretch ? nodes.filter((node) => isIn(stretch, node)) : nodes;
        yield within.flatMap((node) => cellsOf(list, owner, node, reader));
        if (stretch && nodes.length > 0 && nodes.every((node) => isPast(stretch, node))) break;
      }
    } catch (error) {
      if (!(error instanceof Denied)) throw error;
      denied = true;
    }
  if (denied && !given) throw new Denied('FORBIDDEN');
}

/** The residents of a community are a query of their own; all other lists hang on their owner. */
export function listText({ of, field, node }: List): string {
  const page = `first: 100, after: $after) { ${PAGE} { node { ${node} } } }`;
  const query = 'query ($id: ID!, $after: String)';
  if (field === 'residents')
    return `${query} { owner: node(id: $id) { id } list: residents(communityId: $id, ${page} }`;
  return `${query} { owner: node(id: $id) { ... on ${of} { name list: ${field}(${page} } } }`;
}

type Ask = (document: DocumentNode, id: string, after: string | null) => Promise<Answered>;

async function* ownersOf(ask: Ask, { of }: List, { id }: PlaceRow): AsyncGenerator<string> {
  const place = toGlobalId('Place', null, id);
  const owners = OWNERS[of];
  if (owners === null) return yield place;
  const document = parse(
    `query ($id: ID!, $after: String) {
      owner: node(id: $id) { ... on Place { list: ${owners} { ${PAGE} { node { id } } } } }
    }`,
  );
  for await (const { list } of pagesOf(ask, document, place))
    for (const { node } of list.edges) yield String(node.id);
}

async function* pagesOf(ask: Ask, document: DocumentNode, id: string): AsyncGenerator<Answered> {
  for (let after: string | null = null; ;) {
    const answered: Answered = await ask(document, id, after);
    yield answered;
    const { hasNextPage, endCursor } = answered.list.pageInfo;
    if (!hasNextPage) return;
    after = endCursor;
  }
}

/** Asks for a page with loaders of its own: what one page has loaded is let go with it. */
function asking(schema: GraphQLSchema, context: Context): Ask {
  return async (document, id, after) => {
    const contextValue = context.anew();
    const variableValues = { id, after };
    const result = await execute({ schema, document, contextValue, variableValues });
    const { data, errors = [] } = result as { data?: Tree | null; errors?: typeof result.errors };
    const owner = (data?.owner ?? null) as Tree | null;
    const list = (data?.list ?? owner?.list ?? null) as Connection | null;
    for (const { originalError, message } of errors) {
      if (originalError instanceof Refusal) throw originalError;
      if (!(originalError instanceof Denied)) throw originalError ?? new Error(message);
      if (!list) throw originalError;
    }
    if (!owner || !list) throw new Error('A list without errors and without an answer');
    return { owner, list };
  };
}
