import { setCouncilRule, type SetCouncilRule } from '../councils/set-council-rule';
import { setPoolDecider, type SetPoolDecider } from '../councils/set-pool-decider';
import { vacateSeat, type VacateSeat } from '../councils/vacate-seat';
import { adoptCovenant, type AdoptCovenant } from '../courtyards/adopt-covenant';
import { setServiceRates } from '../credits/set-service-rates';
import { setRoutingPlan, type SetRoutingPlanInput } from '../enterprises/set-routing-plan';
import { setPoolThresholds, type SetPoolThresholds } from '../foundations/set-pool-thresholds';
import { awardByResolution } from '../grants/award-by-resolution';
import { spendPublicFund } from '../grants/spend-public-fund';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { openProject, type OpenProject } from '../projects/open-project';
import { appointMember, type AppointMemberInput } from '../society/appoint-member';
import { endMembership } from '../society/end-membership';
import type { ReservableAct } from '../society/reserved-matter.entity';
import { setPrice, type SetPrice } from '../supermarkets/set-price';

/** What the act of each kind of motion is given. */
export interface MotionInputs {
  award_grant: { readonly applicationId: string };
  spend_public_fund: { readonly applicationId: string };
  set_service_rates: Parameters<typeof setServiceRates>[1];
  set_price: SetPrice;
  set_routing_plan: SetRoutingPlanInput;
  set_pool_thresholds: SetPoolThresholds;
  set_pool_decider: SetPoolDecider;
  set_council_rule: SetCouncilRule;
  adopt_covenant: AdoptCovenant;
  appoint_member: AppointMemberInput;
  end_membership: Parameters<typeof endMembership>[1];
  vacate_seat: VacateSeat;
  open_project: OpenProject;
  free_text: Record<string, never>;
}
export type MotionKind = keyof MotionInputs;

interface KindData<Input> {
  /** The act that its resolution opens, by the name of its mutation or of its command. */
  readonly act: string;
  /** Which body is asked: the standing council first, the meeting first or alone, the pool's. */
  readonly body: 'standing' | 'assembly' | 'rules' | 'pool';
  /** The matter, where people decide it only in communities that keep it for resolutions. */
  readonly reserved?: ReservableAct;
  /** Whether only a procedure tables and executes it. */
  readonly byProcedure?: true;
  readonly run: (work: UnitOfWork, input: Input) => Promise<unknown>;
}

/** What others do by themselves, unless a community keeps it for resolutions. */
const reserved = (act: ReservableAct, body: 'standing' | 'rules' = 'standing') => ({
  ...{ act, body, reserved: act },
});

/**
 * The kinds of motion (C1, N4), each with the act that its resolution opens: the ordinary command,
 * which is told by the mandate that it may.
 */
export const MOTION_KINDS: { readonly [Kind in MotionKind]: KindData<MotionInputs[Kind]> } = {
  award_grant: { act: 'awardGrant', body: 'pool', run: awardByResolution },
  spend_public_fund: {
    ...{ act: 'spendPublicFund', body: 'standing', byProcedure: true, run: spendPublicFund },
  },
  set_service_rates: { ...reserved('setServiceRates'), run: setServiceRates },
  set_price: { ...reserved('setPrice'), run: setPrice },
  set_routing_plan: { ...reserved('setRoutingPlan'), run: setRoutingPlan },
  set_pool_thresholds: { ...reserved('setPoolThresholds'), run: setPoolThresholds },
  set_pool_decider: { ...reserved('setPoolDecider'), run: setPoolDecider },
  set_council_rule: { ...reserved('setCouncilRule', 'rules'), run: setCouncilRule },
  adopt_covenant: { act: 'adoptCovenant', body: 'assembly', run: adoptCovenant },
  appoint_member: { ...reserved('appointMember'), run: appointMember },
  end_membership: { ...reserved('endMembership'), run: endMembership },
  vacate_seat: { act: 'vacateSeat', body: 'assembly', run: vacateSeat },
  open_project: { act: 'openProject', body: 'standing', run: openProject },
  free_text: { act: 'freeText', body: 'standing', run: () => Promise.resolve() },
};
