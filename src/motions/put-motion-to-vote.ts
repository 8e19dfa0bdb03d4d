import type { GivenRecusal } from '../ballots/freeze-roll';
import { openBallotFor } from '../ballots/open-ballot-for';
import { compositionOf, type Member } from '../councils/composition';
import type { CouncilRuleValues } from '../councils/council-kinds';
import { ruleOf } from '../councils/council-rule.reader';
import { termOn } from '../councils/council-seat.reader';
import type { CouncilTermRow } from '../councils/council-term.entity';
import type { CouncilRow } from '../councils/council.entity';
import { groupsOfCouncil, holdCouncil } from '../councils/council.reader';
import { councilOn, membersOn } from '../councils/members.reader';
import { dayOf } from '../kernel/calendar';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Act } from './act-of';
import { councilOf } from './hold-motion';
import { motionFor } from './motion-at';
import { MotionBallotRow } from './motion-ballot.entity';
import type { MotionRow } from './motion.entity';
import { ballotsOfMotion } from './motion.reader';
import { isUnderWay } from './same-act';
import { standAside } from './stands-aside';
import { refuseMove } from './states';

export interface PutMotionToVote {
  readonly motionId: string;
  /** The last moment to vote. */
  readonly closesAt: Date;
}

/** What members may say; the first is in favour, and the last is presence alone. */
export const CHOICES = ['赞成', '反对', '弃权'] as const;

/**
 * Opens the ballot of a council's members on a motion (C1): a quorum of the members, more than the
 * rule's part of the full membership, seats that fell vacant included, who stands aside left out.
 * Whom the act concerns stands aside from the beginning; others say so by themselves
 * (`recuseFromBallot`), for who opens a vote takes nobody's away. The roll is frozen here. Refuses:
 * `ID_UNKNOWN`, `MOTION_STATE`, `HEARING_FIRST`, `ACT_UNDER_WAY` (the same act is voted on, or was
 * passed and waits), `COUNCIL_DISSOLVED`, `COUNCIL_UNSEATED`, `COUNCIL_NOT_COMPOSED`, and what
 * `openBallotFor` refuses.
 */
export async function putMotionToVote(
  work: UnitOfWork,
  input: PutMotionToVote,
): Promise<MotionRow> {
  const { motion, at } = await motionFor(work, input.motionId, 'putMotionToVote');
  refuseMove(motion, 'voting');
  const [path, day] = [['motionId'], dayOf(work.now, at.timeZone)];
  if (motion.hearingFirst && motion.heardAt === null) throw new Refusal('HEARING_FIRST', {}, path);
  const council = await holdCouncil(work, await councilOf(work, motion), path);
  if (await isUnderWay(work, motion, day)) throw new Refusal('ACT_UNDER_WAY', {}, path);
  const rule = await ruleOf(work, council, work.now);
  const { term, members } = await seatedOn(work, council, day, rule);
  const electors = members.map(({ residentId }) => residentId);
  const ballot = await openBallotFor(work, {
    communityId: motion.communityId,
    ...{ question: motion.title, choices: CHOICES, voteBy: 'resident', electors },
    kind: rule.rollCall ? 'roll_call' : 'secret',
    closesAt: input.closesAt,
    rule: ballotRule(rule),
    vacant: term.seats - members.length,
    recused: await recusedFrom(work, motion, electors),
  });
  const { communityId, id: motionId } = motion;
  const before = await ballotsOfMotion.read(work.db, communityId, [motionId]);
  const row = { communityId, motionId, n: before.length + 1, ballotId: ballot.id };
  await work.db.insert(MotionBallotRow, row);
  await work.db.query(`update motion set state = 'voting' where community_id = $1 and id = $2`, [
    communityId,
    motionId,
  ]);
  return { ...motion, state: 'voting' };
}

/** Who sits in a council that is seated and composed as its rule says. */
async function seatedOn(
  work: UnitOfWork,
  { communityId, id }: CouncilRow,
  day: string,
  rule: CouncilRuleValues,
): Promise<{ term: CouncilTermRow; members: readonly Member[] }> {
  const path = ['motionId'];
  const key = councilOn(id, day);
  const [term] = await termOn.read(work.db, communityId, [key]);
  if (!term) throw new Refusal('COUNCIL_UNSEATED', {}, path);
  const members = await membersOn.read(work.db, communityId, [key]);
  const groups = await groupsOfCouncil.read(work.db, communityId, [id]);
  const lines = compositionOf(
    rule,
    groups.map((group) => group.id),
    members,
  );
  const broken = lines.find(({ holds }) => !holds);
  if (!broken) return { term, members };
  const { part, needed, found } = broken;
  throw new Refusal('COUNCIL_NOT_COMPOSED', { part, needed, found }, path);
}

function ballotRule({ quorum, passesWithMoreThan: passes }: CouncilRuleValues) {
  return {
    quorum: { num: quorum.parts, den: quorum.of, strict: false },
    passes: { num: passes.parts, den: passes.of, strict: true },
    passesOf: 'base' as const,
    inFavour: CHOICES[0],
  };
}

/** Whom the act concerns. */
async function recusedFrom(
  work: UnitOfWork,
  { communityId, kind, input }: MotionRow,
  members: readonly string[],
): Promise<readonly GivenRecusal[]> {
  return await standAside(work, { communityId, members }, { kind, input } as Act);
}
