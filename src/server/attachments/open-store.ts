import { folderStore, tryFolder } from '../../attachments/folder-store';
import type { ObjectStore } from '../../attachments/object-store';
import { s3Store, tryBucket } from '../../attachments/s3-store';
import type { AttachmentSettings } from '../attachment-settings';
import { CannotStart } from '../cannot-start';

/** The store that the settings name, once it has shown that it can be written to. */
export async function openStore({ store: at }: AttachmentSettings): Promise<ObjectStore> {
  try {
    if (at.by === 'folder') {
      await tryFolder(at.folder);
      return folderStore(at.folder);
    }
    const store = await s3Store(at);
    await tryBucket(store);
    return store;
  } catch (error) {
    const where =
      at.by === 'folder'
        ? `DATA_DIR: ${at.folder}`
        : `S3_BUCKET: "${at.bucket}" at ${at.endpoint ?? `Amazon's ${at.region}`}`;
    const why = error instanceof Error ? error.message : String(error);
    throw new CannotStart(`${where} cannot keep files that are uploaded: ${why}.`);
  }
}
