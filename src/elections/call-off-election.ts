import { giveAsBefore } from '../councils/elects';
import { mayAct } from '../councils/layers';
import { authorise } from '../kernel/actor';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ElectionRow } from './election.entity';
import { electionById, holdElection } from './election.reader';
import { electionAt } from './ward-at';

export interface CallOffElection {
  readonly electionId: string;
  readonly reason: string;
}

/**
 * Calls an election off that cannot come to an end, with a reason that everyone may read (who may
 * stands in the table of layers; once people were asked to vote, only whoever sets the council's
 * rule: those who carry an election out do not throw away what was voted). Its ballots end as they
 * are, and seat nobody. Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `ELECTION_ENDED`, `ELECTION_VOTED`.
 */
export async function callOffElection(
  work: UnitOfWork,
  input: CallOffElection,
): Promise<ElectionRow> {
  const path = ['electionId'];
  const found = await needRow(work, electionById, {
    ...{ type: 'Election', globalId: input.electionId, path },
  });
  const { at, council } = await electionAt(work, found, path);
  authorise(work.actor, mayAct(work.actor, at, 'callOffElection'));
  const callOffReason = readReason(input.reason, ['reason']);
  const election = await holdElection(work, found, path);
  const leads = work.actor.kind === 'system' || mayAct(work.actor, at, 'setCouncilRule');
  if (!leads && (await hasBallots(work, election))) throw new Refusal('ELECTION_VOTED', {}, path);
  const ended = { endedBy: work.actor.personId, endedAt: work.now, callOffReason };
  await read(
    work.db,
    `update election set state = 'called_off', ended_by = $3, ended_at = $4, call_off_reason = $5
     where community_id = $1 and id = $2`,
    [election.communityId, election.id, ended.endedBy, ended.endedAt, callOffReason],
  );
  if (!(await wasElected(work, election))) await giveAsBefore(work, council);
  return { ...election, ...ended, state: 'called_off' };
}

/** Whether people were asked to vote already. */
async function hasBallots(work: UnitOfWork, { communityId, id }: ElectionRow): Promise<boolean> {
  const some = await read(
    work.db,
    `select 1 from election_ballot held
     join election_ward ward on ward.community_id = $1 and ward.id = held.ward_id
     where held.community_id = $1 and ward.election_id = $2 limit 1`,
    [communityId, id],
  );
  return some.length > 0;
}

/** Whether an election ever seated the council. */
async function wasElected(
  work: UnitOfWork,
  { communityId, councilId }: ElectionRow,
): Promise<boolean> {
  const some = await read(
    work.db,
    `select 1 from election
     where community_id = $1 and council_id = $2 and term_id is not null limit 1`,
    [communityId, councilId],
  );
  return some.length > 0;
}
