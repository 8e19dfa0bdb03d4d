import { useMemo } from 'react';
import { BoardPoolPlaces } from '../../../generated/operations';
import { found } from '../../kit/found';
import { useWhole } from '../../kit/use-whole';
import type { Read } from '../../kit/use-read';

/** A place in whose books a foundation has pools. */
export interface PlaceOfPools {
  readonly id: string;
  readonly name: string;
}

/** The places in whose books a foundation has pools, each once, closed pools included. */
export function usePlacesOf(foundationId: string): Read<readonly PlaceOfPools[]> {
  const pools = useWhole(BoardPoolPlaces, [{ foundationId }], ({ node }) => found(node)?.pools);
  const data = useMemo(
    () => pools.data && [...new Map(pools.data.map(({ place }) => [place.id, place])).values()],
    [pools.data],
  );
  return { ...pools, data };
}
