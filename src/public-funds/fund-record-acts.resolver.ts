import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { archiveFundProject } from './archive-fund-project';
import { evaluateFundProject } from './evaluate-fund-project';
import {
  ArchiveFundProjectInput,
  ArchiveFundProjectPayload,
  EvaluateFundProjectPayload,
  WeighFundProjectPayload,
} from './fund-project-acts.graphql';
import {
  EvaluateFundProjectInput,
  RecordFundDocumentInput,
  RecordFundDocumentPayload,
  RecordFundVisitInput,
  RecordFundVisitPayload,
  SettleFundVisitInput,
  SettleFundVisitPayload,
  WeighFundProjectInput,
} from './fund-record-acts.graphql';
import { recordFundDocument } from './record-fund-document';
import { recordFundVisit } from './record-fund-visit';
import { settleFundVisit } from './settle-fund-visit';
import { weighFundProject } from './weigh-fund-project';

const AT_STEP = 'Those whom the procedure names for the step at which the project stands';

@Resolver()
export class FundRecordActsResolver {
  @Mutation(() => RecordFundDocumentPayload, {
    description:
      'Writes something down for the step that a project stands at. Codes: ID_UNKNOWN, ' +
      'PROJECT_ENDED, PROJECT_FULL, TEXT_LENGTH.',
  })
  @Allow(byCommand(AT_STEP))
  async recordFundDocument(
    @Arg('input', () => RecordFundDocumentInput) input: RecordFundDocumentInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      document: await recordFundDocument(work, input),
    }));
  }

  @Mutation(() => WeighFundProjectPayload, {
    description:
      'Says how urgent a project is. Codes: ID_UNKNOWN, PROJECT_ENDED, STEP_ELSEWHERE, ' +
      'URGENCY_RANGE.',
  })
  @Allow(byCommand(AT_STEP))
  async weighFundProject(
    @Arg('input', () => WeighFundProjectInput) input: WeighFundProjectInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      project: await weighFundProject(work, input),
    }));
  }

  @Mutation(() => RecordFundVisitPayload, {
    description:
      'Writes down what a supervisor found. Codes: ID_UNKNOWN, PROJECT_ENDED, ' +
      'SECOND_PERSON_NEEDED, PROJECT_FULL, NOT_RESOLVED, DAY_UNREADABLE, VISIT_DAY, TEXT_LENGTH.',
  })
  @Allow(
    byCommand(
      "The fund's supervisors, the street's auditors, and members of the council that resolved " +
        'it; nobody of those who carry it out',
    ),
  )
  async recordFundVisit(
    @Arg('input', () => RecordFundVisitInput) input: RecordFundVisitInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ visit: await recordFundVisit(work, input) }));
  }

  @Mutation(() => SettleFundVisitPayload, {
    description:
      'Says how what a supervisor found was put right. Codes: ID_UNKNOWN, PROJECT_ENDED, ' +
      'NOTHING_TO_PUT_RIGHT, SAME_PERSON, TEXT_LENGTH.',
  })
  @Allow(byCommand('Cadres of the community, and the chair and secretary of the fund’s office'))
  async settleFundVisit(
    @Arg('input', () => SettleFundVisitInput) input: SettleFundVisitInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ visit: await settleFundVisit(work, input) }));
  }

  @Mutation(() => EvaluateFundProjectPayload, {
    description:
      'Scores a project, each person once. Codes: ID_UNKNOWN, PROJECT_ENDED, STEP_ELSEWHERE, ' +
      'SECOND_PERSON_NEEDED, EVALUATED_BEFORE, SCORES_MISSING, SCORE_RANGE, TEXT_LENGTH.',
  })
  @Allow(
    byCommand('Residents of the community and supervisors, and nobody of those who carry it out'),
  )
  async evaluateFundProject(
    @Arg('input', () => EvaluateFundProjectInput) input: EvaluateFundProjectInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      project: await evaluateFundProject(work, input),
    }));
  }

  @Mutation(() => ArchiveFundProjectPayload, {
    description:
      'Passes the last step, and keeps the whole project as one file. Codes: ID_UNKNOWN, ' +
      'PROJECT_ENDED, STEPS_LEFT, STEP_INCOMPLETE.',
  })
  @Allow(byCommand(AT_STEP))
  async archiveFundProject(
    @Arg('input', () => ArchiveFundProjectInput) input: ArchiveFundProjectInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      project: await archiveFundProject(work, input),
    }));
  }
}
