import { authorise, personOf } from '../kernel/actor';
import { read } from '../kernel/read';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isRegistrar } from '../society/society.policy';
import type { PaperBoxRow } from './paper-box.entity';
import { holdPaperBox, needPaperBox, PAPER_BOX_PATH } from './paper-box.reader';

export interface RejectPaperBox {
  readonly paperBoxId: string;
  readonly reason: string;
}

/**
 * Lets a box of papers that waits count for nothing (cadres and officers of the community, also its
 * clerk): its marks are taken off the roll, and who took a paper votes otherwise, or in the box as
 * it is recorded anew. Refuses: `ID_UNKNOWN`, `TEXT_LENGTH`, `BOX_DECIDED`.
 */
export async function rejectPaperBox(
  work: UnitOfWork,
  input: RejectPaperBox,
): Promise<PaperBoxRow> {
  const asked = await needPaperBox(work, input.paperBoxId);
  const { communityId, id, ballotId } = asked;
  const at = await needPlace(work, communityId, PAPER_BOX_PATH);
  authorise(work.actor, isRegistrar(work.actor, at));
  const rejectReason = readReason(input.reason, ['reason']);
  const box = await holdPaperBox(work, asked);
  const decided = { decidedBy: personOf(work.actor), decidedAt: work.now, rejectReason };
  await read(
    work.db,
    `delete from ballot_paper_mark
     where community_id = $1 and ballot_id = $2 and paper_box_id = $3`,
    [communityId, ballotId, id],
  );
  await read(
    work.db,
    `update ballot_paper_box set state = 'rejected', decided_by = $3, decided_at = $4,
       reject_reason = $5
     where community_id = $1 and id = $2`,
    [communityId, id, decided.decidedBy, decided.decidedAt, rejectReason],
  );
  return { ...box, ...decided, state: 'rejected' };
}
