import type { UnitOfWork } from '../kernel/unit-of-work';
import { read } from '../kernel/read';
import { legsOfEntries, type PostedLeg } from '../ledger/leg.reader';
import { GiftTakeBackRow } from './gift-take-back.entity';

/** The kinds of account that hold what is given, until it is used. */
const FUNDS = ['poolAvailable', 'projectGifts'];

export interface TakeBack {
  readonly communityId: string;
  readonly paymentId: string;
  /** The entry that brought the payment to its fund: its own, or the one that accepted it. */
  readonly giftEntryId: string;
  /** The entry that took it back: by `giftRefunded` or `disputeLost`. */
  readonly entryId: string;
}

/**
 * Notes what an entry took back of a gift, from all the funds that the entry took it from. To be
 * called once, right after `record(…)` of the entry and in the same open transaction: the accounts
 * are still held, so that nobody takes from them between. What the foundation bears, and what was
 * only held, needs no note. Asked again, it does nothing.
 */
export async function noteTakeBack(work: UnitOfWork, taken: TakeBack): Promise<void> {
  if (!work.isOpen) throw new Error('A take-back is noted in the transaction that posted it');
  const { communityId, giftEntryId, entryId } = taken;
  const legs = await legsOfEntries(work.db, communityId, [giftEntryId, entryId]);
  const onFunds = legs.filter(({ kind }) => FUNDS.includes(kind));
  const drawn = onFunds.filter((leg) => leg.entryId === entryId && leg.amount > 0n);
  if (drawn.length === 0) return;
  const gift = onFunds.find((leg) => leg.entryId === giftEntryId && leg.amount < 0n);
  if (!gift) throw new Error(`The entry ${giftEntryId} brought nothing to a fund`);
  for (const accountId of new Set(drawn.map((leg) => leg.accountId))) {
    const ofAccount = drawn.filter((leg) => leg.accountId === accountId);
    const row = await rowOf(work, taken, gift, ofAccount);
    await work.db
      .createQueryBuilder()
      .insert()
      .into(GiftTakeBackRow)
      .values(row)
      .orIgnore()
      .execute();
  }
}

async function rowOf(
  work: UnitOfWork,
  { communityId, paymentId, entryId }: TakeBack,
  gift: PostedLeg,
  drawn: readonly PostedLeg[],
): Promise<GiftTakeBackRow> {
  const accountId = drawn[0]?.accountId ?? '';
  const minor = drawn.reduce((sum, leg) => sum + leg.amount, 0n);
  const end = drawn.reduce((last, leg) => (leg.debits > last ? leg.debits : last), 0n);
  const own = gift.accountId === accountId;
  const before = own ? await takenBefore(work, communityId, accountId, end) : 0n;
  return {
    ...{ communityId, accountId, entryId, paymentId, minor: minor.toString() },
    ...{ giftAccountId: gift.accountId, giftEnd: gift.credits.toString() },
    goneEnd: own ? gift.credits.toString() : null,
    usesBefore: own ? (end - minor - before).toString() : null,
    takenBefore: own ? before.toString() : null,
    reversalEntryId: null,
  };
}

/** How much of an account's debits up to a place were take-backs. */
async function takenBefore(
  work: UnitOfWork,
  communityId: string,
  accountId: string,
  end: bigint,
): Promise<bigint> {
  const [last] = await read<{ taken: string }>(
    work.db,
    `select taken_before + minor as taken from gift_take_back
     where community_id = $1 and account_id = $2 and uses_before is not null
       and uses_before + taken_before + minor < $3::bigint
     order by uses_before desc, taken_before desc limit 1`,
    [communityId, accountId, end.toString()],
  );
  return BigInt(last?.taken ?? 0);
}

/**
 * Notes that a refund failed after all and its entry was reversed: the gift is whole again, and
 * what the mirror brought in is nothing new. To be called right after the mirror was posted, in the
 * same open transaction.
 */
export async function noteTakeBackFailed(
  work: UnitOfWork,
  failed: {
    readonly communityId: string;
    readonly entryId: string;
    readonly reversalEntryId: string;
  },
): Promise<void> {
  if (!work.isOpen) throw new Error('A take-back fails in the transaction that reversed it');
  const { communityId, entryId, reversalEntryId } = failed;
  const legs = await legsOfEntries(work.db, communityId, [reversalEntryId]);
  const rows = await work.db.findBy(GiftTakeBackRow, { communityId, entryId });
  for (const { accountId, goneEnd } of rows) {
    const ends = legs
      .filter((leg) => leg.accountId === accountId && leg.amount < 0n)
      .map(({ credits }) => credits);
    const end = ends.reduce((last, each) => (each > last ? each : last), 0n);
    if (end === 0n) throw new Error(`${reversalEntryId} is not the mirror of ${entryId}`);
    await work.db.update(
      GiftTakeBackRow,
      { communityId, accountId, entryId },
      { reversalEntryId, ...(goneEnd === null ? {} : { goneEnd: end.toString() }) },
    );
  }
}
