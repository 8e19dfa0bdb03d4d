import { personOf } from '../kernel/actor';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { attachmentById, type Attached } from './attachment.reader';

/** What a file is attached to: the name of its type in the API, and its row's id. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/**
 * Attaches a file to something, within the command that makes or changes it and in its transaction:
 * only the uploader's own, in the same community, once and for good. Whoever calls it has said
 * with `attachmentsAreReadBy` who may read what is attached to such things.
 *
 * Refuses, at `path`: `ID_UNKNOWN` (also for somebody else's), `OTHER_COMMUNITY`,
 * `ATTACHMENT_TAKEN`.
 */
export async function claimAttachment(
  work: UnitOfWork,
  communityId: string,
  attachmentId: string,
  { about }: { readonly about: Subject },
  path: readonly string[] = ['attachmentId'],
): Promise<Attached> {
  const uploader = personOf(work.actor);
  const id = sameCommunity(tenantRef('Attachment', attachmentId, path), communityId, path);
  const db = await work.begin();
  const claimed: [{ id: string }[], number] = await db.query(
    `update attachment set about_kind = $4, about_id = $5, attached_at = $6
     where community_id = $1 and id = $2 and uploaded_by = $3 and about_kind is null
     returning id`,
    [communityId, id, uploader, about.kind, about.id, work.now],
  );
  const [row] = await attachmentById.read(db, communityId, [id]);
  if (row?.uploadedBy !== uploader) throw new Refusal('ID_UNKNOWN', { type: 'Attachment' }, path);
  if (claimed[1] === 0) throw new Refusal('ATTACHMENT_TAKEN', {}, path);
  return row;
}
