import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ResolutionRow } from './resolution.entity';

/** Writes down that a resolution which is held will not be executed, and why. */
export async function endResolution(
  work: UnitOfWork,
  resolution: ResolutionRow,
  state: 'set_aside' | 'lapsed',
  endedBecause: string,
): Promise<ResolutionRow> {
  const ended = { state, endedBy: work.actor.personId, endedAt: work.now, endedBecause };
  await work.db.query(
    `update resolution set state = $3, ended_by = $4, ended_at = $5, ended_because = $6
     where community_id = $1 and id = $2`,
    [resolution.communityId, resolution.id, state, ended.endedBy, work.now, endedBecause],
  );
  return { ...resolution, ...ended };
}
