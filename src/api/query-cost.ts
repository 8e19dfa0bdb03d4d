import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FieldNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { LARGEST_PAGE } from '../kernel/page';

/** No operation may ask for more fields than this, each list counted as long as it may be. */
export const MOST_FIELDS = 50_000;

/** No operation may be nested deeper, nor ask for more things at its root. */
export const DEEPEST = 24;
export const MOST_ROOTS = 50;

/** How long a list may be that is not paged: the lines of an exchange, the tranches of a grant. */
const UNPAGED = 20;

interface Cost {
  readonly fields: number;
  readonly depth: number;
  /** How many things it asks for directly, fragments opened. */
  readonly things: number;
}

/**
 * A validation rule that refuses, before anything is read, what would read too much: lists in lists
 * in lists, thousands of aliases, endless nesting. Introspection costs nothing.
 */
export function boundedCost(context: ValidationContext): ASTVisitor {
  const fragments = new Map<string, Cost>();

  const costOf = (set: SelectionSetNode | undefined): Cost => {
    let fields = 0;
    let depth = 0;
    let things = 0;
    for (const selection of set?.selections ?? []) {
      const cost =
        selection.kind === Kind.FIELD
          ? costOfField(selection)
          : selection.kind === Kind.INLINE_FRAGMENT
            ? costOf(selection.selectionSet)
            : costOfFragment(selection.name.value);
      fields += cost.fields;
      things += cost.things;
      depth = Math.max(depth, cost.depth);
    }
    return { fields, depth, things };
  };

  const costOfField = (field: FieldNode): Cost => {
    if (field.name.value.startsWith('__')) return { fields: 1, depth: 1, things: 1 };
    const inside = costOf(field.selectionSet);
    const fields = 1 + lengthOf(field) * inside.fields;
    return { fields, depth: 1 + inside.depth, things: 1 };
  };

  /** Each fragment is counted once, however often it is spread; one within itself is not ours. */
  const costOfFragment = (name: string): Cost => {
    const known = fragments.get(name);
    if (known) return known;
    fragments.set(name, { fields: 0, depth: 0, things: 0 });
    const cost = costOf(context.getFragment(name)?.selectionSet);
    fragments.set(name, cost);
    return cost;
  };

  return {
    OperationDefinition: (operation) => {
      const { fields, depth, things: roots } = costOf(operation.selectionSet);
      if (fields <= MOST_FIELDS && depth <= DEEPEST && roots <= MOST_ROOTS) return;
      const says =
        `The operation asks for too much: ${fields} fields (at most ${MOST_FIELDS}), ` +
        `${depth} deep (at most ${DEEPEST}), ${roots} at its root (at most ${MOST_ROOTS}).`;
      context.reportError(new GraphQLError(says, { nodes: operation }));
    },
  };
}

/**
 * How many rows a field may give: its page, where it is paged; what a variable says is not known.
 */
function lengthOf({ arguments: given = [], name, selectionSet }: FieldNode): number {
  const first = given.find((argument) => argument.name.value === 'first');
  if (first?.value.kind === Kind.INT) return Math.min(Number(first.value.value), LARGEST_PAGE);
  if (first) return LARGEST_PAGE;
  // A page's edges are counted with the field that they are the page of.
  if (name.value === 'edges') return 1;
  const paged = selectionSet?.selections.some(
    (selection) => selection.kind === Kind.FIELD && selection.name.value === 'edges',
  );
  return paged || name.value.endsWith('s') ? UNPAGED : 1;
}
