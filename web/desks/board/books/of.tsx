import { Money } from '../../kit/figures';

/** An asset of the books: a currency, a scheme of credits, goods. */
export interface AssetShown {
  readonly code: string;
  readonly kind: string;
}

/** So much of an asset: as money where it is a currency, else as a number. */
export function Of({ asset, amount }: { readonly asset: AssetShown; readonly amount: string }) {
  if (asset.kind === 'CURRENCY') return <Money of={{ amount, currency: asset.code }} />;
  return <>{amount}</>;
}
