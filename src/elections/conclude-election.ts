import { mostCadres } from '../councils/composition';
import { ruleOf } from '../councils/council-rule.reader';
import { mayAct } from '../councils/layers';
import { candidatesOn } from '../councils/members.reader';
import { seatMembersFor } from '../councils/seat-members-for';
import { writeSubstitutes } from '../councils/substitutes';
import { authorise } from '../kernel/actor';
import { startOf, type Day } from '../kernel/calendar';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { allot, type Allotted } from './allot';
import { contendersOf, type WardContenders } from './contenders';
import type { ElectionRow } from './election.entity';
import { electionById, holdElection, wardsOfElection } from './election.reader';
import { electionAt, type ElectionAt } from './ward-at';

export interface ConcludeElection {
  readonly electionId: string;
  /** Whether seats that nobody won are not given; left out: they must be voted on again. */
  readonly short?: boolean | null;
}

const PATH = ['electionId'];

/**
 * Gives the seats when all wards have voted (C1; who may stands in the table of layers): in order,
 * for the term from its first day or, where that is past, from today. The council's rule is held
 * against all of them together; a cadre too many, and who can sit no longer, is passed over for who
 * follows. Those who follow are kept for seats that fall vacant. Refuses: `ID_UNKNOWN`,
 * `ELECTION_ENDED`, `ELECTION_UNSETTLED`, and what `seatMembersFor` refuses.
 */
export async function concludeElection(
  work: UnitOfWork,
  input: ConcludeElection,
): Promise<ElectionRow> {
  const found = await needRow(work, electionById, {
    ...{ type: 'Election', globalId: input.electionId, path: PATH },
  });
  const asked = await electionAt(work, found, PATH);
  authorise(work.actor, mayAct(work.actor, asked.at, 'concludeElection'));
  const election = await holdElection(work, found, PATH);
  const { communityId, id } = election;
  const wards = await wardsOfElection.read(work.db, communityId, [id]);
  const settled = input.short === true ? ['filled', 'short', 'no_quorum'] : ['filled'];
  const open = wards.find(({ state }) => !settled.includes(state));
  if (open) throw new Refusal('ELECTION_UNSETTLED', { ward: open.number }, PATH);
  const validFrom = election.termFrom > asked.today ? election.termFrom : asked.today;
  const contests = await contendersOf(work, wards);
  const allotted = await allotOf(work, asked, contests, validFrom);
  const termId = await seat(work, asked, contests, allotted, validFrom);
  const ended = { endedBy: work.actor.personId, endedAt: work.now };
  await read(
    work.db,
    `update election set state = 'concluded', term_id = $3, ended_by = $4, ended_at = $5
     where community_id = $1 and id = $2`,
    [communityId, id, termId, ended.endedBy, ended.endedAt],
  );
  return { ...election, ...ended, state: 'concluded', termId };
}

/** Who sits and who follows, as all of them are on the first day. */
async function allotOf(
  work: UnitOfWork,
  { council, at }: ElectionAt,
  contests: readonly WardContenders[],
  validFrom: Day,
): Promise<Allotted[]> {
  const asked = contests.flatMap(({ ward, contenders }) =>
    contenders.map(({ residentId }) => ({ residentId, groupId: ward.groupId })),
  );
  const known = await candidatesOn(work, council, asked, validFrom);
  const begins = startOf(validFrom, at.timeZone);
  const rule = await ruleOf(work, council, begins > work.now ? begins : work.now);
  return allot(
    contests.map(({ ward: { seats, groupId }, contenders }) => ({
      seats,
      contenders: contenders.map(({ id: candidateId, residentId, votes }) => {
        const member = known.get(residentId);
        const fits = member?.livesHere === true && (groupId === null || member.isOfGroup);
        return { candidateId, votes, fits, isCadre: member?.isCadre === true };
      }),
    })),
    (members) => mostCadres(rule, members),
  );
}

/** Seats them, ward by ward, and keeps who follows on which seats; gives the term. */
async function seat(
  work: UnitOfWork,
  { council, at }: ElectionAt,
  contests: readonly WardContenders[],
  allotted: readonly Allotted[],
  validFrom: Day,
): Promise<string> {
  const residents = new Map(
    contests.flatMap(({ contenders }) => contenders).map((each) => [each.id, each.residentId]),
  );
  const idsOf = (candidates: readonly string[]) =>
    candidates.flatMap((each) => residents.get(each) ?? []);
  const members = contests.flatMap(({ ward }, n) =>
    idsOf(allotted[n]?.sit ?? []).map((residentId) => ({ residentId, groupId: ward.groupId })),
  );
  const term = await seatMembersFor(work, { council, at, validFrom, members }, PATH);
  let seatsFrom = 1;
  for (const [n, { ward }] of contests.entries()) {
    const { sit, follow, passedOver } = allotted[n] ?? { sit: [], follow: [], passedOver: [] };
    const seatsUntil = seatsFrom + sit.length;
    await writeSeated(work, ward.communityId, { sit, follow, passedOver });
    if (sit.length > 0) {
      const seats = { seatsFrom, seatsUntil };
      await writeSubstitutes(work, term, { ...seats, residentIds: idsOf(follow) });
      await read(
        work.db,
        `update election_ward set seats_from = $3, seats_until = $4
         where community_id = $1 and id = $2`,
        [ward.communityId, ward.id, seatsFrom, seatsUntil],
      );
    }
    seatsFrom = seatsUntil;
  }
  return term.id;
}

/** Keeps who sits and who follows in the end. */
async function writeSeated(
  work: UnitOfWork,
  communityId: string,
  { sit, follow, passedOver }: Allotted,
): Promise<void> {
  await read(
    work.db,
    `update election_candidate stands set
       standing = case when stands.id = any ($2::uuid[]) then 'elected'
         when stands.id = any ($4::uuid[]) then 'passed_over' else 'substitute' end,
       rank = coalesce(array_position($2::uuid[], stands.id), array_position($3::uuid[], stands.id))
     where stands.community_id = $1 and stands.id = any ($2::uuid[] || $3::uuid[] || $4::uuid[])`,
    [communityId, sit, follow, passedOver],
  );
}
