import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { AttemptRow } from './attempt.entity';
import { endResolution } from './end-resolution';
import { refuseEnded, resolutionFor } from './resolution-for';
import type { ResolutionRow } from './resolution.entity';

export interface LapseResolution {
  readonly resolutionId: string;
  readonly reason: string;
}

/**
 * Gives up a resolution that cannot be executed, with a reason for everybody (who leads or
 * executes, by the table of layers). One that opens an act must have been tried in vain: else
 * whoever executes had a veto. Refuses: `ID_UNKNOWN`, `RESOLUTION_STATE`, `NOT_TRIED`,
 * `TEXT_LENGTH`.
 */
export async function lapseResolution(
  work: UnitOfWork,
  input: LapseResolution,
): Promise<ResolutionRow> {
  const found = await resolutionFor(work, input.resolutionId, 'lapseResolution');
  const { resolution, motion, today } = found;
  refuseEnded(resolution, today);
  const { communityId, id: resolutionId } = resolution;
  const tried = await work.db.existsBy(AttemptRow, { communityId, resolutionId });
  if (motion.kind !== 'free_text' && !tried) throw new Refusal('NOT_TRIED', {}, ['resolutionId']);
  return await endResolution(work, resolution, 'lapsed', readReason(input.reason, ['reason']));
}
