import { Field, Int, ObjectType } from 'type-graphql';
import { Allow, withParent } from '../api/policy';
import type { LotSource } from '../supermarkets/lot.entity';
import { LotSourceEnum } from '../supermarkets/lot.graphql';

@ObjectType({
  description:
    'Pieces of goods of one source and class in a month. What was there, came and left is what is ' +
    'left: opening + received + arrived − given − missing − recalled − writtenOff − sent = left.',
})
@Allow(withParent)
export class GoodsOfMonth {
  @Field(() => LotSourceEnum, {
    nullable: true,
    description: 'Where they came from; null: of what was lost on the way it is not told.',
  })
  source!: LotSource | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code of the class of goods; null: goods of no class.',
  })
  productClass!: string | null;

  @Field(() => Int, { description: 'Pieces on the shelf when the month began.' })
  opening!: number;

  @Field(() => Int, { description: 'Pieces that came in: given, bought, or the operator’s own.' })
  received!: number;

  @Field(() => Int, { description: 'Pieces given in exchanges, less those of exchanges voided.' })
  given!: number;

  @Field(() => Int, { description: 'Pieces that stock-takes missed, less those they found.' })
  missing!: number;

  @Field(() => Int, { description: 'Pieces that left the shelf because their lot was recalled.' })
  recalled!: number;

  @Field(() => Int, { description: 'Pieces on the shelf that nobody could use any more.' })
  writtenOff!: number;

  @Field(() => Int, { description: 'Recalled pieces that were thrown away.' })
  thrownAway!: number;

  @Field(() => Int, { description: 'Recalled pieces that were returned to where they came from.' })
  returned!: number;

  @Field(() => Int, { description: 'Pieces sent to another store, less those that came back.' })
  sent!: number;

  @Field(() => Int, { description: 'Pieces that arrived from another store.' })
  arrived!: number;

  @Field(() => Int, { description: 'Pieces that were sent and never arrived.' })
  lostOnTheWay!: number;

  @Field(() => Int, { description: 'Pieces on the shelf when the month ended, or by now.' })
  left!: number;
}
