import { useMemo } from 'react';
import { BooksEverywhere, BooksIn, type BooksOfPlaceFragment } from '../../generated/operations';
import { found } from './found';
import type { Read } from './use-read';
import { useWhole } from './use-whole';

/** Above streets: their communities are not directly in them. */
const WIDE: readonly BooksOfPlaceFragment['kind'][] = ['CITY', 'DISTRICT'];

/** The places that keep books from a seat downwards, the seat first; none lacks. */
export function useBooksBelow(
  seat: BooksOfPlaceFragment | undefined,
): Read<readonly BooksOfPlaceFragment[]> {
  const isWide = seat !== undefined && WIDE.includes(seat.kind);
  const inside = useWhole(
    BooksIn,
    seat && !isWide ? [{ placeId: seat.id }] : [],
    ({ node }) => found(node)?.places,
  );
  const everywhere = useWhole(BooksEverywhere, isWide ? [{}] : [], (data) => data.communities);
  const read = isWide ? everywhere : inside;
  const data = useMemo(() => {
    if (!seat || !everywhere.data || !inside.data) return undefined;
    const below = everywhere.data.flatMap(({ lineage, ...community }) => {
      const from = lineage.findIndex(({ id }) => id === seat.id);
      return from < 0 ? [] : [...lineage.slice(from), community];
    });
    const each = new Map([seat, ...inside.data, ...below].map((place) => [place.id, place]));
    return [...each.values()].filter(({ keepsBooks }) => keepsBooks);
  }, [seat, everywhere.data, inside.data]);
  return { ...read, data, loading: data === undefined };
}
