import { CITY, type Context } from '../api/context';
import { account } from '../bookkeeping/chart';
import { accountById } from '../books/entry.reader';
import { accountId } from '../ledger/account-ref';
import type { ResidentRow } from '../society/resident.entity';
import { schemeOfPlace, type CreditScheme } from './credit-scheme.reader';
import { SEQ_PART, type KeysetList } from '../api/keyset-list';
import { read } from '../kernel/read';

/** A resident's welfare credits in the scheme that holds in the community. */
export interface Wallet {
  readonly communityId: string;
  readonly residentId: string;
  readonly scheme: CreditScheme;
  /** The account that holds them; it exists from the first credits on. */
  readonly accountId: string;
}

/** The wallet's account: the same that postings name, so that nobody looks it up. */
export function walletAccountId(
  communityId: string,
  residentId: string,
  { asset }: CreditScheme,
): string {
  return accountId(communityId, account('wallet', residentId), asset.id);
}

/** A resident's wallet, or null where no scheme holds; batched over a list of residents. */
export async function walletOf(
  context: Context,
  { communityId, id: residentId }: Pick<ResidentRow, 'communityId' | 'id'>,
): Promise<Wallet | null> {
  const scheme = await context.load(schemeOfPlace, CITY, communityId);
  if (!scheme) return null;
  const held = walletAccountId(communityId, residentId, scheme);
  return { communityId, residentId, scheme, accountId: held };
}

/** The whole credits in a wallet now. */
export async function balanceOf(context: Context, wallet: Wallet): Promise<bigint> {
  const held = await context.load(accountById, wallet.communityId, wallet.accountId);
  return held?.balance ?? 0n;
}

/** One line of a wallet's statement, as it stands in the books. */
export interface WalletLine {
  readonly seq: string;
  readonly rule: string;
  /** Debits positive: a wallet grows by what is negative here. */
  readonly amount: string;
  readonly debits: string;
  readonly credits: string;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

/** Wallets' lines, newest first; each wallet's page is cut before its entries are joined. */
export const linesOfWallet: KeysetList<WalletLine> = {
  read: (db, communityId, accountIds, { after, limit }) =>
    read(
      db,
      `select owner.id "ownerId", leg.seq, entry.rule, leg.amount, leg.debits, leg.credits,
         entry.occurred_at "occurredAt", entry.recorded_at "recordedAt"
       from unnest($2::uuid[]) owner (id)
       cross join lateral (
         select entry_id, seq, amount, debits, credits from ledger_leg
         where community_id = $1 and account_id = owner.id and seq < $3::bigint
         order by seq desc limit $4
       ) leg
       join ledger_entry entry on entry.community_id = $1 and entry.id = leg.entry_id
       order by owner.id, leg.seq desc`,
      [communityId, accountIds, after?.[0] ?? '9223372036854775807', limit],
    ),
  keyOf: ({ seq }) => [seq],
  parts: [SEQ_PART],
};
