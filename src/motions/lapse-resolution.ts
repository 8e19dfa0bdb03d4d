import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { endResolution } from './end-resolution';
import { refuseEnded, resolutionFor } from './resolution-for';
import type { ResolutionRow } from './resolution.entity';

export interface LapseResolution {
  readonly resolutionId: string;
  readonly reason: string;
}

/**
 * Gives up a resolution that cannot be executed, with a reason for everybody (who leads or
 * executes, by the table of layers). Refuses: `ID_UNKNOWN`, `RESOLUTION_STATE`, `TEXT_LENGTH`.
 */
export async function lapseResolution(
  work: UnitOfWork,
  input: LapseResolution,
): Promise<ResolutionRow> {
  const { resolution, today } = await resolutionFor(work, input.resolutionId, 'lapseResolution');
  refuseEnded(resolution, today);
  return await endResolution(work, resolution, 'lapsed', readReason(input.reason, ['reason']));
}
