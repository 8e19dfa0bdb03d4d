import { registerEnumType } from 'type-graphql';
import { ORGANISATION_KINDS, ROLES } from './organisation.entity';
import { PLACE_KINDS } from './place.entity';
import { PRIORITY_GROUPS } from './resident-priority.entity';

/**
 * GraphQL names are capitals, rows hold the small letters: `SELF_ORGANISATION` ↔
 * `self_organisation`.
 */
function enumOf<Value extends string>(values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(values.map((value) => [value.toUpperCase(), value]));
}

export const OrganisationKindEnum = enumOf(ORGANISATION_KINDS);
registerEnumType(OrganisationKindEnum, {
  name: 'OrganisationKind',
  description: 'The kinds of organisation that the source documents know.',
});

export const RoleEnum = enumOf([...new Set(Object.values(ROLES).flat())]);
registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What someone is in an organisation; each kind of organisation has its own roles.',
});

export const PlaceKindEnum = enumOf(PLACE_KINDS);
registerEnumType(PlaceKindEnum, {
  name: 'PlaceKind',
  description: 'City → district → street → community → courtyard → grid.',
});

export const PriorityGroupEnum = enumOf(PRIORITY_GROUPS);
registerEnumType(PriorityGroupEnum, {
  name: 'PriorityGroup',
  description: 'Groups of residents with a larger allowance of welfare goods (特殊群体, row A1).',
});
