import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/**
 * Lists of nodes that are no connections, each with the reason. A page of such a list never grows:
 * it is bounded by what people can agree on or type at once.
 */
export const SHORT_LISTS: Readonly<Record<string, string>> = {
  'Place.lineage': 'There are six kinds of place, so at most six above each other.',
  'Place.reservedMatters': 'Of each of ten acts, one holds at a moment.',
  'Household.residents': 'Who lives there now; a household holds 20 people at most.',
  'Resident.priorityGroups': 'There are five groups.',
  'RegisterHouseholdsPayload.households': 'As many as the input held, which is bounded.',
  'RegisterResidentsPayload.residents': 'As many as the input held: 20 at most.',
  'RecordServicesPayload.services': 'As many as the input held: 50 at most.',
  'ConfirmServicesPayload.services': 'As many as the input held: 50 at most.',
  'Application.tranches': 'An application has 12 at most.',
  'Grant.tranches': 'Those of its application: 12 at most.',
  'Milestone.files': 'What showed that it was reached: 6 at most.',
  'MeetingQuorum.members': 'A council has 200 seats at most.',
  'Project.steps': 'A plan has at most 30 steps.',
  'Motion.ballots': 'Another one only where too few came or an objection was upheld.',
  'Motion.resolutions': 'Another one only where an objection was upheld.',
  'Donation.refunds': 'Each is of a part of what was paid, asked for and checked by people.',
  'Donation.acknowledgements': 'One for what was paid, and one for each of its refunds.',
  'Election.wards': 'An election has 30 at most.',
  'Donation.entries': 'One or two for each payment, refund and dispute of it; all are few.',
};

const LARGEST_PAGE = 100;

function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/** Everything without a description. The schema is the manual. */
export function undescribed(schema: GraphQLSchema): string[] {
  const bare: string[] = [];
  const look = (name: string, { description }: { description?: string | null }) => {
    if (!description?.trim()) bare.push(name);
  };
  for (const type of ownTypes(schema)) {
    if (!ROOTS.includes(type.name)) look(type.name, type);
    if (isEnumType(type))
      for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        look(`${type.name}.${field.name}`, field);
    for (const [name, field] of outputFields(type)) {
      look(name, field);
      for (const argument of field.args) look(`${name}(${argument.name})`, argument);
    }
  }
  return bare;
}

function outputFields(type: GraphQLNamedType): [string, GraphQLField<unknown, unknown>][] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field]);
}

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}

/** Lists of nodes that are not connections, and connections that can be asked for without bound. */
export function badLists(
  schema: GraphQLSchema,
  short: Readonly<Record<string, string>> = SHORT_LISTS,
): string[] {
  const faults: string[] = [];
  const lists = new Set<string>();
  for (const [name, field] of ownTypes(schema).flatMap(outputFields)) {
    const of = getNamedType(field.type);
    const isNode =
      of.name === 'Node' ||
      (isObjectType(of) && of.getInterfaces().some((each) => each.name === 'Node'));
    if (isNode && isList(field.type)) lists.add(name);
    if (lists.has(name) && !short[name])
      faults.push(`${name} is a list of ${of.name}, not a ${of.name}Connection`);
    if (of.name.endsWith('Connection')) faults.push(...badPage(name, field));
  }
  return [
    ...faults,
    ...Object.keys(short)
      .filter((name) => !lists.has(name))
      .map((name) => `${name} is on the list of short lists and lists no nodes`),
  ];
}

function badPage(name: string, { args }: GraphQLField<unknown, unknown>): string[] {
  const first = args.find((each) => each.name === 'first');
  const after = args.find((each) => each.name === 'after');
  if (!first || !after) return [`${name} has no first and after`];
  const size: unknown = first.defaultValue;
  const bounded = typeof size === 'number' && size >= 1 && size <= LARGEST_PAGE;
  return bounded && String(first.type) === 'Int!' && first.description?.includes('1 to 100')
    ? []
    : [`${name}(first) does not say that it is bounded`];
}

/** Mutations that do not take one input and answer one payload, named after themselves. */
export function badMutations(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => {
    const faults: string[] = [];
    const own = `${field.name[0]?.toUpperCase()}${field.name.slice(1)}`;
    const [input] = field.args;
    if (field.args.length !== 1 || input?.name !== 'input')
      faults.push(`${field.name} does not take exactly one input`);
    else if (String(input.type) !== `${own}Input!`)
      faults.push(`${field.name} takes ${String(input.type)} instead of ${own}Input!`);
    const payload = getNamedType(field.type);
    if (String(field.type) !== `${own}Payload!` || !isObjectType(payload))
      return [...faults, `${field.name} answers ${String(field.type)} instead of ${own}Payload!`];
    for (const { name, type } of Object.values(payload.getFields())) {
      if (name === 'userErrors' && String(type) !== '[UserError!]!')
        faults.push(`${payload.name}.userErrors is ${String(type)}`);
      if (name !== 'userErrors' && isNonNullType(type))
        faults.push(`${payload.name}.${name} cannot be null when the mutation is refused`);
    }
    if (!payload.getFields().userErrors) faults.push(`${payload.name} has no userErrors`);
    return faults;
  });
}

/** The codes that a mutation's description lists; null where it has no such list. */
export function listedCodes(description: string | null | undefined): string[] | null {
  const list = /\bCodes: ([^]*)$/.exec(description ?? '')?.[1];
  if (list === undefined) return null;
  if (/^none\b/.test(list)) return [];
  return list.match(/\b[A-Z]+(_[A-Z]+)+\b/g) ?? null;
}

/** Mutations that do not list their codes (`Codes: A_B, C_D.` or `Codes: none.`). */
export function unlistedCodes(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter(({ description }) => listedCodes(description) === null)
    .map(({ name }) => `${name} does not list its codes`);
}
