import { account } from '../bookkeeping/chart';
import { draft, record } from '../bookkeeping/record';
import { GRANTS } from '../bookkeeping/rules/grants';
import { amount, type Amount } from '../kernel/amount';
import { currency, type Currency } from '../kernel/currency';
import { Refusal } from '../kernel/refusal';
import { ownRequest } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { accountsById } from '../ledger/account.reader';
import { accountId } from '../ledger/account-ref';

/** The project of one grant, for which gifts may be given. */
export interface Project {
  readonly communityId: string;
  readonly poolId: string;
  readonly grantId: string;
  readonly currency: Currency;
}

/** How often a giver may take something back between our reading and our posting. */
const TRIES = 10;

/**
 * Posts what depends on how much gifts for a project hold. The ledger decides: where a refund has
 * made it less since it was read, it refuses, and we read again.
 */
export async function withProjectGifts<T>(
  work: UnitOfWork,
  project: Project,
  post: (held: Amount) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const held = await heldFor(work, project);
    try {
      return await post(held);
    } catch (error) {
      const less = error instanceof Refusal && error.code === 'PROJECT_GIFTS_SHORT';
      if (!less || tries === TRIES) throw error;
    }
  }
}

/** The id of the account that holds gifts for a project. */
export function projectGiftsId({ communityId, poolId, grantId, currency: code }: Project): string {
  return accountId(communityId, account('projectGifts', poolId, grantId), currency(code).id);
}

async function heldFor(work: UnitOfWork, project: Project): Promise<Amount> {
  const [found] = await accountsById(work.db, project.communityId, [projectGiftsId(project)]);
  return amount(currency(project.currency), found?.balance ?? 0n);
}

/**
 * Gives what gifts for an ended grant's project still hold to its pool. `cause` tells this freeing
 * from others of the same grant: its end, or a gift that came after it. The grant is held by
 * whoever asks, so that no gift for it arrives meanwhile.
 */
export async function freeProjectGifts(
  work: UnitOfWork,
  project: Project,
  cause: string,
): Promise<void> {
  const { communityId, poolId, grantId } = project;
  const how = {
    request: ownRequest(`freeProjectGifts/${grantId}/${cause}`),
    occurredAt: work.now,
  };
  await withProjectGifts(work, project, async (held) => {
    if (held.minor === 0n) return;
    const facts = { poolId, grantId, amount: held };
    await record(work, communityId, draft(GRANTS.projectGiftsFreed, facts, how));
  });
}
