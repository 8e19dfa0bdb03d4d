import { toGlobalId } from '../kernel/global-id';
import type { AttachmentRow } from './attachment.entity';

/** The path under which a file is served. */
export function addressOf({ communityId, id }: Pick<AttachmentRow, 'communityId' | 'id'>): string {
  return `/attachments/${toGlobalId('Attachment', communityId, id)}`;
}
