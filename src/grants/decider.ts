import type { DecidedBy } from '../foundations/pool-decider.entity';
import { deciderOfPool, type PoolDecider } from '../foundations/pool-decider.reader';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ApplicationRow } from './application.entity';

/** Who decides an application: whoever did so for its pool when it was submitted. */
export async function deciderOfApplication(
  work: UnitOfWork,
  { communityId, poolId: id, submittedAt }: ApplicationRow,
): Promise<PoolDecider> {
  return await deciderOfPool(work, { communityId, id }, submittedAt);
}

const PATH = ['applicationId'];

/** Refuses what a board does not decide: `DECIDED_BY_COUNCIL`, `BY_PROCEDURE_ONLY`. */
export async function refuseUnlessBoard(
  work: UnitOfWork,
  application: ApplicationRow,
): Promise<void> {
  const { decidedBy } = await deciderOfApplication(work, application);
  if (decidedBy === 'council') throw new Refusal('DECIDED_BY_COUNCIL', {}, PATH);
  if (decidedBy === 'procedure') throw new Refusal('BY_PROCEDURE_ONLY', {}, PATH);
}

/**
 * Refuses what a council, or a procedure, does not decide: `DECIDED_BY_BOARD`,
 * `DECIDED_BY_COUNCIL`, `BY_PROCEDURE_ONLY`.
 */
export async function refuseUnlessDecidedBy(
  work: UnitOfWork,
  application: ApplicationRow,
  wanted: Exclude<DecidedBy, 'board'>,
): Promise<void> {
  const { decidedBy } = await deciderOfApplication(work, application);
  if (decidedBy === wanted) return;
  if (decidedBy === 'board') throw new Refusal('DECIDED_BY_BOARD', {}, PATH);
  await refuseUnlessBoard(work, application);
}

/** Refuses what only the steps of a procedure do: `BY_PROCEDURE_ONLY`. */
export async function refuseProcedure(
  work: UnitOfWork,
  application: ApplicationRow,
): Promise<void> {
  const { decidedBy } = await deciderOfApplication(work, application);
  if (decidedBy === 'procedure') throw new Refusal('BY_PROCEDURE_ONLY', {}, PATH);
}
