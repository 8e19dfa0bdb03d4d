import { recordedBefore } from '../bookkeeping/record';
import { sameRequest, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { DeclarationRow } from './declaration.entity';
import { declarationById, type Declaration } from './declaration.reader';
import { DeclarationVersionRow } from './declaration-version.entity';
import type { Figures } from './figures';

/**
 * The declaration that an equal request left or amended before, or null; another body under its key
 * is refused: `KEY_REUSED`.
 */
export async function declaredBefore(
  work: UnitOfWork,
  communityId: string,
  asked: Request,
): Promise<Declaration | null> {
  const [made]: { declarationId: string; fingerprint: Buffer }[] = await work.db.query(
    `select declaration_id "declarationId", fingerprint from surplus_declaration_version
     where community_id = $1 and key = $2`,
    [communityId, asked.key],
  );
  if (!made) {
    // A loss posts nothing, so that the ledger would not notice another command's key.
    await recordedBefore(work, communityId, asked);
    return null;
  }
  sameRequest(made.fingerprint, asked);
  const [row] = await declarationById.read(work.db, communityId, [made.declarationId]);
  return row ?? null;
}

/** Writes a declaration's current version down. */
export async function insertVersion(
  work: UnitOfWork,
  { communityId, id, version }: DeclarationRow,
  figures: Figures,
  { key, fingerprint }: Request,
  reason: string | null,
): Promise<void> {
  await work.db.insert(DeclarationVersionRow, {
    communityId,
    declarationId: id,
    version,
    revenue: figures.revenue.minor.toString(),
    costs: figures.costs.minor.toString(),
    committed: figures.committed.minor.toString(),
    shareBasisPoints: figures.shareBasisPoints,
    reason,
    madeAt: work.now,
    madeBy: work.actor.personId,
    key,
    fingerprint,
  });
}
