import { claimAttachment } from '../attachments/claim-attachment';
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

export interface AcceptMilestone {
  readonly trancheId: string;
  readonly evidence: string;
  /** Attachments that who accepts has uploaded. */
  readonly fileIds?: readonly string[] | null;
}

/** A milestone is shown by so many photos and papers at most. */
const MOST_FILES = 6;

/**
 * The foundation's secretary or a member of its board accepts what a paid tranche brought, with
 * what showed it; never one of the grantee's own people. With the last milestone the grant is
 * completed, and what was given for its project and not needed serves its pool. Refuses:
 * `ID_UNKNOWN`, `NOT_AWARDED`, `RECUSED`, `GRANT_ENDED`, `ALREADY_ACCEPTED`, `TRANCHE_UNPAID`,
 * `TEXT_LENGTH`, `FILES_COUNT`, `OTHER_COMMUNITY`, `ATTACHMENT_TAKEN`.
 */
export async function acceptMilestone(
  work: UnitOfWork,
  input: AcceptMilestone,
): Promise<TrancheRow> {
  const { grant, tranche, last, personId } = await needPayment(work, input.trancheId, mayAccept);
  const { communityId, id } = tranche;
  if (tranche.acceptedAt) throw new Refusal('ALREADY_ACCEPTED', {}, ['trancheId']);
  refuseEnded(grant.state, ['trancheId']);
  if (trancheState(last) !== 'paid') throw new Refusal('TRANCHE_UNPAID', {}, ['trancheId']);
  const evidence = readReason(input.evidence, ['evidence']);
  const accepted = { acceptedAt: work.now, acceptedBy: personId, evidence };
  await work.db.update(TrancheRow, { communityId, id }, accepted);
  await attachEvidence(work, tranche, input.fileIds ?? []);
  const tranches = await tranchesOf.read(work.db, communityId, [grant.id]);
  if (tranches.every(({ acceptedAt }) => acceptedAt)) {
    await freeProjectGifts(work, { ...grant, grantId: grant.id }, 'ended');
    const completed = { state: 'completed', endedAt: work.now } as const;
    await work.db.update(GrantRow, { communityId, id: grant.id }, completed);
  }
  return { ...tranche, ...accepted };
}

async function attachEvidence(
  work: UnitOfWork,
  { communityId, id }: TrancheRow,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length > MOST_FILES)
    throw new Refusal('FILES_COUNT', { most: MOST_FILES }, ['fileIds']);
  const about = { kind: 'Tranche', id };
  for (const [i, fileId] of fileIds.entries())
    await claimAttachment(work, communityId, fileId, { about }, ['fileIds', String(i)]);
}
