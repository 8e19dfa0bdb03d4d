import { Field, ID, InputType } from 'type-graphql';
import { SetCouncilRuleInput } from '../councils/council-rule.graphql';
import { VacateSeatInput } from '../councils/council-acts.graphql';
import { SetPoolDeciderInput } from '../councils/who-decides.graphql';
import { AdoptCovenantInput } from '../courtyards/courtyard-acts.graphql';
import { SetServiceRatesInput } from '../credits/credit-scheme.graphql';
import { SetRoutingPlanInput } from '../enterprises/routing-plan.graphql';
import { SetPoolThresholdsInput } from '../foundations/pool-threshold.graphql';
import { OpenProjectInput } from '../projects/project-acts.graphql';
import { AppointMemberInput, EndMembershipInput } from '../society/membership.graphql';
import { SetPriceInput } from '../supermarkets/product.graphql';

@InputType({ description: 'A grant to award.' })
export class AwardGrantInput {
  @Field(() => ID, { description: 'The application, to a pool for which a council decides.' })
  applicationId!: string;
}

@InputType({
  description: 'The act that a motion opens: one of these, with the input of its mutation.',
})
export class MotionActInput {
  @Field(() => AwardGrantInput, { nullable: true, description: 'Awards a grant.' })
  awardGrant?: AwardGrantInput | null;

  @Field(() => SetServiceRatesInput, {
    nullable: true,
    description: 'Sets what an hour of service earns.',
  })
  setServiceRates?: SetServiceRatesInput | null;

  @Field(() => SetPriceInput, { nullable: true, description: 'Sets what goods cost in credits.' })
  setPrice?: SetPriceInput | null;

  @Field(() => SetRoutingPlanInput, {
    nullable: true,
    description: "Sets to which pools an enterprise's surplus goes.",
  })
  setRoutingPlan?: SetRoutingPlanInput | null;

  @Field(() => SetPoolThresholdsInput, {
    nullable: true,
    description: 'Sets how many of a board must approve from which amount on.',
  })
  setPoolThresholds?: SetPoolThresholdsInput | null;

  @Field(() => SetPoolDeciderInput, {
    nullable: true,
    description: 'Sets who decides what a pool gives.',
  })
  setPoolDecider?: SetPoolDeciderInput | null;

  @Field(() => SetCouncilRuleInput, { nullable: true, description: 'Sets what a council follows.' })
  setCouncilRule?: SetCouncilRuleInput | null;

  @Field(() => AdoptCovenantInput, {
    nullable: true,
    description: 'Adopts a covenant, or another version of it.',
  })
  adoptCovenant?: AdoptCovenantInput | null;

  @Field(() => OpenProjectInput, { nullable: true, description: 'Opens a micro-project.' })
  openProject?: OpenProjectInput | null;

  @Field(() => AppointMemberInput, { nullable: true, description: 'Appoints somebody to a role.' })
  appointMember?: AppointMemberInput | null;

  @Field(() => EndMembershipInput, { nullable: true, description: 'Recalls somebody from a role.' })
  endMembership?: EndMembershipInput | null;

  @Field(() => VacateSeatInput, { nullable: true, description: 'Recalls a member of a council.' })
  vacateSeat?: VacateSeatInput | null;
}
