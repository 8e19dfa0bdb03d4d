import { IsNull } from 'typeorm';
import { personOf } from '../kernel/actor';
import { CITY } from '../api/context';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { projectAtStep, refuseOtherStep, type AtStep, type MayAct } from './at-step';
import { FundEvaluationRow } from './fund-evaluation.entity';
import { fundProcedureById } from './fund-procedure.reader';
import type { FundProjectRow } from './fund-project.entity';
import { refuseExecutor } from './refuse-executor';
import { supervises } from './supervises';

export interface EvaluateFundProject {
  readonly projectId: string;
  readonly scores: readonly { readonly dimension: string; readonly points: number }[];
  readonly remark?: string | null;
}

const MOST_POINTS = 5;

/** Residents of the community, and who supervises. */
const evaluates: MayAct = async (work, stands) =>
  work.actor.residences.some((own) => own.communityId === stands.project.communityId) ||
  (await supervises(work, stands));

/**
 * Scores a project in each dimension of its procedure, 1 to 5, each person once (C3, step 8;
 * residents of the community, supervisors, and nobody of those who carry it out). Refuses:
 * `ID_UNKNOWN`, `PROJECT_ENDED`, `STEP_ELSEWHERE`, `SECOND_PERSON_NEEDED`, `EVALUATED_BEFORE`,
 * `SCORES_MISSING`, `SCORE_RANGE`, `TEXT_LENGTH`.
 */
export async function evaluateFundProject(
  work: UnitOfWork,
  input: EvaluateFundProject,
): Promise<FundProjectRow> {
  const stands = await projectAtStep(work, input.projectId, evaluates);
  refuseOtherStep(stands, 'evaluated');
  await refuseExecutor(work, stands);
  const { communityId, id: projectId } = stands.project;
  const personId = personOf(work.actor);
  const before = { communityId, projectId, personId, setAsideAt: IsNull() };
  if (await work.db.existsBy(FundEvaluationRow, before))
    throw new Refusal('EVALUATED_BEFORE', {}, ['projectId']);
  const supervisor = await supervises(work, stands);
  const row: FundEvaluationRow = {
    ...{ communityId, id: newId(), projectId, personId },
    evaluator: supervisor ? 'supervisor' : 'resident',
    scores: await readScores(work, stands, input.scores),
    remark: input.remark ? readReason(input.remark, ['remark']) : null,
    ...{ at: work.now, setAsideAt: null },
  };
  await work.db.insert(FundEvaluationRow, row);
  return stands.project;
}

/** Each dimension once, in the order of the procedure. */
async function readScores(
  work: UnitOfWork,
  { project }: AtStep,
  given: EvaluateFundProject['scores'],
): Promise<number[]> {
  const [procedure] = await fundProcedureById.read(work.db, CITY, [project.procedureId]);
  const codes = (procedure?.spec.dimensions ?? []).map(({ code }) => code);
  const facts = { dimensions: codes.join(', ') };
  const stray = given.findIndex(
    ({ dimension }, i) =>
      !codes.includes(dimension) || given.findIndex((each) => each.dimension === dimension) < i,
  );
  if (stray >= 0)
    throw new Refusal('SCORES_MISSING', facts, ['scores', String(stray), 'dimension']);
  if (given.length < codes.length) throw new Refusal('SCORES_MISSING', facts, ['scores']);
  given.forEach(({ points }, i) => {
    if (!Number.isInteger(points) || points < 1 || points > MOST_POINTS)
      throw new Refusal('SCORE_RANGE', { most: MOST_POINTS }, ['scores', String(i), 'points']);
  });
  return codes.map((code) => given.find((each) => each.dimension === code)?.points ?? 0);
}
