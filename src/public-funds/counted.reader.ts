import type { Batch } from '../api/context';
import { read } from '../kernel/read';

/** What of a project is counted, or waits for an answer. */
export interface Counted {
  readonly projectId: string;
  /** Visits since it was sent back; what one person saw on one day is one. */
  readonly visits: number;
  /** Findings that have not been put right. */
  readonly open: number;
  /** Scores since it was sent back. */
  readonly evaluations: number;
  /** Objections to what was resolved that nobody has answered. */
  readonly objections: number;
  /** Whether people were heard after it was last sent back to a hearing, or before one. */
  readonly heardSince: boolean;
}

/** Nothing yet. */
export const nothingCounted = (projectId: string): Counted => ({
  ...{ projectId, visits: 0, open: 0, evaluations: 0, objections: 0, heardSince: true },
});

export const countedFor: Batch<Counted> = {
  read: (db, communityId, projectIds) =>
    read(
      db,
      `select project.id "projectId",
         (select count(distinct (visit.visited_by, visit.visited_on)) from fund_visit visit
           where visit.community_id = $1 and visit.project_id = project.id
             and visit.set_aside_at is null)::integer visits,
         (select count(*) from fund_visit visit where visit.community_id = $1
           and visit.project_id = project.id and visit.to_put_right
           and visit.settled_at is null)::integer as open,
         (select count(*) from fund_evaluation scored where scored.community_id = $1
           and scored.project_id = project.id and scored.set_aside_at is null
         )::integer evaluations,
         (select count(*) from resolution join resolution_objection objection
             on objection.community_id = $1 and objection.resolution_id = resolution.id
           where resolution.community_id = $1 and resolution.motion_id = project.motion_id
             and objection.answered_at is null)::integer objections,
         (select coalesce(bool_and(coalesce(motion.heard_at >= back.at, false) or exists (
             select 1 from meeting where meeting.community_id = $1
               and meeting.motion_id = project.motion_id and meeting.closed_at is not null
               and meeting.starts_at >= back.at)), true)
           from fund_step_event back where back.community_id = $1
             and back.project_id = project.id and back.kind = 'sent_back'
             and back.to_step <= (select max(step.n) from fund_step step
               where step.community_id = $1 and step.project_id = project.id
                 and step.spec -> 'conditions' @> '[{"name": "hearing_held"}]')) "heardSince"
       from fund_project project
       left join motion on motion.community_id = $1 and motion.id = project.motion_id
       where project.community_id = $1 and project.id = any ($2)`,
      [communityId, projectIds],
    ),
  keyOf: ({ projectId }) => projectId,
};
