import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { redeemedAt } from './exchange.reader';

/** More of a product than is usual at a store: a slip of the finger, perhaps. */
export interface UnusualQuantity {
  readonly communityId: string;
  readonly productId: string;
  readonly quantity: number;
  /** What a rule says, or else what 99 of 100 exchanges with the product stay within. */
  readonly usual: number;
  /** The rule, if one says so. */
  readonly ruleId: string | null;
}

/** So far back the till looks, however long the history. */
const LATEST = 500;

/** What fewer exchanges tell is no custom yet. */
const FEWEST = 20;

interface Asked {
  readonly communityId: string;
  readonly storeId: string;
  readonly assetId: string;
  readonly wanted: readonly { readonly productId: string; readonly quantity: number }[];
}

/** What of a basket is more than 99 of 100 of the store's latest exchanges took: one statement. */
export async function beyondCustom(
  work: UnitOfWork,
  { communityId, storeId, assetId, wanted }: Asked,
): Promise<UnusualQuantity[]> {
  if (wanted.length === 0) return [];
  const customs = await read<{ productId: string; usual: number }>(
    work.db,
    `select taken.product_id "productId",
       percentile_disc(0.99) within group (order by taken.pieces)::integer as usual
     from (
       select recent.id, line ->> 'productId' as product_id,
         sum((line -> 'quantity' ->> 'minor')::bigint) as pieces
       from (
         select entry.id, entry.facts
         from (
           select leg.entry_id from ledger_leg leg
           where leg.community_id = $1 and leg.account_id = $2 order by leg.seq desc limit $4
         ) latest
         join ledger_entry entry on entry.community_id = $1 and entry.id = latest.entry_id
           and entry.rule = 'goodsExchanged'
       ) recent
       cross join lateral jsonb_array_elements(recent.facts -> 'lines') line
       where line ->> 'productId' = any ($3)
       group by recent.id, line ->> 'productId'
     ) taken
     group by taken.product_id having count(*) >= $5`,
    [
      communityId,
      redeemedAt(communityId, storeId, assetId),
      wanted.map(({ productId }) => productId),
      LATEST,
      FEWEST,
    ],
  );
  return wanted.flatMap(({ productId, quantity }) => {
    const usual = customs.find((each) => each.productId === productId)?.usual;
    if (usual === undefined || quantity <= usual) return [];
    return { communityId, productId, quantity, usual, ruleId: null };
  });
}
