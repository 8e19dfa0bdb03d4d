import { toMoney } from '../api/money.graphql';
import { amount, type Asset } from '../kernel/amount';
import { Refusal } from '../kernel/refusal';

/** Puts the field to change, and what is outstanding as money, on the ledger's own refusal. */
export async function sayingWhatIsLeft<T>(
  path: readonly string[],
  posting: () => Promise<T>,
): Promise<T> {
  try {
    return await posting();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'PLEDGE_EXCEEDED') throw error;
    const { asset, availableMinor } = error.facts as { asset: Asset; availableMinor: bigint };
    const outstanding = toMoney(amount(asset, availableMinor));
    throw new Refusal(error.code, { ...error.facts, outstanding }, path);
  }
}
