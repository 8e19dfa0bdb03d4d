import type { DataSource } from 'typeorm';
import { read } from '../kernel/read';
import type { CreditWalkRow } from './credit-walk.entity';
import type { CreditScheme } from './credit-scheme.reader';

/** A wallet to which credits came. */
export interface WalletOnTheWay {
  readonly communityId: string;
  readonly residentId: string;
  readonly accountId: string;
}

interface Carried extends WalletOnTheWay {
  readonly seq: string;
  readonly cameAt: string;
}

const PAGE = 500;
const SEEN: Record<CreditWalkRow['purpose'], string> = { expire: 'ended_at', tell: 'told_at' };

/**
 * Does something about the wallets that hold, from another one, what came before a moment. Credits
 * may be handed on when they are old already, behind where a walk has come to: what is due is found
 * by its age, and noted as seen once something was done about it.
 */
export async function walkCarried(
  source: DataSource,
  scheme: CreditScheme,
  { purpose, until }: { purpose: CreditWalkRow['purpose']; until: Date },
  act: (communityId: string, wallets: readonly WalletOnTheWay[]) => Promise<void>,
  isOver: () => boolean,
): Promise<void> {
  while (!isOver()) {
    const due = await nextDue(source, scheme, SEEN[purpose], until);
    for (const [communityId, wallets] of byBooks(due)) {
      await act(communityId, wallets);
      const rows = due.filter((each) => each.communityId === communityId);
      await source.query(
        `update carried_credits carried set ${SEEN[purpose]} = $2
         from unnest($3::uuid[], $4::bigint[], $5::timestamptz[]) due (account_id, seq, came_at)
         where carried.community_id = $1 and carried.account_id = due.account_id
           and carried.seq = due.seq and carried.came_at = due.came_at`,
        [
          ...[communityId, until, rows.map(({ accountId }) => accountId)],
          ...[rows.map(({ seq }) => seq), rows.map(({ cameAt }) => cameAt)],
        ],
      );
    }
    if (due.length < PAGE) return;
  }
}

async function nextDue(
  source: DataSource,
  { id }: CreditScheme,
  seen: string,
  until: Date,
): Promise<Carried[]> {
  return await read<Carried>(
    source.manager,
    `-- every community: a scheme's credits end in all books at once
     select carried.community_id "communityId", carried.account_id "accountId", carried.seq,
       carried.came_at::text "cameAt", account.holder_id "residentId"
     from carried_credits carried join ledger_account account
       on account.community_id = carried.community_id and account.id = carried.account_id
     where carried.scheme_id = $1 and carried.came_at < $2 and carried.${seen} is null
     order by carried.came_at limit $3`,
    [id, until, PAGE],
  );
}

/** Each wallet once. */
export function byBooks(
  page: readonly { communityId: string; accountId: string | null; residentId: string | null }[],
): Map<string, WalletOnTheWay[]> {
  const books = new Map<string, Map<string, WalletOnTheWay>>();
  for (const { communityId, accountId, residentId } of page) {
    if (accountId === null || residentId === null) continue;
    const wallets = books.get(communityId) ?? new Map<string, WalletOnTheWay>();
    books.set(communityId, wallets);
    wallets.set(accountId, { communityId, accountId, residentId });
  }
  return new Map([...books].map(([id, wallets]) => [id, [...wallets.values()]]));
}
