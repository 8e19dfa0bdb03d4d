import { Refusal } from '../kernel/refusal';

/**
 * Says of a lot that runs out under an act how many pieces it has left, and which field asked for
 * more: `LOT_SHORT`. A till has other lots to take from; here it is this one or none.
 */
export async function sayingLotShort<T>(
  pathOf: (lotId: string) => readonly string[],
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'OUT_OF_STOCK') throw error;
    const available = Number(error.facts.availableMinor);
    throw new Refusal('LOT_SHORT', { available }, pathOf(String(error.facts.holderId)));
  }
}
