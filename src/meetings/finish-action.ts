import { authorise, personOf } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { isResident } from '../society/resident.policy';
import type { ActionRow } from './action.entity';
import { needAction } from './group.reader';
import { mayKeep } from './meeting.policy';
import { meetingOf } from './meeting.reader';
import { isOf } from './represent-organisation';

/**
 * Says that an action is done, and what came of it: the resident or the people of the organisation
 * who do it, and who sees to the meeting. Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `ACTION_DONE`.
 */
export async function finishAction(
  work: UnitOfWork,
  input: { actionId: string; note: string },
): Promise<ActionRow> {
  const action = await needAction(work, input.actionId);
  authorise(work.actor, does(work, action) || (await mayKeep(work, await meetingOf(work, action))));
  const doneNote = readReason(input.note, ['note']);
  const done = { doneBy: personOf(work.actor), doneAt: work.now, doneNote };
  const db = await work.begin();
  const rows = await read(
    db,
    `update meeting_action set done_by = $3, done_at = $4, done_note = $5
     where community_id = $1 and id = $2 and done_at is null returning id`,
    [action.communityId, action.id, done.doneBy, done.doneAt, doneNote],
  );
  if (rows.length === 0) throw new Refusal('ACTION_DONE', {}, ['actionId']);
  return { ...action, ...done };
}

function does(work: UnitOfWork, { communityId, organisationId, residentId }: ActionRow): boolean {
  if (residentId !== null) return isResident(work.actor, { communityId, id: residentId });
  return organisationId !== null && isOf(work, { id: organisationId });
}
