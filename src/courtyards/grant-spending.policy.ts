import type { Context } from '../api/context';
import { policy } from '../api/policy';
import { insideGrant } from '../grants/grant.policy';
import type { Actor } from '../kernel/actor';
import type { GrantSpendingRow } from './grant-spending.entity';

/** Anyone of the organisation that was given the money. */
export function isOf(actor: Actor, organisationId: string): boolean {
  return actor.standings.some((standing) => standing.organisationId === organisationId);
}

/** Who may look at what stands behind a spending: as with everything inside a grant. */
export function looksInside(
  context: Context,
  { communityId, organisationId }: GrantSpendingRow,
): boolean | Promise<boolean> {
  return insideGrant.allows(context, { communityId, granteeId: organisationId } as never);
}

/** What stands in the books is open to all; what waits or was declined stays within. */
export const spendingReader = policy<GrantSpendingRow>(
  'Anyone, once it stands in the books; before, readers of the books and its own people.',
  (context, row) => row.entryId !== null || looksInside(context, row),
);

/** Names and receipts behind a spending. */
export const insideSpending = policy<GrantSpendingRow>(insideGrant.says, looksInside);
