import { createHash } from 'node:crypto';
import type { Batch } from '../api/context';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../kernel/actor';
import { read } from '../kernel/read';
import { boxOf, placeIn } from './in-order';
import type { KnownBallot } from './ballot.reader';
import { markedIn } from './marks';

/** A page of a roll: the units that have taken their token, and what they handed in. */
export interface RollPage {
  readonly units: string[];
  readonly asked: Buffer[];
}

/** A line of a roll, of somebody who acts. */
export interface OwnLine {
  readonly residentId: string;
  readonly unitId: string;
}

/**
 * The line of whoever acts, also where they have moved away since the roll was frozen; null who is
 * not on it.
 */
export async function lineOf(
  db: EntityManager,
  { communityId, id }: KnownBallot,
  { personId, residences }: Actor,
): Promise<OwnLine | null> {
  const own = residences.find((each) => each.communityId === communityId);
  const [line] = await read<OwnLine>(
    db,
    `select resident_id "residentId", unit_id "unitId" from ballot_elector
     where community_id = $1 and ballot_id = $2 and resident_id in (
       select $3::uuid union select resident.id from resident
       where resident.community_id = $1 and resident.person_id = $4)
     limit 1`,
    [communityId, id, own?.residentId ?? null, personId],
  );
  return line ?? null;
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

/** Whether the unit of a line `elector` of a roll has taken its token. */
const TOKEN_TAKEN = `exists (select 1 from ballot_roll_page page
  where page.community_id = elector.community_id and page.ballot_id = elector.ballot_id
    and elector.unit_id = any (page.units))`;

/** Whether a table of marks has one for the unit of a line `elector` of a roll. */
const markedBy = (table: string) => `exists (select 1 from ${table} mark
  where mark.community_id = elector.community_id and mark.ballot_id = elector.ballot_id
    and mark.unit_id = elector.unit_id)`;

/** Whether the unit of a line `elector` of a roll may still vote in a ballot that is open. */
export const STILL_VOTES = `not (${[
  ...['ballot_recusal', 'ballot_paper_mark', 'roll_call_vote'].map(markedBy),
  TOKEN_TAKEN,
].join(' or ')})`;

/** What a roll says of one who stands on it. */
export interface RollLine {
  readonly key: string;
  readonly tokenTaken: boolean;
  readonly paperTaken: boolean;
  readonly recused: boolean;
  /** The choices that were marked in a roll call; null: it was not voted in by name. */
  readonly rollCallMarks: string[] | null;
}

/** What the roll says of a person, by `ballot person`; nothing of who is not on it. */
export const rollLines: Batch<RollLine> = {
  read: (db, communityId, keys) => {
    const [ballots, people] = [0, 1].map((n) => keys.map((key) => key.split(' ')[n]));
    return read(
      db,
      `select asked.key, ${TOKEN_TAKEN} "tokenTaken",
         paper.unit_id is not null "paperTaken", recusal.unit_id is not null recused,
         (select ${markedIn('vote.marks', 'ballot.choices')} from ballot
          where ballot.community_id = $1 and ballot.id = vote.ballot_id) "rollCallMarks"
       from unnest($2::text[], $3::uuid[], $4::uuid[]) asked (key, ballot_id, person_id)
       join resident on resident.community_id = $1 and resident.person_id = asked.person_id
       join ballot_elector elector on elector.community_id = $1
         and elector.ballot_id = asked.ballot_id and elector.resident_id = resident.id
       left join ballot_paper_mark paper on paper.community_id = $1
         and paper.ballot_id = elector.ballot_id and paper.unit_id = elector.unit_id
       left join ballot_recusal recusal on recusal.community_id = $1
         and recusal.ballot_id = elector.ballot_id and recusal.unit_id = elector.unit_id
       left join roll_call_vote vote on vote.community_id = $1
         and vote.ballot_id = elector.ballot_id and vote.unit_id = elector.unit_id`,
      [communityId, keys, ballots, people],
    );
  },
  keyOf: ({ key }) => key,
};

/** What votes once with each of some residents, by the roll; nothing for who is not on it. */
export async function unitsOf(
  db: EntityManager,
  { communityId, id }: KnownBallot,
  residentIds: readonly string[],
): Promise<Map<string, string>> {
  const lines = await read<{ residentId: string; unitId: string }>(
    db,
    `select resident_id "residentId", unit_id "unitId" from ballot_elector
     where community_id = $1 and ballot_id = $2 and resident_id = any ($3)`,
    [communityId, id, residentIds],
  );
  return new Map(lines.map(({ residentId, unitId }) => [residentId, unitId]));
}
