import { execute, parse, type GraphQLSchema } from 'graphql';
import type { Context } from '../../api/context';
import { RefusedQuery } from '../../api/refused-query';
import { toGlobalId } from '../../kernel/global-id';
import { addMonths, dayOf } from '../../kernel/calendar';
import type { PlaceRow } from '../../society/place.entity';
import type { Row } from '../../spreadsheets/cell';
import { cellsOf, type Tree } from './cells';
import type { MonthList } from './month-lists';

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The months that a file tells: `from` and `until` as named, else the last twelve. */
export interface Months {
  readonly from: string;
  readonly until: string;
}

/** Reads which months are asked for; what is no month, the report itself refuses. */
export function monthsAsked({ from, until }: Query, now: Date, { timeZone }: PlaceRow): Months {
  const next = addMonths(`${dayOf(now, timeZone).slice(0, 7)}-01`, 1);
  return {
    from: typeof from === 'string' ? from : addMonths(next, -12).slice(0, 7),
    until: typeof until === 'string' ? until : next.slice(0, 7),
  };
}

/**
 * The months of a community, or of each of its stores, as whoever asks is told of them: through the
 * schema, a page of stores at a time. What is not told of few people stays empty.
 */
export async function* monthRows(
  schema: GraphQLSchema,
  context: Context,
  list: MonthList,
  community: PlaceRow,
  months: Months,
): AsyncGenerator<Row[]> {
  const document = parse(textOf(list));
  const reader = { zone: community.timeZone, language: context.language };
  const id = toGlobalId('Place', null, community.id);
  const { columns } = list;
  for (let after: string | null = null, more = true; more;) {
    const contextValue = context.anew();
    const variableValues = { id, after, ...months };
    const { data, errors = [] } = await execute({ schema, document, contextValue, variableValues });
    for (const { originalError, message } of errors)
      throw originalError instanceof RefusedQuery
        ? originalError.refusal
        : (originalError ?? new Error(message));
    const place = (data as { place: Tree }).place;
    const page = place.stores as Stores | undefined;
    const owners = page ? page.edges.map(({ node }) => node) : [place];
    yield owners.flatMap((owner) =>
      (owner.months as Tree[]).flatMap((node) =>
        cellsOf({ columns, each: 'each' }, owner, { ...node, each: partsOf(list, node) }, reader),
      ),
    );
    more = page?.pageInfo.hasNextPage ?? false;
    after = page?.pageInfo.endCursor ?? null;
  }
}

interface Stores {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Tree }[];
}

/** The query of a list of months. */
export function textOf({ of, month }: MonthList): string {
  const months = `months: monthlyReports(from: $from, until: $until) { ${month} }`;
  const stores = `stores(first: 100, after: $after) { pageInfo { hasNextPage endCursor }
    edges { node { name ${months} } } }`;
  const after = of === 'Store' ? ', $after: String' : '';
  return `query ($id: ID!, $from: String!, $until: String!${after}) {
    place: node(id: $id) { ... on Place { ${of === 'Store' ? stores : months} } } }`;
}

/** The parts of a month that make lines. */
function partsOf({ each = [] }: MonthList, node: Tree): readonly Tree[] {
  const found = each.reduce<unknown>((at, field) => (at as Tree | null)?.[field], node);
  return (found as readonly Tree[] | null | undefined) ?? [];
}
