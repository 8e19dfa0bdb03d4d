import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { connectStore, type ObjectStore } from '../../src/attachments/object-store';
import type { Attached } from '../../src/attachments/attachment.reader';
import { uploadAttachment } from '../../src/attachments/upload-attachment';
import type { Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { Refusal } from '../../src/kernel/refusal';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { placeById } from '../../src/society/place.reader';
import type { CommunityWorld, World } from '../support/world';
import { pdf } from './files';

/** A store in memory that can be made to fail. */
export class MemoryStore implements ObjectStore {
  readonly objects = new Map<string, Buffer>();
  failsWith: Error | null = null;

  async put(key: string, bytes: Buffer): Promise<void> {
    if (this.failsWith) throw this.failsWith;
    this.objects.set(key, bytes);
    await Promise.resolve();
  }

  async open(key: string): Promise<Readable | null> {
    const bytes = this.objects.get(key);
    return await Promise.resolve(bytes ? Readable.from([bytes], { objectMode: false }) : null);
  }

  async remove(key: string): Promise<void> {
    if (this.failsWith) throw this.failsWith;
    this.objects.delete(key);
    await Promise.resolve();
  }
}

export async function upload(
  source: DataSource,
  actor: Actor,
  at: CommunityWorld,
  bytes: Buffer,
  now?: Date,
): Promise<Attached> {
  const [place] = await placeById.read(source.manager, at.id, [at.id]);
  const lineage = place!.lineage;
  return await inUnitOfWork(
    source,
    actor,
    (work) => uploadAttachment(work, { communityId: at.id, lineage, bytes }),
    now,
  );
}

/** A file of the resident's own, under the name `attachment`: no mutation uploads one. */
export async function uploadFor(
  source: DataSource,
  { world: { home }, ids }: { readonly world: World; readonly ids: Map<string, string> },
): Promise<void> {
  connectStore(source, new MemoryStore());
  const { communityId, id } = await upload(source, home.members[0].actor, home, pdf('of one'));
  ids.set('attachment', toGlobalId('Attachment', communityId, id));
  ids.set('attachment row', id);
}

/** The code that something is refused with, or `done`. */
export async function endOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return [error.code, ...error.path].join(' ');
    throw error;
  }
}
