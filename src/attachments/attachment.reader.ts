import type { Batch, GroupBatch } from '../api/context';
import { read } from '../kernel/read';
import type { AttachmentContentRow } from './attachment-content.entity';
import type { AttachmentRow } from './attachment.entity';

/** An attachment with what is kept of it. */
export type Attached = AttachmentRow &
  Pick<AttachmentContentRow, 'type' | 'bytes' | 'width' | 'height'>;

const ATTACHED = `attachment.community_id "communityId", attachment.id, attachment.sha256,
  attachment.uploaded_by "uploadedBy", attachment.uploaded_at "uploadedAt",
  attachment.about_kind "aboutKind", attachment.about_id "aboutId",
  attachment.attached_at "attachedAt", content.type, content.bytes, content.width, content.height`;

const WITH_CONTENT = `attachment join attachment_content content
  on content.community_id = attachment.community_id and content.sha256 = attachment.sha256`;

export const attachmentById: Batch<Attached> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select ${ATTACHED} from ${WITH_CONTENT}
       where attachment.community_id = $1 and attachment.id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

const LISTS = new Map<string, GroupBatch<Attached>>();

/** What is attached to things of a kind (a type's name), by their ids, in the order uploaded. */
export function attachedTo(kind: string): GroupBatch<Attached> {
  const known = LISTS.get(kind);
  if (known) return known;
  const made: GroupBatch<Attached> = {
    many: true,
    read: (db, communityId, ids) =>
      read(
        db,
        `select ${ATTACHED} from ${WITH_CONTENT}
         where attachment.community_id = $1 and attachment.about_kind = $2
           and attachment.about_id = any ($3)
         order by attachment.id`,
        [communityId, kind, ids],
      ),
    keyOf: ({ aboutId }) => aboutId ?? '',
  };
  LISTS.set(kind, made);
  return made;
}
