import type { VoteBy } from '../ballots/ballot.entity';
import { authorise } from '../kernel/actor';
import { addMonths, startOf, type Day } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { ruleOf } from '../councils/council-rule.reader';
import type { CouncilRow } from '../councils/council.entity';
import { groupsOfCouncil, holdCouncil, needCouncil } from '../councils/council.reader';
import { giveByElection } from '../councils/elects';
import { mayAct } from '../councils/layers';
import { readFirstDay, refuseOverlap } from '../councils/seat-members-for';
import { needPlace } from '../society/place.reader';
import { readElectionRule, ruleColumns, type GivenElectionRule } from './election-rule';
import { ElectionWardRow } from './election-ward.entity';
import { ElectionRow } from './election.entity';
import { readWards, refuseTooFew, type GivenWard } from './read-wards';

export interface CallElection {
  readonly councilId: string;
  /** The first day of the term that it is for. */
  readonly termFrom: Day;
  /** In wards of a place; the members of a group's council vote one by one. */
  readonly voteBy: VoteBy;
  readonly nominationsUntil: Date;
  readonly wards: readonly GivenWard[];
  readonly rule?: GivenElectionRule | null;
}

const HOUR_MS = 3_600_000;
const SHORTEST_HOURS = 1;
const LONGEST_DAYS = 60;

/**
 * Calls an election of a council's members for a coming term (C1, N1, B6; who may stands in the
 * table of layers): its seats by wards, until when people are nominated, and what it goes by. From
 * now on nobody seats members of it otherwise. Refuses: `ID_UNKNOWN`, `COUNCIL_DISSOLVED`,
 * `DAY_UNREADABLE`, `DAY_PAST`, `TERM_TOO_FAR`, `NOMINATION_TIME`, `SHARE_OUT_OF_RANGE`,
 * `SUPPORTERS_RANGE`, `RECALL_OUT_OF_REACH`, `LIST_LENGTH`, `SEATS_RANGE`, `WARD_OF_BOTH`,
 * `WARD_TWICE`, `OTHER_COMMUNITY`, `WARD_OUTSIDE`, `GROUP_NEEDED`, `GROUP_UNKNOWN`,
 * `COUNCIL_TOO_SMALL`, `GROUP_UNDERSEATED`, `TERMS_OVERLAP`, `ELECTION_UNDER_WAY`.
 */
export async function callElection(work: UnitOfWork, input: CallElection): Promise<ElectionRow> {
  const path = ['councilId'];
  const found = await needCouncil(work, input.councilId, path);
  const at = await needPlace(work, found.placeId, path);
  authorise(work.actor, mayAct(work.actor, at, 'callElection'));
  const termFrom = readFirstDay(work, at, input.termFrom, ['termFrom']);
  const begins = startOf(termFrom, at.timeZone);
  const nominationsUntil = readUntil(work, input.nominationsUntil);
  const rule = readElectionRule(input.rule);
  const council = await holdCouncil(work, found, path);
  const followed = await ruleOf(work, council, begins > work.now ? begins : work.now);
  const groups = await groupsOfCouncil.read(work.db, council.communityId, [council.id]);
  const wards = await readWards(work, at, { given: input.wards, rule: followed, groups });
  refuseTooFew(wards, followed, groups);
  const validUntil = addMonths(termFrom, 12 * followed.termYears);
  await refuseOverlap(work, council, { validFrom: termFrom, validUntil }, ['termFrom']);
  await refuseUnderWay(work, council);
  const election: ElectionRow = {
    ...{ communityId: council.communityId, id: newId(), councilId: council.id, state: 'called' },
    ...{ termFrom, voteBy: input.voteBy, nominationsUntil, ...ruleColumns(rule) },
    ...{ calledBy: work.actor.personId, calledAt: work.now, termId: null },
    ...{ endedBy: null, endedAt: null, callOffReason: null },
  };
  await work.db.insert(ElectionRow, election);
  await giveByElection(work, council);
  for (const [n, ward] of wards.entries())
    await work.db.insert(ElectionWardRow, {
      ...{ communityId: council.communityId, id: newId(), electionId: election.id, ...ward },
      ...{ number: n + 1, state: 'nominating', seatsFrom: null, seatsUntil: null },
    });
  return election;
}

/** Until when people are nominated: there is time to hear of it. */
function readUntil({ now }: UnitOfWork, until: Date): Date {
  const hours = (until.getTime() - now.getTime()) / HOUR_MS;
  if (hours >= SHORTEST_HOURS && hours <= LONGEST_DAYS * 24) return until;
  const facts = { shortestHours: SHORTEST_HOURS, longestDays: LONGEST_DAYS };
  throw new Refusal('NOMINATION_TIME', facts, ['nominationsUntil']);
}

/** A council has one election at a time. */
async function refuseUnderWay(work: UnitOfWork, { communityId, id }: CouncilRow): Promise<void> {
  const other = await read(
    work.db,
    'select 1 from election where community_id = $1 and council_id = $2 and ended_at is null',
    [communityId, id],
  );
  if (other.length > 0) throw new Refusal('ELECTION_UNDER_WAY', {}, ['councilId']);
}
