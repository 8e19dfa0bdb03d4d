import { hash } from 'node:crypto';
import { authorise, personOf } from '../kernel/actor';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { Turns } from '../kernel/turns';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { mayUpload } from './attachment.policy';
import { attachmentById, type Attached } from './attachment.reader';
import { AttachmentRow } from './attachment.entity';
import { keptOf } from './kept';
import { keyOf, storeOf, type ObjectStore } from './object-store';
import type { Kept } from './picture';

export interface UploadAttachment {
  readonly communityId: string;
  /** The community with everything above it. */
  readonly lineage: readonly string[];
  readonly bytes: Buffer;
}

/**
 * Whoever writes to the store holds a connection to the database meanwhile: so many, that a store
 * which hangs leaves the others to everybody else.
 */
const KEEPING = new Turns(4, 32);

/**
 * Keeps a file for whoever uploads it, until a command attaches it to something
 * (`claimAttachment`) or a day has passed. The same bytes lie in the store once.
 *
 * Refuses: `STORAGE_UNAVAILABLE`, `UPLOAD_EMPTY`, `FILE_TYPE_UNKNOWN`, `PICTURE_HEIC`,
 * `PICTURE_TOO_LARGE`, `FILE_BROKEN`, `UPLOADS_BUSY`.
 */
export async function uploadAttachment(
  work: UnitOfWork,
  { communityId, lineage, bytes }: UploadAttachment,
): Promise<Attached> {
  authorise(work.actor, mayUpload(work.actor, { communityId, lineage }));
  const uploadedBy = personOf(work.actor);
  const store = storeOf(work.source);
  const kept = await keptOf(bytes);
  return await KEEPING.take(() => keep(work, store, { communityId, kept, uploadedBy }));
}

async function keep(
  work: UnitOfWork,
  store: ObjectStore,
  { communityId, kept, uploadedBy }: { communityId: string; kept: Kept; uploadedBy: string },
): Promise<Attached> {
  const sha256 = hash('sha256', kept.bytes, 'hex');
  await noteContent(work, communityId, sha256, kept);
  const db = await work.begin();
  await useContent(work, communityId, sha256, kept);
  await store.put(keyOf(communityId, sha256), kept.bytes, kept.type);
  const id = newId();
  const row = { communityId, id, sha256, uploadedBy, uploadedAt: work.now };
  await db.insert(AttachmentRow, row);
  const [attached] = await attachmentById.read(db, communityId, [id]);
  if (!attached) throw new Refusal('ID_UNKNOWN', { type: 'Attachment' });
  return attached;
}

const INSERT = `insert into attachment_content
    (community_id, sha256, type, bytes, width, height, unused_since)
  values ($1, $2, $3, $4, $5, $6, $7) on conflict (community_id, sha256) do`;

const valuesOf = (communityId: string, sha256: string, kept: Kept) => [
  ...[communityId, sha256, kept.type, kept.bytes.length, kept.width, kept.height],
];

/**
 * Says that an object may lie in the store, before it does and outside of the unit of work: where
 * that is rolled back, or its process killed, the sweep finds what was written.
 */
async function noteContent(
  { source, now }: UnitOfWork,
  communityId: string,
  sha256: string,
  kept: Kept,
): Promise<void> {
  await source.query(`${INSERT} nothing`, [...valuesOf(communityId, sha256, kept), now]);
}

/** Holds the object's row until the work is done: nobody sweeps it meanwhile. */
async function useContent(
  { db }: UnitOfWork,
  communityId: string,
  sha256: string,
  kept: Kept,
): Promise<void> {
  const values = [...valuesOf(communityId, sha256, kept), null];
  await db.query(`${INSERT} update set unused_since = excluded.unused_since`, values);
}
