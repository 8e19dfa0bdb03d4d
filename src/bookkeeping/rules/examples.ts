import type { Amount, Asset } from '../../kernel/amount';

/** Assets for worked examples; they exist in no books. */
const asset = (code: string, kind: Asset['kind'], scale: number): Asset => ({
  id: code,
  code,
  kind,
  scale,
});

const CNY = asset('CNY', 'currency', 2);
const USD = asset('USD', 'currency', 2);
const CREDIT = asset('credit', 'credits', 0);
const RICE = asset('rice 5 kg', 'goods', 0);
const GRAIN = asset('grain allowance', 'allowance', 0);

export const yuan = (whole: number): Amount => ({ asset: CNY, minor: BigInt(whole) * 100n });
export const dollars = (whole: number): Amount => ({ asset: USD, minor: BigInt(whole) * 100n });
export const credits = (whole: number): Amount => ({ asset: CREDIT, minor: BigInt(whole) });
export const rice = (pieces: number): Amount => ({ asset: RICE, minor: BigInt(pieces) });
export const grain = (pieces: number): Amount => ({ asset: GRAIN, minor: BigInt(pieces) });
