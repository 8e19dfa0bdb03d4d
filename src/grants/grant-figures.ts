import type { Context } from '../api/context';
import type { Money } from '../api/money.graphql';
import { account } from '../bookkeeping/chart';
import { accountById } from '../books/entry.reader';
import { currency } from '../kernel/currency';
import { accountId } from '../ledger/account-ref';
import type { GrantRow } from './grant.entity';
import { moneyIn } from './money';

/** A figure of a grant from its accounts; all grants' accounts of a request in one statement. */
export async function grantFigure(
  context: Context,
  { communityId, poolId, id, currency: code }: GrantRow,
  which: 'paid' | 'returned' | 'committed',
): Promise<Money> {
  const kind = which === 'committed' ? 'grantCommitted' : 'grantExpense';
  const accountRef = account(kind, poolId, id);
  const found = await context.load(
    accountById,
    communityId,
    accountId(communityId, accountRef, currency(code).id),
  );
  const figures = {
    paid: found?.debits,
    returned: found?.credits,
    committed: found?.balance,
  };
  return moneyIn(code, figures[which] ?? 0n);
}
