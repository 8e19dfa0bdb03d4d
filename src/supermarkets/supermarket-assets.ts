import type { Asset } from '../kernel/amount';

/** The random end of an id: short, and telling assets of one name apart. */
const tail = (id: string) => id.slice(-12);

/** Pieces of a product, as the books hold them. */
export function goodsAsset(productId: string): Asset {
  return { id: productId, code: `goods:${tail(productId)}`, kind: 'goods', scale: 0 };
}

/** Pieces that households may still take of a class, as the books hold them. */
export function allowanceAsset({ id, code }: { id: string; code: string }): Asset {
  return { id, code: `allowance:${code}:${tail(id)}`, kind: 'allowance', scale: 0 };
}
