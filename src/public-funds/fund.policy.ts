import { holds, holdsAbove, type Actor } from '../kernel/actor';
import { isAuditor, isCadre, isOfficer, type Within } from '../society/society.policy';
import type { FundActor } from './procedure-spec';
import type { PublicFundRow } from './public-fund.entity';

/** Where somebody acts: the community, and the office that keeps its public money. */
export interface FundAt {
  readonly at: Within;
  readonly fund: Pick<PublicFundRow, 'officeId'>;
}

/** By what somebody acts as one of those whom a procedure names. */
const ACTS: Readonly<Record<FundActor, (actor: Actor, where: FundAt) => boolean>> = {
  party_organisation: (actor, { at }) =>
    holdsAbove(actor, at.lineage, 'party_organisation', 'party_secretary', 'party_member'),
  street_office: (actor, { at }) => isOfficer(actor, at),
  residents_committee: (actor, { at }) => isCadre(actor, at),
  fund_office: (actor, { fund }) => holds(actor, fund.officeId, 'chair', 'secretary'),
  supervisors: (actor, where) => isSupervisor(actor, where),
};

/** Whether somebody is one of those who act at a step. */
export function actsAs(actor: Actor, where: FundAt, actors: readonly FundActor[]): boolean {
  return actors.some((each) => ACTS[each](actor, where));
}

/** Who goes to see what is done with public money: the fund's supervisors and the auditors. */
export function isSupervisor(actor: Actor, { at, fund }: FundAt): boolean {
  return holds(actor, fund.officeId, 'supervisor') || isAuditor(actor, at);
}
