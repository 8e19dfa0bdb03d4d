import type { Batch, Context } from '../api/context';
import type { Account } from '../ledger/account.reader';
import { totalsAsOf, type TotalsAt } from '../ledger/as-of.reader';

const keyOf = (accountId: string, moment: Date) => `${accountId} ${moment.toISOString()}`;

const totalsAt: Batch<TotalsAt> = {
  read: (db, communityId, keys) =>
    totalsAsOf(
      db,
      communityId,
      keys.map((key) => {
        const [accountId = '', moment = ''] = key.split(' ');
        return { accountId, moment: new Date(moment) };
      }),
    ),
  keyOf: ({ accountId, moment }) => keyOf(accountId, moment),
};

/** What an account held at a moment on its normal side; batched with all others asked for. */
export async function balanceAsOf(
  context: Context,
  { communityId, id, normalSide }: Account,
  moment: Date,
): Promise<bigint> {
  const held = await context.load(totalsAt, communityId, keyOf(id, moment));
  return held ? (held.debits - held.credits) * BigInt(normalSide) : 0n;
}
