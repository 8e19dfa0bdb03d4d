import { CITY, type Batch, type GroupBatch } from '../api/context';
import { ID_PART, LAST_ID, type KeysetList } from '../api/keyset-list';
import type { PagedList } from '../api/paged';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ProjectRow } from './project.entity';
import type { ProjectStepRow } from './project-step.entity';

/** A project's columns; its table is called `project`. */
const PROJECT = `project.community_id "communityId", project.id, project.place_id "placeId",
  project.organisation_id "organisationId", project.title, project.goal, project.people,
  project.material, project.money, project.sustainability, project.mode,
  project.grant_id "grantId", project.resolution_id "resolutionId", project.opened_by "openedBy",
  project.opened_at "openedAt", project.ended_by "endedBy", project.ended_at "endedAt",
  project.outcome, project.result`;

const STEP = `community_id "communityId", id, project_id "projectId", n, title, due_on "dueOn",
  done_on "doneOn", note, recorded_by "recordedBy", recorded_at "recordedAt"`;

export const projectById: Batch<ProjectRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${PROJECT} from project where project.community_id = $1 and project.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

export const stepById: Batch<ProjectStepRow> = {
  read: (db, communityId, ids) =>
    read(db, `select ${STEP} from project_step where community_id = $1 and id = any ($2)`, [
      communityId,
      ids,
    ]),
  keyOf: ({ id }) => id,
};

/** The steps of projects, in the order of the plan. */
export const stepsOfProject: GroupBatch<ProjectStepRow> = {
  many: true,
  read: (db, communityId, projectIds) =>
    read(
      db,
      `select ${STEP} from project_step where community_id = $1 and project_id = any ($2)
       order by project_id, n`,
      [communityId, projectIds],
    ),
  keyOf: ({ projectId }) => projectId,
};

/** Projects of places (owners), the latest first: of a community with those of all its parts. */
export const projectsOfPlace: KeysetList<ProjectRow> = {
  read: (db, _city, placeIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", listed.*
       from unnest($1::uuid[]) owner (id) join place on place.id = owner.id
       cross join lateral (
         select ${PROJECT} from project
         where project.community_id = place.lineage[4]
           and (place.kind = 'community' or project.place_id = place.id)
           and project.id < $2::uuid
         order by project.id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [placeIds, after?.[0] ?? LAST_ID, limit],
    ),
  keyOf: ({ id }) => [id],
  parts: [ID_PART],
};

/** The project that each grant pays for; of several, the one that was opened last. */
export const projectOfGrant: Batch<ProjectRow> = {
  read: (db, communityId, grantIds) =>
    read(
      db,
      `select distinct on (project.grant_id) ${PROJECT} from project
       where project.community_id = $1 and project.grant_id = any ($2)
       order by project.grant_id, project.id desc`,
      [communityId, grantIds],
    ),
  keyOf: ({ grantId }) => grantId ?? '',
};

/** The projects that organisations (owners) answer for, the latest first. */
export const projectsOfOrganisation: PagedList<ProjectRow, null> = {
  read: (db, organisationIds, _filter, { after, limit }) =>
    read(
      db,
      `-- every community: an organisation may run projects in several
       select owner.id "ownerId", listed.* from unnest($1::uuid[]) owner (id)
       cross join lateral (
         select ${PROJECT} from project
         where project.organisation_id = owner.id
           and ($2 = '${CITY}'::uuid or project.id < $2::uuid)
         order by project.id desc limit $3
       ) listed order by owner.id, listed.id desc`,
      [organisationIds, after, limit],
    ),
};

/** The project that a command's input names, as it stands now; unknown: `ID_UNKNOWN`. */
export async function needProject(work: UnitOfWork, globalId: string): Promise<ProjectRow> {
  const path = ['projectId'];
  return await needRow(work, projectById, { type: 'Project', globalId, path });
}

/**
 * A project's row, held until the unit of work ends: its steps and its end are recorded one at a
 * time. One that has ended is refused: `PROJECT_ENDED`.
 */
export async function holdProject(
  work: UnitOfWork,
  { communityId, id }: { readonly communityId: string; readonly id: string },
  path: readonly string[],
): Promise<ProjectRow> {
  const db = await work.begin();
  await db.query('select 1 from project where community_id = $1 and id = $2 for no key update', [
    communityId,
    id,
  ]);
  const [row] = await projectById.read(db, communityId, [id]);
  if (!row) throw new Error(`There is no project ${id}`);
  if (row.endedAt !== null) throw new Refusal('PROJECT_ENDED', {}, path);
  return row;
}
