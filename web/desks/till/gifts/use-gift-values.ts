import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import { TillGiftValue } from '../../../generated/operations';
import { found } from '../../kit/found';

/** What a piece earns who gives it; null: nothing is set; undefined: not known yet. */
export type GiftValues = ReadonlyMap<string, number | null>;

/** Asks what a piece of each product earns, each product once. */
export function useGiftValues(productIds: readonly string[], isOn: boolean): GiftValues {
  const client = useClient();
  const [values, setValues] = useState<GiftValues>(new Map());
  const unknown = isOn ? productIds.find((id) => !values.has(id)) : undefined;
  useEffect(() => {
    if (!unknown) return;
    void client
      .query(TillGiftValue, { id: unknown })
      .toPromise()
      .then(({ data }) => {
        const told = found(data?.node);
        if (told) setValues((known) => new Map(known).set(unknown, told.giftCredits));
      });
  }, [client, unknown]);
  return values;
}
