import { freeProjectGifts } from '../foundations/project-gifts';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { GrantRow } from './grant.entity';
import { mayAccept } from './grant.policy';
import { needPayment } from './payment';
import { refuseEnded } from './states';
import { TrancheRow } from './tranche.entity';
import { trancheState, tranchesOf } from './tranche.reader';

/**
 * The foundation's secretary or a member of its board accepts what a paid tranche brought, with
 * what showed it; never one of the grantee's own people. With the last milestone the grant is
 * completed, and what was given for its project and not needed serves its pool. Refuses:
 * `ID_UNKNOWN`, `NOT_AWARDED`, `RECUSED`, `GRANT_ENDED`, `ALREADY_ACCEPTED`, `TRANCHE_UNPAID`,
 * `TEXT_LENGTH`.
 */
export async function acceptMilestone(
  work: UnitOfWork,
  input: { trancheId: string; evidence: string },
): Promise<TrancheRow> {
  const { grant, tranche, last, personId } = await needPayment(work, input.trancheId, mayAccept);
  const { communityId, id } = tranche;
  if (tranche.acceptedAt) throw new Refusal('ALREADY_ACCEPTED', {}, ['trancheId']);
  refuseEnded(grant.state, ['trancheId']);
  if (trancheState(last) !== 'paid') throw new Refusal('TRANCHE_UNPAID', {}, ['trancheId']);
  const evidence = readReason(input.evidence, ['evidence']);
  const accepted = { acceptedAt: work.now, acceptedBy: personId, evidence };
  await work.db.update(TrancheRow, { communityId, id }, accepted);
  const tranches = await tranchesOf.read(work.db, communityId, [grant.id]);
  if (tranches.every(({ acceptedAt }) => acceptedAt)) {
    await freeProjectGifts(work, { ...grant, grantId: grant.id }, 'ended');
    const completed = { state: 'completed', endedAt: work.now } as const;
    await work.db.update(GrantRow, { communityId, id: grant.id }, completed);
  }
  return { ...tranche, ...accepted };
}
