import { registerEnumType } from 'type-graphql';

/**
 * Registers an enum whose every value says what it means. GraphQL names are capitals, rows hold the
 * values as they are written here: `SELF_ORGANISATION` ↔ `self_organisation`.
 */
export function enumType<Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): Record<string, Value> {
  const says = Object.entries(values) as [Value, string][];
  const enumeration = Object.fromEntries(says.map(([value]) => [value.toUpperCase(), value]));
  registerEnumType(enumeration, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      says.map(([value, meaning]) => [value.toUpperCase(), { description: meaning }]),
    ),
  });
  return enumeration;
}
