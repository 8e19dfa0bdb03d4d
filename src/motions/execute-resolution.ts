import { Refusal } from '../kernel/refusal';
import { request, sameRequest } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { executeResolutionFor, type Executed } from './execute-resolution-for';
import { MOTION_KINDS } from './motion-kinds';
import { resolutionFor } from './resolution-for';

export interface ExecuteResolution {
  readonly idempotencyKey: string;
  readonly resolutionId: string;
}

/**
 * Executes a resolution after its notice (who executes, by the table of layers; C1): what its
 * motion says is done once, and it is marked. Asked again with the same key it answers the same.
 * What a procedure has put before people is executed by its next step. Refuses: `ID_UNKNOWN`,
 * `KEY_UNUSABLE`, `KEY_REUSED`, `EXECUTED_BY_PROCEDURE`, and what `executeResolutionFor` refuses.
 */
export async function executeResolution(
  work: UnitOfWork,
  input: ExecuteResolution,
): Promise<Executed> {
  const found = await resolutionFor(work, input.resolutionId, 'executeResolution');
  const { resolution, motion } = found;
  const asked = request('executeResolution', input);
  if (resolution.key === asked.key && resolution.fingerprint) {
    sameRequest(resolution.fingerprint, asked);
    return { resolution, refusal: null };
  }
  await refuseUsedKey(work, resolution.communityId, asked.key);
  if (MOTION_KINDS[motion.kind].byProcedure)
    throw new Refusal('EXECUTED_BY_PROCEDURE', {}, ['resolutionId']);
  return await executeResolutionFor(work, found, asked);
}

/** A key that executed another resolution executes none any more. */
async function refuseUsedKey(work: UnitOfWork, communityId: string, key: string): Promise<void> {
  const used: unknown[] = await work.db.query(
    'select 1 from resolution where community_id = $1 and key = $2',
    [communityId, key],
  );
  if (used.length > 0) throw new Refusal('KEY_REUSED', {}, ['idempotencyKey']);
}
