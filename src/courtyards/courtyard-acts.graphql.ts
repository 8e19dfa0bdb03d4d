import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DayScalar } from '../api/day.graphql';
import { Payload } from '../api/user-error.graphql';
import type { Day } from '../kernel/calendar';
import { CourtyardBody } from './courtyard.graphql';

@InputType({
  description: 'The body that is to stand for a courtyard: either an organisation or a council.',
})
export class NameCourtyardBodyInput {
  @Field(() => ID, { description: 'The courtyard (Place).' })
  placeId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A self-organisation (Organisation) of the courtyard or of its community.',
  })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A Council that sits in the courtyard.' })
  councilId?: string | null;
}

@ObjectType({ description: 'The body that was named.' })
export class NameCourtyardBodyPayload extends Payload {
  @Field(() => CourtyardBody, { nullable: true, description: 'The body; null if refused.' })
  body?: CourtyardBody;
}

@InputType({ description: 'A courtyard for which nobody is to stand any more.' })
export class EndCourtyardBodyInput {
  @Field(() => ID, { description: 'The courtyard (Place).' })
  placeId!: string;
}

@ObjectType({ description: 'The body that stands for it no longer.' })
export class EndCourtyardBodyPayload extends Payload {
  @Field(() => CourtyardBody, { nullable: true, description: 'The body; null if refused.' })
  body?: CourtyardBody;
}

/** What a resolution that adopts a covenant says; no mutation takes it by itself. */
@InputType({ description: 'A covenant, or another version of it, that a resolution is to adopt.' })
export class AdoptCovenantInput {
  @Field(() => ID, { description: 'The community or the courtyard (Place).' })
  placeId!: string;

  @Field(() => String, { description: 'What it is called, 1 to 100 characters.' })
  title!: string;

  @Field(() => String, { description: 'Its whole text, 1 to 20,000 characters.' })
  text!: string;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The first day on which it holds; if left out, or passed by then, the day on which the ' +
      'resolution is executed.',
  })
  from?: Day | null;
}
