import type { Batch } from '../api/context';
import { read } from '../kernel/read';
import type { AllowanceVersionRow } from './allowance-version.entity';
import type { ProductPriceRow } from './product-price.entity';

export const priceVersionById: Batch<ProductPriceRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select community_id "communityId", id, product_id "productId", valid_from "validFrom",
         credits, set_by "setBy", set_at "setAt"
       from product_price where community_id = $1 and id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};

export const allowanceVersionById: Batch<AllowanceVersionRow> = {
  read: (db, communityId, ids) =>
    read(
      db,
      `select community_id "communityId", id, class_id "classId", valid_from "validFrom", pieces,
         extra_pieces "extraPieces", set_by "setBy", set_at "setAt"
       from allowance_version where community_id = $1 and id = any ($2)`,
      [communityId, ids],
    ),
  keyOf: ({ id }) => id,
};
