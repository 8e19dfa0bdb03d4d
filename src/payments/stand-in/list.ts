import type Stripe from 'stripe';
import type { Kind, Kinds } from './kinds';
import { noSuch } from './refuse';
import type { World } from './world';

/** Says of an object whether it passes one filter's value. */
export type Filter<K extends Kind> = (object: Kinds[K], value: never, world: World) => boolean;

/** The parameters by which a kind can be searched, and what each of them means. */
export type Filters<K extends Kind> = Readonly<Record<string, Filter<K>>>;

interface Page {
  readonly limit?: number;
  readonly starting_after?: string;
  readonly ending_before?: string;
}

/** A page of a kind, the newest first. */
export function listed<K extends Kind>(
  world: World,
  kind: K,
  filters: Filters<K>,
  given: Record<string, unknown>,
  url: string,
): Stripe.ApiList<Kinds[K]> {
  const { limit = 10, starting_after: after, ending_before: before } = given as Page;
  const wanted = Object.entries(filters).filter(([name]) => given[name] !== undefined);
  const found = world.objects
    .all(kind)
    .filter((object) =>
      wanted.every(([name, passes]) => passes(object, given[name] as never, world)),
    )
    .reverse();
  for (const [param, id] of Object.entries({ starting_after: after, ending_before: before }))
    if (id && !world.objects.find(kind, id)) throw noSuch(kind, id, param);
  if (before) {
    const earlier = found.slice(0, placeOf(found, before));
    const data = earlier.slice(-limit);
    return { object: 'list', data, has_more: earlier.length > limit, url };
  }
  const rest = after ? found.slice(placeOf(found, after) + 1) : found;
  return { object: 'list', data: rest.slice(0, limit), has_more: rest.length > limit, url };
}

function placeOf(found: readonly { id: string }[], id: string): number {
  const place = found.findIndex((each) => each.id === id);
  return place < 0 ? found.length : place;
}

interface Range {
  readonly gt?: number;
  readonly gte?: number;
  readonly lt?: number;
  readonly lte?: number;
}

/** A filter by the moment that a field holds. */
export const within =
  (field: string) =>
  (object: object, value: number | Range): boolean => {
    const at = (object as Record<string, number>)[field] ?? 0;
    if (typeof value === 'number') return at === value;
    const { gt = -1, gte = 0, lt = Infinity, lte = Infinity } = value;
    return at > gt && at >= gte && at < lt && at <= lte;
  };

/** A filter by a field that holds the value itself. */
export const equal =
  (field: string) =>
  (object: object, value: unknown): boolean =>
    (object as Record<string, unknown>)[field] === value;
