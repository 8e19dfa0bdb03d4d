import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputType,
} from 'graphql';
import type { Input } from './good';
import { mutationNamed } from './mutate';

/** A field of an input: its path, and what the schema says of it. */
export interface Leaf {
  readonly path: string;
  /** The scalar's, enum's or input object's name. */
  readonly type: string;
  readonly list: boolean;
  /** It may not be null, */
  readonly filled: boolean;
  /** nor be left out. */
  readonly required: boolean;
}

/** Every field that an input fills, the objects and lists on the way included. */
export function leavesOf(mutation: string, input: Input): Leaf[] {
  return within(mutationNamed(mutation).input, input, '', true);
}

function within(type: GraphQLInputType, value: unknown, path: string, required: boolean): Leaf[] {
  const bare = getNullableType(type);
  const own: Leaf[] = path
    ? [
        {
          path,
          type: getNamedType(type).name,
          list: isListType(bare),
          filled: isNonNullType(type),
          required,
        },
      ]
    : [];
  if (isListType(bare) && Array.isArray(value))
    return [
      ...own,
      ...value.flatMap((each, i) =>
        within(bare.ofType as GraphQLInputType, each, `${path}.${i}`, false),
      ),
    ];
  if (!isInputObjectType(bare)) return own;
  const fields = bare.getFields();
  return [
    ...own,
    ...Object.entries(value as Input).flatMap(([name, each]) => {
      const field = fields[name];
      if (!field) throw new Error(`${bare.name} has no ${name}`);
      return within(field.type, each, path ? `${path}.${name}` : name, isRequiredInputField(field));
    }),
  ];
}
