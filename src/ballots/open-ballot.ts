import { authorise, personOf } from '../kernel/actor';
import { addMonths, dayOf, type Day } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readName, readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needCommunity } from '../society/place.reader';
import { isRegistrar } from '../society/society.policy';
import { BallotRow, type VoteBy } from './ballot.entity';
import { newKeyPair } from './blind-signature';
import { boxesFor } from './in-order';

export interface OpenBallot {
  readonly communityId: string;
  readonly question: string;
  readonly choices: readonly string[];
  readonly voteBy: VoteBy;
  readonly closesAt: Date;
}

const LONGEST_QUESTION = 500;
const MOST_CHOICES = 10;

/** Who is known to be younger has no vote. */
const VOTING_AGE = 18;

/** There is time to hear of it, and an end to wait for. */
const SHORTEST_HOURS = 1;
const LONGEST_DAYS = 60;
const HOUR_MS = 3_600_000;

/**
 * Opens a secret ballot (cadres and officers of the community; C3 step 2: one household, one
 * ballot). The roll is frozen here: whoever lives in the community today and is not known to be
 * under 18; moving in, out or to another household later changes nothing. Refuses: `ID_UNKNOWN`,
 * `TEXT_LENGTH`, `CHOICES_COUNT`, `CHOICE_TWICE`, `BALLOT_TIME`, `ROLL_EMPTY`.
 */
export async function openBallot(work: UnitOfWork, input: OpenBallot): Promise<BallotRow> {
  const path = ['communityId'];
  const at = await needCommunity(work.db, input.communityId, path);
  authorise(work.actor, isRegistrar(work.actor, at));
  const asked = {
    question: readText(input.question, LONGEST_QUESTION, ['question']),
    choices: readChoices(input.choices),
    closesAt: readEnd(work, input.closesAt),
  };
  const keys = await newKeyPair();
  const db = await work.begin();
  const units = await eligible(work, at.id, dayOf(work.now, at.timeZone), input.voteBy);
  const base = new Set(units.map(({ unitId }) => unitId)).size;
  if (base === 0) throw new Refusal('ROLL_EMPTY', {}, path);
  const ballot: BallotRow = {
    ...{ communityId: at.id, id: newId(), ...asked, voteBy: input.voteBy, base },
    ...{ boxes: boxesFor(base), publicKey: keys.publicKey, signingKey: keys.signingKey },
    ...{ openedBy: personOf(work.actor), openedAt: work.now },
    ...{ closedBy: null, closedAt: null, votes: null },
  };
  await db.insert(BallotRow, ballot);
  await layOut(work, ballot, units);
  return ballot;
}

interface Elector {
  readonly residentId: string;
  readonly unitId: string;
}

const UNIT = { household: 'household_id', resident: 'id' } as const;

async function eligible(
  work: UnitOfWork,
  communityId: string,
  today: Day,
  voteBy: VoteBy,
): Promise<Elector[]> {
  return await work.db.query(
    `select id "residentId", ${UNIT[voteBy]} "unitId" from resident
     where community_id = $1 and moved_in <= $2 and (moved_out is null or moved_out > $2)
       and (birth_date is null or birth_date <= $3)`,
    [communityId, today, addMonths(today, -12 * VOTING_AGE)],
  );
}

/** Writes the roll, and its pages and the boxes while they are empty: a vote only fills them. */
async function layOut(
  work: UnitOfWork,
  { communityId, id, boxes }: BallotRow,
  electors: readonly Elector[],
): Promise<void> {
  await work.db.query(
    `insert into ballot_elector (community_id, ballot_id, resident_id, unit_id)
     select $1, $2, * from unnest($3::uuid[], $4::uuid[])`,
    [communityId, id, electors.map((each) => each.residentId), electors.map((each) => each.unitId)],
  );
  await work.db.query(
    `insert into ballot_roll_page (community_id, ballot_id, page)
     select $1, $2, n from generate_series(0, $3::integer - 1) n`,
    [communityId, id, boxes],
  );
  await work.db.query(
    `insert into ballot_box (community_id, ballot_id, box)
     select $1, $2, n from generate_series(0, $3::integer - 1) n`,
    [communityId, id, boxes],
  );
}

function readChoices(given: readonly string[]): string[] {
  const path = ['choices'];
  if (given.length < 2 || given.length > MOST_CHOICES)
    throw new Refusal('CHOICES_COUNT', { largest: MOST_CHOICES }, path);
  const choices = given.map((each, i) => readName(each, [...path, String(i)]));
  const twice = choices.find((each, i) => choices.indexOf(each) !== i);
  if (twice !== undefined) throw new Refusal('CHOICE_TWICE', { choice: twice }, path);
  return choices;
}

function readEnd({ now }: UnitOfWork, closesAt: Date): Date {
  const hours = (closesAt.getTime() - now.getTime()) / HOUR_MS;
  if (hours >= SHORTEST_HOURS && hours <= LONGEST_DAYS * 24) return closesAt;
  const facts = { shortestHours: SHORTEST_HOURS, longestDays: LONGEST_DAYS };
  throw new Refusal('BALLOT_TIME', facts, ['closesAt']);
}
