import type { FundActor } from '../public-funds/procedure-spec';
import { HOME, type Branch, type Roles } from './branch';

/** By which roles somebody acts at a step; of the office: at that of the project's own fund. */
const ACT_AS: Readonly<Record<FundActor, readonly Roles[]>> = {
  party_organisation: [{ kind: 'party_organisation', roles: ['party_secretary', 'party_member'] }],
  street_office: [{ kind: 'street_office', roles: ['officer'] }],
  residents_committee: [{ kind: 'residents_committee', roles: ['cadre'] }],
  fund_office: [{ kind: 'public_fund', roles: ['chair', 'secretary'] }],
  supervisors: [
    { kind: 'street_office', roles: ['auditor'] },
    { kind: 'public_fund', roles: ['supervisor'] },
  ],
};

/** The communities that an office may keep the public money of, with the office. */
const OF_OFFICE = `(select home.id, office.id as office_id from organisation office
    join place home on home.lineage && array[office.place_id] and home.kind = 'community'
    where office.id = any (:who)) home`;

const branchOf = (actor: FundActor, roles: Roles): Branch => {
  const inOffice = roles.kind === 'public_fund';
  return {
    roles,
    sql: `
  -- every community: somebody may act in several
  select 'fundProject' as kind, project.community_id "communityId", project.id,
    null::uuid "poolId", project.id "nodeId"
  from ${inOffice ? OF_OFFICE : HOME}
  join place there on there.id = home.id ${inOffice ? '' : 'and there.lineage && :who'}
  join fund_project project on project.community_id = home.id and project.state = 'running'
  join fund_step step on step.community_id = home.id and step.project_id = project.id
    and step.n = project.step and step.spec -> 'actors' @> '["${actor}"]'
  join public_fund fund on fund.community_id = home.id and fund.id = project.fund_id
    ${inOffice ? 'and fund.office_id = home.office_id' : ''}
  where project.id > :after
  order by project.id limit :limit`,
  };
};

/** Projects of the public fund, at a step at which the procedure lets somebody act (C3). */
export const FUND_BRANCHES: readonly Branch[] = Object.entries(ACT_AS).flatMap(([actor, all]) =>
  all.map((roles) => branchOf(actor as FundActor, roles)),
);
