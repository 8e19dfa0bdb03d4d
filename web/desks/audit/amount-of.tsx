import { Count, Money } from '../kit/figures';

/** An asset of the books: a currency, a scheme of credits, goods, an allowance. */
export interface AssetShown {
  readonly code: string;
  readonly kind: string;
}

/** So much of an asset: as money where it is a currency, else as a number. */
export function AmountOf(props: { readonly asset: AssetShown; readonly amount: string }) {
  const { asset, amount } = props;
  if (asset.kind === 'CURRENCY') return <Money of={{ amount, currency: asset.code }} />;
  return <Count of={amount} />;
}
