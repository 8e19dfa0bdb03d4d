import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { OrganisationKind } from './organisation.entity';
import { OrganisationKindEnum } from './society.enums';

@ObjectType({
  implements: Node,
  description:
    'A body that acts in a neighbourhood: a foundation, a social enterprise, a self-organisation …',
})
@Allow(anyone)
export class Organisation extends Node {
  @Field(() => OrganisationKindEnum, { description: 'What kind of body it is.' })
  kind!: OrganisationKind;

  @Field(() => String, { description: 'The name it is known by.' })
  name!: string;
}

export const OrganisationConnection = connectionOf(Organisation);

@InputType({ description: 'A body to put on the register.' })
export class RegisterOrganisationInput {
  @Field(() => OrganisationKindEnum, { description: 'What kind of body it is.' })
  kind!: OrganisationKind;

  @Field(() => String, { description: 'Its name, 1 to 100 characters.' })
  name!: string;

  @Field(() => ID, { description: 'The place where it sits; its roles reach what lies below.' })
  placeId!: string;
}

@ObjectType({ description: 'The organisation that was registered.' })
export class RegisterOrganisationPayload extends Payload {
  @Field(() => Organisation, { nullable: true, description: 'The organisation; null if refused.' })
  organisation?: Organisation;
}
