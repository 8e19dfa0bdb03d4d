import { Field, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { Allow, withParent } from '../api/policy';
import type { Role } from '../society/organisation.entity';
import { RoleEnum } from '../society/society.enums';

@ObjectType({ description: "A seat on a foundation's board, and who holds it." })
@Allow(withParent)
export class BoardMember {
  @Field(() => String, { description: "The member's name." })
  name!: string;

  @Field(() => Boolean, { description: 'Whether it is the person who asks.' })
  isMe!: boolean;

  @Field(() => RoleEnum, { description: 'CHAIR or BOARD_MEMBER.' })
  role!: Role;

  @Field(() => DayScalar, { description: "The term's first day." })
  from!: string;

  @Field(() => DayScalar, {
    nullable: true,
    description: "The day after the term's last; null while it is open.",
  })
  until!: string | null;
}
