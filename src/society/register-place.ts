import { IANAZone } from 'luxon';
import { authorise } from '../kernel/actor';
import { cityRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceKind, PlaceRow } from './place.entity';
import { needPlace } from './place.reader';
import { isOfficer } from './society.policy';

export interface RegisterPlaceInput {
  readonly kind: PlaceKind;
  readonly name: string;
  readonly slug?: string | null;
  readonly parentId?: string | null;
  readonly keepsBooks?: boolean | null;
  readonly timeZone?: string | null;
}

/** What a place of each kind may lie in; a grid lies in a courtyard or directly in a community. */
const LIES_IN: Record<PlaceKind, readonly PlaceKind[]> = {
  city: [],
  district: ['city'],
  street: ['district'],
  community: ['street'],
  courtyard: ['community'],
  grid: ['community', 'courtyard'],
};

/**
 * Puts a place on the map: by the officers of the place it lies in, or above; a city by the system.
 *
 * Refuses: `ID_UNKNOWN`, `PLACE_ORDER` (it cannot lie there), `TEXT_LENGTH`, `SLUG_UNUSABLE`,
 * `SLUG_TAKEN`, `TIME_ZONE_UNKNOWN`, `PLACE_BOOKS` (a community keeps books, what lies in it none).
 */
export async function registerPlace(
  work: UnitOfWork,
  input: RegisterPlaceInput,
): Promise<PlaceRow> {
  const parent = input.parentId
    ? await needPlace(work, cityRef('Place', input.parentId, ['parentId']), ['parentId'])
    : null;
  authorise(work.actor, parent !== null && isOfficer(work.actor, parent));
  const allowed = LIES_IN[input.kind];
  if (parent ? !allowed.includes(parent.kind) : allowed.length > 0)
    throw new Refusal('PLACE_ORDER', {}, ['parentId']);
  const id = newId();
  return await insertPlace(work, {
    id,
    kind: input.kind,
    name: readName(input.name, ['name']),
    slug: readSlug(input.slug),
    parentId: parent?.id ?? null,
    lineage: [...(parent?.lineage ?? []), id],
    keepsBooks: readBooks(input),
    timeZone: readZone(input.timeZone ?? parent?.timeZone),
  });
}

async function insertPlace(work: UnitOfWork, row: PlaceRow): Promise<PlaceRow> {
  const inserted: unknown[] = await work.db.query(
    `insert into place (id, kind, name, slug, parent_id, lineage, keeps_books, time_zone)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (slug) do nothing returning id`,
    [row.id, row.kind, row.name, row.slug, row.parentId, row.lineage, row.keepsBooks, row.timeZone],
  );
  if (inserted.length === 0) throw new Refusal('SLUG_TAKEN', { slug: row.slug }, ['slug']);
  return row;
}

function readSlug(slug: string | null | undefined): string | null {
  if (slug === null || slug === undefined) return null;
  if (slug.length > 60 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    throw new Refusal('SLUG_UNUSABLE', {}, ['slug']);
  return slug;
}

/** A community always keeps books, what lies in it never; a city, district or street may. */
function readBooks({ kind, keepsBooks }: RegisterPlaceInput): boolean {
  const inside = kind === 'courtyard' || kind === 'grid';
  const wanted = keepsBooks ?? kind === 'community';
  if ((kind === 'community' && !wanted) || (inside && wanted))
    throw new Refusal('PLACE_BOOKS', {}, ['keepsBooks']);
  return wanted;
}

function readZone(zone: string | undefined): string {
  if (!zone || !IANAZone.isValidZone(zone))
    throw new Refusal('TIME_ZONE_UNKNOWN', { given: (zone ?? '').slice(0, 40) }, ['timeZone']);
  return zone;
}
