import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../api/context';
import type { KeptType } from '../../attachments/attachment-content.entity';
import { attachmentReader } from '../../attachments/attachment.policy';
import { attachmentById, type Attached } from '../../attachments/attachment.reader';
import { keyOf, storeOf } from '../../attachments/object-store';
import { readGlobalId } from '../../kernel/global-id';
import { Denied, Refusal } from '../../kernel/refusal';

/** Pictures are shown, for they are ours, pixel by pixel; what came as it is, is only saved. */
const SERVED: Readonly<Record<KeptType, { ending: string; as: 'inline' | 'attachment' }>> = {
  'image/jpeg': { ending: 'jpg', as: 'inline' },
  'image/webp': { ending: 'webp', as: 'inline' },
  'application/pdf': { ending: 'pdf', as: 'attachment' },
};

/**
 * Sends a file to whoever may read what it is attached to. A browser may keep it, and asks each
 * time whether it still may be shown: the right to read can end, the bytes never change.
 */
export async function sendAttachment(
  context: Context,
  globalId: string,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const row = await needReadable(context, globalId);
  const tag = `"${row.sha256}"`;
  void reply.headers({ etag: tag, 'cache-control': 'private, no-cache' });
  if (headers['if-none-match']?.includes(tag)) return await reply.code(304).send();
  const bytes = await storeOf(context.source).open(keyOf(row.communityId, row.sha256));
  if (!bytes) throw new Error(`Nothing lies in the store for the attachment ${row.id}`);
  const { ending, as } = SERVED[row.type];
  return await reply
    .headers({
      'content-length': row.bytes,
      'content-disposition': `${as}; filename="attachment-${row.id}.${ending}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
    })
    .type(row.type)
    .send(bytes);
}

/** Whether there is such a file is told to nobody who may not read it. */
async function needReadable(context: Context, globalId: string): Promise<Attached> {
  const ref = readGlobalId(globalId);
  const known = ref?.type === 'Attachment' && ref.communityId !== null ? ref : null;
  const row =
    known?.communityId && (await context.load(attachmentById, known.communityId, known.id));
  if (row && (await attachmentReader.allows(context, row as never))) return row;
  if (context.actor.kind === 'stranger') throw new Denied('UNAUTHENTICATED');
  throw new Refusal('ID_UNKNOWN', { type: 'Attachment' }, ['id']);
}
