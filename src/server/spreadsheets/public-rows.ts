import { execute, parse, type GraphQLSchema } from 'graphql';
import type { Context } from '../../api/context';
import { RefusedQuery } from '../../api/refused-query';
import { toGlobalId } from '../../kernel/global-id';
import type { PlaceRow } from '../../society/place.entity';
import type { Row } from '../../spreadsheets/cell';
import { cellsOf, type Tree } from './cells';
import type { PublicList } from './public-lists';

/** What an address asks of the open book: its months, and the number that entries stand beneath. */
export interface BookAsked {
  readonly from: string | null;
  readonly until: string | null;
  readonly items: readonly string[] | null;
  readonly fromNode: string | null;
  readonly toNode: string | null;
  readonly grantId: string | null;
}

interface Page {
  readonly edges: readonly { readonly node: Tree }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What only entries are asked by. */
const OF_ENTRIES = `, $items: [MoneyItem!], $fromNode: LoopNode, $toNode: LoopNode, $grantId: ID`;

/** The query of a list of the open book. */
export function bookText({ book, rows, paged }: PublicList): string {
  const variables = `${paged ? ', $after: String' : ''}${rows === 'entries' ? OF_ENTRIES : ''}`;
  return `query ($id: ID!, $from: String, $until: String${variables}) {
    place: node(id: $id) { ... on Place { openBook(from: $from, until: $until) { ${book} } } } }`;
}

/** The rows of a list of the open book, page by page through the schema, as a stranger. */
export async function* publicRows(
  schema: GraphQLSchema,
  context: Context,
  list: PublicList,
  community: PlaceRow,
  asked: BookAsked,
): AsyncGenerator<Row[]> {
  const document = parse(bookText(list));
  const reader = { zone: community.timeZone, language: context.language };
  const id = toGlobalId('Place', null, community.id);
  const { columns } = list;
  for (let after: string | null = null, more = true; more;) {
    const variableValues = { id, after, ...asked };
    const contextValue = context.anew();
    const { data, errors = [] } = await execute({ schema, document, contextValue, variableValues });
    for (const { originalError, message } of errors)
      throw originalError instanceof RefusedQuery
        ? originalError.refusal
        : (originalError ?? new Error(message));
    const answered = (data as { place: { openBook: Tree } }).place.openBook[list.rows];
    const page = list.paged ? (answered as Page) : null;
    const nodes = page ? page.edges.map(({ node }) => node) : (answered as readonly Tree[]);
    yield nodes.flatMap((node) =>
      list.each
        ? cellsOf(
            { columns, each: 'each' },
            {},
            { ...node, each: partsOf(list.each, node) },
            reader,
          )
        : cellsOf({ columns }, {}, node, reader),
    );
    more = page?.pageInfo.hasNextPage ?? false;
    after = page?.pageInfo.endCursor ?? null;
  }
}

/** The parts of a row that make lines. */
function partsOf(path: string, node: Tree): readonly Tree[] {
  const found = path
    .split('.')
    .reduce<unknown>((at, field) => (at as Tree | null | undefined)?.[field], node);
  return (found as readonly Tree[] | null | undefined) ?? [];
}
