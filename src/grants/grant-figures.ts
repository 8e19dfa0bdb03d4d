import type { Context } from '../api/context';
import type { Money } from '../api/money.graphql';
import { account, type AccountKind } from '../bookkeeping/chart';
import { accountById } from '../books/entry.reader';
import { currency } from '../kernel/currency';
import { accountId } from '../ledger/account-ref';
import type { Account } from '../ledger/account.reader';
import type { GrantRow } from './grant.entity';
import { moneyIn } from './money';

export type GrantFigure = 'paid' | 'returned' | 'committed' | 'accountedFor' | 'unaccounted';

/** A figure of a grant from its accounts; all grants' accounts of a request in one statement. */
export async function grantFigure(
  context: Context,
  grant: GrantRow,
  which: GrantFigure,
): Promise<Money> {
  const [committed, expense, accounted] = await Promise.all([
    accountOf(context, grant, 'grantCommitted'),
    accountOf(context, grant, 'grantExpense'),
    accountOf(context, grant, 'grantAccountedFor'),
  ]);
  // What is accounted for, and what of that is taken back, passes through what was paid.
  const figures: Record<GrantFigure, bigint> = {
    paid: (expense?.debits ?? 0n) - (accounted?.credits ?? 0n),
    returned: (expense?.credits ?? 0n) - (accounted?.debits ?? 0n),
    committed: committed?.balance ?? 0n,
    accountedFor: accounted?.balance ?? 0n,
    unaccounted: expense?.balance ?? 0n,
  };
  return moneyIn(grant.currency, figures[which]);
}

async function accountOf(
  context: Context,
  { communityId, poolId, id, currency: code }: GrantRow,
  kind: AccountKind,
): Promise<Account | null> {
  const ref = account(kind, poolId, id);
  const key = accountId(communityId, ref, currency(code).id);
  return await context.load(accountById, communityId, key);
}
