import { affairsOf, mayAct } from '../councils/layers';
import { authorise, personOf } from '../kernel/actor';
import { needRow } from '../kernel/need-row';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { isResident } from '../society/resident.policy';
import { endResolution } from './end-resolution';
import type { ObjectionRow } from './objection.entity';
import { refuseEnded, resolved } from './resolution-for';
import { objectionById, resolutionById } from './resolution.reader';

export interface AnswerObjection {
  readonly objectionId: string;
  /** Whether it is found right: the resolution is set aside, and its motion goes back. */
  readonly upheld: boolean;
  readonly answer: string;
}

/**
 * Answers an objection before everybody (who leads, by the table of layers), never one's own: else
 * one person undid what a council resolved. One that is upheld sets the resolution aside, and the
 * motion may be put to the vote again. Refuses: `ID_UNKNOWN`, `OBJECTION_ANSWERED`,
 * `RESOLUTION_STATE`, `OWN_OBJECTION`, `TEXT_LENGTH`.
 */
export async function answerObjection(
  work: UnitOfWork,
  input: AnswerObjection,
): Promise<ObjectionRow> {
  const named = { type: 'Objection', globalId: input.objectionId, path: ['objectionId'] };
  const asked = await needRow(work, objectionById, named);
  const { communityId, id, resolutionId } = asked;
  const [found] = await resolutionById.read(work.db, communityId, [resolutionId]);
  if (!found) throw new Error(`Objection ${id} is against nothing`);
  const { resolution, motion, at, today } = await resolved(work, found);
  authorise(work.actor, mayAct(work.actor, at, 'answerObjection', affairsOf(at)));
  const [objection] = await objectionById.read(work.db, communityId, [id]);
  if (objection?.answeredAt !== null) throw new Refusal('OBJECTION_ANSWERED', {}, ['objectionId']);
  refuseEnded(resolution, today, ['objectionId']);
  if (isResident(work.actor, { communityId, id: objection.residentId }))
    throw new Refusal('OWN_OBJECTION', {}, ['objectionId']);
  const answered = {
    ...{ answer: readReason(input.answer, ['answer']), upheld: input.upheld },
    ...{ answeredBy: personOf(work.actor), answeredAt: work.now },
  };
  await work.db.query(
    `update resolution_objection set answer = $3, upheld = $4, answered_by = $5, answered_at = $6
     where community_id = $1 and id = $2`,
    [communityId, id, answered.answer, answered.upheld, answered.answeredBy, work.now],
  );
  if (input.upheld) {
    await endResolution(work, resolution, 'set_aside', answered.answer);
    await work.db.query(
      `update motion set state = 'admitted' where community_id = $1 and id = $2`,
      [communityId, motion.id],
    );
  }
  return { ...objection, ...answered };
}
