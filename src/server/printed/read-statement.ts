import type { Context } from '../../api/context';
import { loadKeyset } from '../../api/keyset-list';
import { say, type Language } from '../../api/say';
import { MOVE_WORDS, moveOf, WALLET_MOVES } from '../../credits/wallet-move';
import { linesOfMonth, walletMonth } from '../../credits/wallet-month.reader';
import { walletOf, type WalletLine } from '../../credits/wallet.reader';
import { authorise } from '../../kernel/actor';
import { dayOf, type Day } from '../../kernel/calendar';
import type { TenantRef } from '../../kernel/global-id';
import type { Page } from '../../kernel/page';
import { Refusal } from '../../kernel/refusal';
import { displayName } from '../../society/display-name';
import { place } from '../../society/place.reader';
import { servesResident } from '../../society/resident.policy';
import { residentById } from '../../society/resident.reader';

/** A wallet's month as it is printed. */
export interface StatementFacts {
  readonly language: Language;
  readonly community: string;
  readonly displayName: string;
  readonly scheme: string;
  readonly month: string;
  readonly opening: bigint;
  readonly closing: bigint;
  readonly moved: readonly { readonly label: string; readonly credits: bigint }[];
  readonly lines: readonly StatementLine[];
  /** Whether there is more than is printed. */
  readonly more: boolean;
}

export interface StatementLine {
  readonly on: Day;
  readonly label: string;
  readonly credits: bigint;
  readonly balance: bigint;
}

/** A paper of more lines than this is no paper. */
const MOST_PAGES = 5;

/**
 * A wallet's month, to whom the wallet's policy names; the name on it is what the public sees of
 * it, for it may be left lying. Refuses: `ID_UNKNOWN`, `NO_SCHEME`, `MONTH_UNREADABLE`.
 */
export async function readStatement(
  context: Context,
  { communityId, id }: TenantRef,
  { month, language }: { readonly month: string; readonly language: Language },
): Promise<StatementFacts> {
  const resident = await context.load(residentById, communityId, id);
  if (!resident) throw new Refusal('ID_UNKNOWN', { type: 'Resident' }, ['id']);
  authorise(context.actor, await servesResident.allows(context, resident as never));
  const at = await place(context, communityId);
  const wallet = await walletOf(context, resident);
  if (!at || !wallet) throw new Refusal('NO_SCHEME', { place: at?.name ?? '' }, ['id']);
  const held = await walletMonth(context, wallet, month);
  const about = `${held.from.toISOString()} ${held.until.toISOString()}`;
  const owner = { communityId, ownerId: wallet.accountId, about };
  const lines: StatementLine[] = [];
  let after: string | null = null;
  let more = true;
  for (let n = 0; n < MOST_PAGES && more; n += 1) {
    const page: Page<WalletLine> = await loadKeyset(context, linesOfMonth, owner, {
      first: 100,
      after,
    });
    lines.push(...page.edges.map(({ node }) => lineOf(node, at.timeZone, language)));
    ({ hasNextPage: more, endCursor: after } = page.pageInfo);
  }
  return {
    ...{ language, community: at.name, displayName: displayName(resident.name), month, more },
    ...{ scheme: wallet.scheme.name, opening: held.opening, closing: held.closing, lines },
    moved: WALLET_MOVES.flatMap((move) => {
      const credits = held.moved.get(move);
      return credits === undefined ? [] : [{ label: say(language, MOVE_WORDS[move]), credits }];
    }),
  };
}

function lineOf(line: WalletLine, timeZone: string, language: Language): StatementLine {
  const credits = -BigInt(line.amount);
  return {
    on: dayOf(line.recordedAt, timeZone),
    label: say(language, MOVE_WORDS[moveOf(line.rule, credits)]),
    ...{ credits, balance: BigInt(line.credits) - BigInt(line.debits) },
  };
}
