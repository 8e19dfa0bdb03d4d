import type { Context } from '../api/context';
import { DAY_PART, ID_PART, LAST_ID, loadKeyset, type KeysetList } from '../api/keyset-list';
import { currency } from '../kernel/currency';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import type { Page, PageAsk } from '../kernel/page';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import { MONEY_ITEMS, type MoneyItem } from '../reports/money-flows';
import type { LoopNode } from './loop';
import type { OpenBookOf } from './open-book-asked';
import { sumsIn, type MoneySum } from './open-book.reader';

/** An entry as it stands beneath a sum. */
export interface PublicEntryRow {
  readonly communityId: string;
  readonly entryId: string;
  readonly day: Day;
  readonly item: MoneyItem;
  readonly poolId: string;
  readonly aboutId: string;
  readonly assetId: string;
  readonly minor: string;
}

/** Which number of the open book entries are asked of: all of what it names. */
export interface NumberAsked {
  readonly items?: readonly MoneyItem[] | null;
  readonly fromNode?: LoopNode | null;
  readonly toNode?: LoopNode | null;
  readonly grantId?: string | null;
}

/** What a number adds up: months of kept sums, told apart by these. */
interface Beneath {
  readonly asset: string;
  readonly from: Day;
  readonly until: Day;
  readonly sums: readonly (readonly [item: MoneyItem, poolId: string, aboutId: string])[];
}

const LAST_DAY = '9999-12-31';

/** The end of an entry's id, by which readers of the books find it: the part that tells no time. */
export const referenceOf = ({ entryId }: PublicEntryRow): string => entryId.slice(-12);

/**
 * The entries beneath numbers (owners), the latest first. Each kept sum lists its own in the order
 * of its key, so that of each only a page is read, however many there are. A cursor names the entry
 * at which it stands as the list does: its id would tell to the millisecond when it was recorded.
 */
const beneathNumbers: KeysetList<PublicEntryRow> = {
  read: (db, communityId, owners, { after, limit }) => {
    const asked = owners.flatMap((owner) => {
      const { asset, from, until, sums } = JSON.parse(owner) as Beneath;
      return sums.map((sum) => [owner, ...sum, asset, from, until] as const);
    });
    const column = (at: number) => asked.map((row) => row[at]);
    return read(
      db,
      `with asked as (
         select * from unnest($2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::uuid[],
           $7::date[], $8::date[])
           as asked (owner, item, pool_id, about_id, asset_id, from_day, until_day)
       ), stood as (
         select coalesce((
           select listed.entry_id from asked join report_money_line listed
             on listed.community_id = $1 and listed.item = asked.item
               and listed.asset_id = asked.asset_id and listed.pool_id = asked.pool_id
               and listed.about_id = asked.about_id and listed.day = $9::date
           where asked.item = $11 and asked.pool_id = $12::uuid
             and right(listed.entry_id::text, 12) = $10::text
           limit 1), '${LAST_ID}') as at_id
       )
       select merged.* from (
         select line.*, asked.owner "ownerId", row_number() over (partition by asked.owner
           order by line.day desc, line."entryId" desc, line.item desc, line."poolId" desc) as place
         from asked
         cross join lateral (
           select listed.community_id "communityId", listed.entry_id "entryId",
             listed.day::text as day, listed.item, listed.pool_id "poolId",
             listed.about_id "aboutId", listed.asset_id "assetId", listed.amount::text as minor
           from report_money_line listed
           where listed.community_id = $1 and listed.item = asked.item
             and listed.asset_id = asked.asset_id and listed.pool_id = asked.pool_id
             and listed.about_id = asked.about_id
             and listed.day >= asked.from_day and listed.day < asked.until_day
             and (listed.day, listed.entry_id) <= ($9::date, (select at_id from stood))
             and (listed.day, listed.entry_id, listed.item, listed.pool_id)
               < ($9::date, (select at_id from stood), $11::text, $12::uuid)
           order by listed.day desc, listed.entry_id desc limit $13
         ) line
       ) merged where merged.place <= $13 order by merged."ownerId", merged.place`,
      [
        ...[communityId, ...[0, 1, 2, 3, 4, 5, 6].map(column)],
        ...(after ?? [LAST_DAY, '', '~', LAST_ID]),
        limit,
      ],
    );
  },
  keyOf: (row) => [row.day, referenceOf(row), row.item, row.poolId],
  parts: [
    DAY_PART,
    /^[0-9a-f]{12}$/,
    { test: (part) => MONEY_ITEMS.some((item) => item === part) },
    ID_PART,
  ],
};

/**
 * The entries beneath a number of an open book, a page at a time. Refuses: `ID_UNKNOWN`,
 * `OTHER_COMMUNITY`, `PAGE_SIZE`, `CURSOR_UNREADABLE`.
 */
export async function entriesBeneath(
  context: Context,
  of: OpenBookOf,
  asked: NumberAsked,
  page: PageAsk,
): Promise<Page<PublicEntryRow>> {
  const sums = await sumsNamed(context, of, asked);
  const apart = new Map(
    sums.map(({ item, poolId, aboutId }) => {
      const sum = [item, poolId, aboutId] as const;
      return [sum.join(' '), sum];
    }),
  );
  const { from, until } = of;
  const asset = currency(of.currency).id;
  const beneath: Beneath = { asset, from, until, sums: [...apart.values()] };
  const owner = { communityId: of.place.id, ownerId: JSON.stringify(beneath) };
  return await loadKeyset(context, beneathNumbers, owner, page);
}

/** The kept sums that a number adds up. Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY`. */
export async function sumsNamed(
  context: Context,
  of: OpenBookOf,
  asked: NumberAsked,
): Promise<MoneySum[]> {
  return (await sumsIn(context, of)).filter(named(asked, of));
}

/** Whether a sum is of the number: of what it does not name, all are. */
function named({ items, fromNode, toNode, grantId }: NumberAsked, { place }: OpenBookOf) {
  const ref = grantId ? tenantRef('Grant', grantId, ['grantId']) : null;
  const grant = ref && sameCommunity(ref, place.id, ['grantId']);
  return ({ item, from, to, aboutId }: MoneySum): boolean =>
    (!items || items.includes(item)) &&
    (!fromNode || fromNode === from) &&
    (!toNode || toNode === to) &&
    (grant === null || grant === aboutId);
}
