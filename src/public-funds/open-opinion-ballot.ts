import { ballotById } from '../ballots/ballot.reader';
import { openBallotFor } from '../ballots/open-ballot-for';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { projectAtStep, refuseOtherStep } from './at-step';
import { FundProjectRow } from './fund-project.entity';
import { answersOf } from './missing';

export interface OpenOpinionBallot {
  readonly projectId: string;
  readonly question: string;
  /** The first is for the project. */
  readonly choices: readonly string[];
  readonly closesAt: Date;
}

/**
 * Asks every household of the community what it thinks of a project: one household, one ballot, in
 * secret (C3, step 2; those who act at the step); once more, when nobody answered. It decides
 * nothing, and counts when projects are ranked. Refuses: `ID_UNKNOWN`, `PROJECT_ENDED`,
 * `STEP_ELSEWHERE`, `OPINIONS_ASKED`, and what openBallotFor refuses.
 */
export async function openOpinionBallot(
  work: UnitOfWork,
  { projectId, question, choices, closesAt }: OpenOpinionBallot,
): Promise<FundProjectRow> {
  const stands = await projectAtStep(work, projectId);
  refuseOtherStep(stands, 'opinions_gathered');
  const { communityId, id, ballotId } = stands.project;
  if (ballotId !== null) {
    const [asked] = await ballotById.read(work.db, communityId, [ballotId]);
    const facts = { closesAt: asked?.closesAt.toISOString() };
    const unheard = asked?.closedAt && answersOf(asked) === 0;
    if (!unheard) throw new Refusal('OPINIONS_ASKED', facts, ['projectId']);
  }
  const ballot = await openBallotFor(work, {
    ...{ communityId, question, choices, closesAt, voteBy: 'household' },
  });
  await work.db.update(FundProjectRow, { communityId, id }, { ballotId: ballot.id });
  return { ...stands.project, ballotId: ballot.id };
}
