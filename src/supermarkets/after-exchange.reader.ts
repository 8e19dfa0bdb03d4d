import type { Context, GroupBatch } from '../api/context';
import { addMonths, type Day } from '../kernel/calendar';
import { legsOfEntriesOn, type PostedLeg } from '../ledger/leg.reader';
import { allowanceClassById } from './allowance.reader';
import type { Exchange } from './exchange.reader';

/** The lines of exchanges on the wallets and allowances that they drew on. */
const drawnBy: GroupBatch<PostedLeg> = {
  many: true,
  read: (db, communityId, ids) =>
    legsOfEntriesOn(db, communityId, ids, ['wallet', 'householdAllowance']),
  keyOf: ({ entryId }) => entryId,
};

type Drawn = Pick<Exchange, 'communityId' | 'id'>;

const leftOn = ({ credits, debits }: PostedLeg) => Number(credits - debits);

/** What was in the wallet right after an exchange, in whole credits; nothing later changes it. */
export async function walletAfter(
  context: Context,
  { communityId, id }: Drawn,
): Promise<number | null> {
  const legs = await context.loadMany(drawnBy, communityId, id);
  const wallet = legs.find(({ kind }) => kind === 'wallet');
  return wallet ? leftOn(wallet) : null;
}

/** What an exchange left of a class of goods to the household. */
export interface AllowanceLeft {
  readonly productClass: string;
  readonly name: string;
  readonly before: number;
  readonly remaining: number;
  readonly until: Day;
}

/** What was left right after an exchange of the classes that it drew on. */
export async function allowancesAfter(
  context: Context,
  { communityId, id }: Drawn,
): Promise<AllowanceLeft[]> {
  const legs = await context.loadMany(drawnBy, communityId, id);
  const drawn = legs.filter(({ kind }) => kind === 'householdAllowance');
  return await Promise.all(
    drawn.map(async (leg) => {
      // An allowance's asset is its class, and what it is about is its month.
      const of = await context.load(allowanceClassById, communityId, leg.assetId);
      if (!of) throw new Error(`There is no class of goods ${leg.assetId}`);
      const remaining = leftOn(leg);
      return {
        ...{ productClass: of.code, name: of.name, remaining },
        before: remaining + Number(leg.amount),
        until: addMonths(`${leg.about}-01`, 1),
      };
    }),
  );
}
