import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { read } from '../kernel/read';
import { boxOf, placeIn } from './in-order';
import type { KnownBallot } from './ballot.reader';

/** A page of a roll: the units that have taken their token, and what they handed in. */
export interface RollPage {
  readonly units: string[];
  readonly asked: Buffer[];
}

/** What votes once with whoever asks, by the roll; null who is not on it. */
export async function unitOf(
  db: EntityManager,
  { communityId, id }: KnownBallot,
  actor: Actor,
): Promise<string | null> {
  const own = actor.residences.find((each) => each.communityId === communityId);
  if (!own) return null;
  const [line] = await read<{ unitId: string }>(
    db,
    `select unit_id "unitId" from ballot_elector
     where community_id = $1 and ballot_id = $2 and resident_id = $3`,
    [communityId, id, own.residentId],
  );
  return line?.unitId ?? null;
}

/** The page of a ballot's roll that a unit stands on: ids begin with a time, so by their hash. */
export function pageOf(unitId: string, { boxes }: KnownBallot): number {
  return boxOf(createHash('sha256').update(unitId).digest(), boxes);
}

/** Where a unit stands on its page, or would stand. */
export function placeOn({ units }: Pick<RollPage, 'units'>, unitId: string) {
  return placeIn(units.map(bytesOf), bytesOf(unitId));
}

const bytesOf = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex');

/** What the roll says of whoever asks; null who is not on it. */
export async function ownRollLine(
  db: EntityManager,
  ballot: KnownBallot,
  actor: Actor,
): Promise<{ tokenTaken: boolean } | null> {
  const unitId = await unitOf(db, ballot, actor);
  if (unitId === null) return null;
  const [page] = await read<Pick<RollPage, 'units'>>(
    db,
    `select units from ballot_roll_page
     where community_id = $1 and ballot_id = $2 and page = $3`,
    [ballot.communityId, ballot.id, pageOf(unitId, ballot)],
  );
  return { tokenTaken: page ? placeOn(page, unitId).found : false };
}
