import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../api/connection';
import { Node } from '../api/node.graphql';
import { Allow, anyone } from '../api/policy';
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
