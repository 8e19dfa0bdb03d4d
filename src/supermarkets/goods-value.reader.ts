import type { Batch } from '../api/context';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';

/** What a piece of a product earns its giver. */
export interface GoodsValue {
  readonly key: string;
  readonly credits: number;
}

/** The key of a product's value in a scheme on a day. */
export const valueOn = (schemeId: string, productId: string, day: Day) =>
  `${schemeId}@${productId}@${day}`;

/** Values on days, the product's own before its class's; keys are made by `valueOn`. */
export const goodsValueOn: Batch<GoodsValue> = {
  read: (db, communityId, keys) => {
    const asked = keys.map((key) => key.split('@'));
    return read(
      db,
      `select asked.key, value.credits
       from unnest($2::text[], $3::uuid[], $4::uuid[], $5::date[])
         as asked (key, scheme_id, product_id, day)
       join product on product.community_id = $1 and product.id = asked.product_id
       cross join lateral (
         select dated.credits from goods_value dated
         where dated.community_id = $1 and dated.scheme_id = asked.scheme_id
           and dated.valid_from <= asked.day
           and (dated.product_id = product.id or dated.class_id = product.allowance_class_id)
         order by dated.product_id is null, dated.valid_from desc, dated.id desc limit 1
       ) value`,
      [communityId, keys, ...[0, 1, 2].map((part) => asked.map((key) => key[part]))],
    );
  },
  keyOf: ({ key }) => key,
};
