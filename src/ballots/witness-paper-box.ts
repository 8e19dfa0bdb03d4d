import { authorise, personOf } from '../kernel/actor';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { isRegistrar } from '../society/society.policy';
import { ballotById } from './ballot.reader';
import type { PaperBoxRow } from './paper-box.entity';
import { holdPaperBox, needPaperBox, PAPER_BOX_PATH } from './paper-box.reader';
import { readCounts, type GivenCounts } from './paper-counts';
import { lineOf } from './roll.reader';

/** What the witness counted; the clerk's figures are not shown. */
export interface WitnessPaperBox extends GivenCounts {
  readonly paperBoxId: string;
}

/**
 * Witnesses a box of papers (another cadre or officer of the community than its clerk, or an
 * elector of the ballot): the witness counts again, and it is the same. From then on it is part of
 * the result. Refuses: `ID_UNKNOWN`, `COUNTS_UNLIKE_CHOICES`, `PAPERS_RANGE`,
 * `PAPERS_UNLIKE_COUNTS`, `BOX_DECIDED`, `SECOND_PERSON_NEEDED`, `COUNTS_DIFFER`.
 */
export async function witnessPaperBox(
  work: UnitOfWork,
  input: WitnessPaperBox,
): Promise<PaperBoxRow> {
  const asked = await needPaperBox(work, input.paperBoxId);
  const { communityId, id, ballotId } = asked;
  const at = await needPlace(work, communityId, PAPER_BOX_PATH);
  const [ballot] = await ballotById.read(work.db, communityId, [ballotId]);
  if (!ballot) throw new Error(`The box ${id} has no ballot`);
  const elector = (await lineOf(work.db, ballot, work.actor)) !== null;
  authorise(work.actor, elector || isRegistrar(work.actor, at));
  const { counts, papers } = readCounts(ballot, input);
  const box = await holdPaperBox(work, asked);
  const decidedBy = personOf(work.actor);
  if (box.recordedBy === decidedBy) throw new Refusal('SECOND_PERSON_NEEDED', {}, PAPER_BOX_PATH);
  if (papers !== box.papers || counts.some((each, n) => each !== box.counts[n]))
    throw new Refusal('COUNTS_DIFFER', {}, ['counts']);
  await read(
    work.db,
    `update ballot_paper_box set state = 'witnessed', decided_by = $3, decided_at = $4
     where community_id = $1 and id = $2`,
    [communityId, id, decidedBy, work.now],
  );
  return { ...box, state: 'witnessed', decidedBy, decidedAt: work.now };
}
