import type { Batch, GroupBatch } from '../api/context';
import { CITY } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { FundProjectRow } from './fund-project.entity';
import type { FundStepEventRow } from './fund-step-event.entity';
import type { FundStepRow } from './fund-step.entity';

/** A project's columns; its table is called `project`. */
const PROJECT = `project.community_id "communityId", project.id, project.fund_id "fundId",
  project.procedure_id "procedureId", project.purpose, project.title, project.description,
  project.cost_minor "costMinor", project.self_raised_minor "selfRaisedMinor", project.state,
  project.step, project.urgency, project.weighed_by "weighedBy", project.weighed_at "weighedAt",
  project.ballot_id "ballotId", project.application_id "applicationId",
  project.motion_id "motionId", project.started_by "startedBy", project.started_at "startedAt",
  project.ended_by "endedBy", project.ended_at "endedAt",
  project.dropped_because "droppedBecause"`;

export const fundProjectById: Batch<FundProjectRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${PROJECT} from fund_project project
       where project.community_id = $1 and project.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

/** The project that a command's input names; unknown: `ID_UNKNOWN`. */
export async function needFundProject(
  work: UnitOfWork,
  globalId: string,
  path: readonly string[] = ['projectId'],
): Promise<FundProjectRow> {
  return await needRow(work, fundProjectById, { type: 'FundProject', globalId, path });
}

/** The projects of funds (owners), the last that began first. */
export const projectsOfFund: KeysetList<FundProjectRow> = {
  read: (db, communityId, fundIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select ${PROJECT} from fund_project project
         where project.community_id = $1 and project.fund_id = owner.id
           and project.id < $3::uuid
         order by project.id desc limit $4
       ) listed order by owner.id, listed.id desc`,
      [communityId, fundIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** A project that was weighed, with what households said of it. */
export interface WeighedProject extends FundProjectRow {
  readonly forIt: number;
  readonly households: number;
}

/** More are not ranked: a community has a few dozen in a year. */
export const MOST_RANKED = 200;

/** The projects of funds that were weighed and not dropped, with their counted ballots. */
export const weighedOfFund: GroupBatch<WeighedProject> = {
  many: true,
  read: (db, communityId, fundIds) =>
    read(
      db,
      `select listed.* from unnest($2::uuid[]) owner (id) cross join lateral (
         select ${PROJECT}, ballot.votes[1] "forIt", ballot.base households
         from fund_project project
         join ballot on ballot.community_id = $1 and ballot.id = project.ballot_id
           and ballot.closed_at is not null
         where project.community_id = $1 and project.fund_id = owner.id
           and project.urgency is not null and project.state <> 'dropped'
         order by project.id limit ${MOST_RANKED}
       ) listed order by listed."fundId", listed.id`,
      [communityId, fundIds],
    ),
  keyOf: ({ fundId }) => fundId,
};

/** The steps of projects, in their order. */
export const stepsOfProject: GroupBatch<FundStepRow> = {
  many: true,
  read: (db, communityId, projectIds) =>
    read(
      db,
      `select community_id "communityId", project_id "projectId", n, code, spec, since,
         passed_at "passedAt", passed_by "passedBy"
       from fund_step where community_id = $1 and project_id = any ($2)
       order by project_id, n`,
      [communityId, projectIds],
    ),
  keyOf: ({ projectId }) => projectId,
};

/** What became of projects (owners), from the beginning on. */
export const eventsOfProject: KeysetList<FundStepEventRow> = {
  read: (db, communityId, projectIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.* from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select community_id "communityId", id, project_id "projectId", kind, step,
           to_step "toStep", reason, urgency, ballot_id "ballotId", motion_id "motionId", by, at
         from fund_step_event
         where community_id = $1 and project_id = owner.id and id > $3::uuid
         order by id limit $4
       ) listed order by owner.id, listed.id`,
      [communityId, projectIds, after?.[0] ?? CITY, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};
