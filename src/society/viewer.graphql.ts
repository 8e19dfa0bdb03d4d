import { Field, ObjectType } from 'type-graphql';
import type { Context } from '../api/context';
import { Allow, policy } from '../api/policy';
import type { Role } from './organisation.entity';
import { RoleEnum } from './society.enums';

/** Whoever is signed in, as the API's own object. */
export interface ViewerRow {
  readonly personId: string;
}

const oneself = policy<ViewerRow>(
  'The signed-in person, of themself only.',
  ({ actor }: Context, { personId }) => actor.personId === personId,
);

@ObjectType({ description: 'Whoever is signed in.' })
@Allow(oneself)
export class Viewer {}

/** A standing, with whose it is, so that its fields can ask. */
export interface HeldRoleRow extends ViewerRow {
  readonly role: Role;
  readonly organisationId: string;
}

@ObjectType({ description: 'A role that the signed-in person holds today.' })
@Allow(oneself)
export class HeldRole {
  @Field(() => RoleEnum, { description: 'The role.' })
  role!: Role;
}
