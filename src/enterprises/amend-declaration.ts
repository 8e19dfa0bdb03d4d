import { draft, record } from '../bookkeeping/record';
import { POOLS } from '../bookkeeping/rules/pools';
import { authorise } from '../kernel/actor';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import { request, type Request } from '../kernel/request';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { DeclarationRow } from './declaration.entity';
import {
  declarationById,
  lockDeclaration,
  needDeclaration,
  outstandingOf,
  type Declaration,
} from './declaration.reader';
import { declaredBefore, insertVersion } from './declaration-version';
import { keepsEnterprise } from './enterprise.policy';
import { readFigures, type FiguresInput } from './figures';
import { sayingWhatIsLeft } from './pledge-exceeded';

export interface AmendDeclarationInput extends FiguresInput {
  readonly idempotencyKey: string;
  readonly declarationId: string;
  readonly reason: string;
}

const MOST_VERSIONS = 50;

/**
 * Amends a declaration's figures with a reason; every version is kept (C7; the enterprise's
 * director or bookkeeper). A raised promise is pledged, a lowered one taken back, never below what
 * has been remitted. Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `NOTHING_AMENDED`, `AMENDED_TOO_OFTEN`,
 * `PLEDGE_EXCEEDED`, `KEY_UNUSABLE`, `KEY_REUSED`, and readFigures' refusals.
 */
export async function amendDeclaration(
  work: UnitOfWork,
  input: AmendDeclarationInput,
): Promise<Declaration> {
  const named = await needDeclaration(work, input.declarationId, ['declarationId']);
  authorise(work.actor, keepsEnterprise(work.actor, named.enterpriseId));
  const asked = request('amendDeclaration', input);
  const declared = await lockDeclaration(work, named);
  const before = await declaredBefore(work, declared.communityId, asked);
  if (before) return before;
  const figures = readFigures(input, declared.currency);
  const reason = readReason(input.reason, ['reason']);
  const same = (['revenue', 'costs', 'committed'] as const).every(
    (figure) => figures[figure].minor === BigInt(declared[figure]),
  );
  if (same) throw new Refusal('NOTHING_AMENDED');
  if (declared.version >= MOST_VERSIONS)
    throw new Refusal('AMENDED_TOO_OFTEN', { largest: MOST_VERSIONS });
  const amended = { ...declared, version: declared.version + 1 };
  await insertVersion(work, amended, figures, asked, reason);
  await pledgeDifference(work, declared, figures.committed.minor, asked);
  const { communityId, id } = declared;
  const owing = (await outstandingOf(work.db, declared)) > 0n;
  await work.db.update(DeclarationRow, { communityId, id }, { version: amended.version, owing });
  const [row] = await declarationById.read(work.db, communityId, [id]);
  return row ?? declared;
}

async function pledgeDifference(
  work: UnitOfWork,
  declared: Declaration,
  committed: bigint,
  asked: Request,
): Promise<void> {
  const { communityId, enterpriseId, id: declarationId } = declared;
  const more = committed - BigInt(declared.committed);
  if (more === 0n) return;
  const rule = more > 0n ? POOLS.surplusPledged : POOLS.surplusPledgeLowered;
  const difference = amount(currency(declared.currency), more > 0n ? more : -more);
  const facts = { enterpriseId, declarationId, amount: difference };
  const entry = draft(rule, facts, { request: asked, occurredAt: work.now });
  await sayingWhatIsLeft(['commitment'], () => record(work, communityId, entry));
}
