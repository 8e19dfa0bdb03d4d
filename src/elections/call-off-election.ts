import { mayAct } from '../councils/layers';
import { authorise } from '../kernel/actor';
import { needRow } from '../kernel/need-row';
import { read } from '../kernel/read';
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
 * stands in the table of layers); its ballots end as they are, and seat nobody. Refuses:
 * `ID_UNKNOWN`, `TEXT_LENGTH`, `ELECTION_ENDED`.
 */
export async function callOffElection(
  work: UnitOfWork,
  input: CallOffElection,
): Promise<ElectionRow> {
  const path = ['electionId'];
  const found = await needRow(work, electionById, {
    ...{ type: 'Election', globalId: input.electionId, path },
  });
  const { at } = await electionAt(work, found, path);
  authorise(work.actor, mayAct(work.actor, at, 'callOffElection'));
  const callOffReason = readReason(input.reason, ['reason']);
  const election = await holdElection(work, found, path);
  const ended = { endedBy: work.actor.personId, endedAt: work.now, callOffReason };
  await read(
    work.db,
    `update election set state = 'called_off', ended_by = $3, ended_at = $4, call_off_reason = $5
     where community_id = $1 and id = $2`,
    [election.communityId, election.id, ended.endedBy, ended.endedAt, callOffReason],
  );
  return { ...election, ...ended, state: 'called_off' };
}
