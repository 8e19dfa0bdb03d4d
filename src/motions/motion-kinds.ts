import { setCouncilRule, type SetCouncilRule } from '../councils/set-council-rule';
import { vacateSeat, type VacateSeat } from '../councils/vacate-seat';
import { setServiceRates } from '../credits/set-service-rates';
import { setRoutingPlan, type SetRoutingPlanInput } from '../enterprises/set-routing-plan';
import { awardByResolution } from '../grants/award-by-resolution';
import { spendPublicFund } from '../grants/spend-public-fund';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { appointMember, type AppointMemberInput } from '../society/appoint-member';
import { endMembership } from '../society/end-membership';
import { setPrice, type SetPrice } from '../supermarkets/set-price';

/** What the act of each kind of motion is given. */
export interface MotionInputs {
  award_grant: { readonly applicationId: string };
  spend_public_fund: { readonly applicationId: string };
  set_service_rates: Parameters<typeof setServiceRates>[1];
  set_price: SetPrice;
  set_routing_plan: SetRoutingPlanInput;
  set_council_rule: SetCouncilRule;
  appoint_member: AppointMemberInput;
  end_membership: Parameters<typeof endMembership>[1];
  vacate_seat: VacateSeat;
  free_text: Record<string, never>;
}
export type MotionKind = keyof MotionInputs;

interface KindData<Input> {
  /** The act that its resolution opens, by the name of its mutation or of its command. */
  readonly act: string;
  /** Which body is asked: the standing council first, the whole meeting first, or the pool's. */
  readonly body: 'standing' | 'assembly' | 'pool';
  /** Whether only a procedure tables and executes it. */
  readonly byProcedure?: true;
  readonly run: (work: UnitOfWork, input: Input) => Promise<unknown>;
}

/**
 * The kinds of motion (C1, N4), each with the act that its resolution opens: the ordinary command,
 * which is told by the mandate that it may.
 */
export const MOTION_KINDS: { readonly [Kind in MotionKind]: KindData<MotionInputs[Kind]> } = {
  award_grant: { act: 'awardGrant', body: 'pool', run: awardByResolution },
  spend_public_fund: {
    ...{ act: 'spendPublicFund', body: 'standing', byProcedure: true },
    run: spendPublicFund,
  },
  set_service_rates: { act: 'setServiceRates', body: 'standing', run: setServiceRates },
  set_price: { act: 'setPrice', body: 'standing', run: setPrice },
  set_routing_plan: { act: 'setRoutingPlan', body: 'standing', run: setRoutingPlan },
  set_council_rule: { act: 'setCouncilRule', body: 'assembly', run: setCouncilRule },
  appoint_member: { act: 'appointMember', body: 'standing', run: appointMember },
  end_membership: { act: 'endMembership', body: 'standing', run: endMembership },
  vacate_seat: { act: 'vacateSeat', body: 'assembly', run: vacateSeat },
  free_text: { act: 'freeText', body: 'standing', run: () => Promise.resolve() },
};
