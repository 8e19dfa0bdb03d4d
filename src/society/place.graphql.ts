import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
import { Payload } from '../api/user-error.graphql';
import type { PlaceKind } from './place.entity';
import { PlaceKindEnum } from './society.enums';

@ObjectType({
  implements: Node,
  description:
    'A place: city, district, street, community, courtyard or grid (市/区/街道/社区/院落/网格).',
})
@Allow(anyone)
export class Place extends Node {
  @Field(() => PlaceKindEnum, { description: 'What kind of place it is.' })
  kind!: PlaceKind;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its short name in addresses, if it has one.',
  })
  slug!: string | null;

  @Field(() => Boolean, { description: 'Whether it keeps a set of books of its own.' })
  keepsBooks!: boolean;

  @Field(() => String, { description: 'Its time zone, by IANA name: `Asia/Shanghai`.' })
  timeZone!: string;
}

export const PlaceConnection = connectionOf(Place);

@InputType({ description: 'A place to put on the map.' })
export class RegisterPlaceInput {
  @Field(() => PlaceKindEnum, { description: 'What kind of place it is.' })
  kind!: PlaceKind;

  @Field(() => String, { description: 'Its name, 1 to 100 characters.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A short name for addresses: small letters, digits, single dashes; unique.',
  })
  slug?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The place it lies in, of the kind above; a grid may lie in a community too.',
  })
  parentId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it keeps books of its own: a community always does, a courtyard or grid never; a ' +
      'city, district or street does where this is true.',
  })
  keepsBooks?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its time zone by IANA name; that of the place it lies in where it is not given.',
  })
  timeZone?: string | null;
}

@ObjectType({ description: 'The place that was registered.' })
export class RegisterPlacePayload extends Payload {
  @Field(() => Place, { nullable: true, description: 'The place; null if refused.' })
  place?: Place;
}
