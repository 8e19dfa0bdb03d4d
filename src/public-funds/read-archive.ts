import type { Context } from '../api/context';
import type { TenantRef } from '../kernel/global-id';
import { Denied } from '../kernel/refusal';
import { read } from '../kernel/read';
import { isRegistrar, mayReadBooks } from '../society/society.policy';
import { place } from '../society/place.reader';
import type { FundArchiveRow } from './fund-archive.entity';

/**
 * The one file of an archived project, for residents of the community, its cadres and officers, and
 * the readers of its books: what objectors wrote and what was given as evidence is theirs to read.
 * Null: it is not archived.
 */
export async function readArchive(
  context: Context,
  { communityId, id }: TenantRef,
): Promise<Pick<FundArchiveRow, 'content' | 'sha256'> | null> {
  const { actor } = context;
  const at = await place(context, communityId);
  const lives = actor.residences.some((own) => own.communityId === communityId);
  const may = lives || (at !== null && (isRegistrar(actor, at) || mayReadBooks(actor, at)));
  if (!may) throw new Denied(actor.kind === 'stranger' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
  const [archive] = await read<FundArchiveRow>(
    context.db,
    `select content, sha256 from fund_archive where community_id = $1 and project_id = $2`,
    [communityId, id],
  );
  return archive ?? null;
}
