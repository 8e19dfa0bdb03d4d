import type { DataSource } from 'typeorm';
import { Lane } from './lane';

/**
 * Sets of books are spread over this many lanes; each is always served by the same one. One lane
 * is the fastest for one hot account, several keep many quiet books from waiting for each other.
 */
const LANES = 4;

const OPEN = new WeakMap<DataSource, Map<number, Lane>>();

/** The lane that a set of books is posted through. */
export function laneOf(source: DataSource, communityId: string): Lane {
  const lanes = OPEN.get(source) ?? new Map<number, Lane>();
  OPEN.set(source, lanes);
  const number = parseInt(communityId.slice(-4), 16) % LANES;
  const lane = lanes.get(number) ?? new Lane(urlOf(source));
  lanes.set(number, lane);
  return lane;
}

/** Waits until everything that was handed in is answered, and closes the lanes. */
export async function drainLanes(source: DataSource): Promise<void> {
  const lanes = [...(OPEN.get(source)?.values() ?? [])];
  OPEN.delete(source);
  await Promise.all(lanes.map((lane) => lane.drain()));
}

function urlOf({ options }: DataSource): string {
  if ('url' in options && options.url) return options.url;
  throw new Error('The data source has no address');
}
