import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { toUserError } from '../api/user-error.graphql';
import { whoMay } from '../councils/layers';
import { answerObjection } from './answer-objection';
import { executeResolution } from './execute-resolution';
import { lapseResolution } from './lapse-resolution';
import { objectToResolution } from './object-to-resolution';
import {
  AnswerObjectionInput,
  AnswerObjectionPayload,
  ExecuteResolutionInput,
  ExecuteResolutionPayload,
  LapseResolutionInput,
  LapseResolutionPayload,
  ObjectToResolutionInput,
  ObjectToResolutionPayload,
} from './resolution-acts.graphql';

@Resolver()
export class ResolutionActsResolver {
  @Mutation(() => ObjectToResolutionPayload, {
    description:
      'Objects to a resolution while it is shown. Codes: ID_UNKNOWN, RESOLUTION_STATE, ' +
      'NOTICE_OVER, OBJECTED_ALREADY, TEXT_LENGTH.',
  })
  @Allow(byCommand('Residents of the community'))
  async objectToResolution(
    @Arg('input', () => ObjectToResolutionInput) input: ObjectToResolutionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      objection: await objectToResolution(work, input),
    }));
  }

  @Mutation(() => AnswerObjectionPayload, {
    description:
      'Answers an objection; one that is upheld sets the resolution aside. Codes: ID_UNKNOWN, ' +
      'OBJECTION_ANSWERED, RESOLUTION_STATE, OWN_OBJECTION, TEXT_LENGTH.',
  })
  @Allow(byCommand(whoMay('answerObjection')))
  async answerObjection(
    @Arg('input', () => AnswerObjectionInput) input: AnswerObjectionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      objection: await answerObjection(work, input),
    }));
  }

  @Mutation(() => ExecuteResolutionPayload, {
    description:
      'Executes a resolution: its act is done once, and it is marked; what its act refuses stands ' +
      'in `notDone`. Codes: ID_UNKNOWN, KEY_UNUSABLE, KEY_REUSED, EXECUTED_BY_PROCEDURE, ' +
      'RESOLUTION_STATE, NOTICE_RUNS, OBJECTION_WAITING.',
  })
  @Allow(byCommand(whoMay('executeResolution')))
  async executeResolution(
    @Arg('input', () => ExecuteResolutionInput) input: ExecuteResolutionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => {
      const { resolution, refusal } = await executeResolution(work, input);
      return { resolution, notDone: refusal && toUserError(refusal, context.language) };
    });
  }

  @Mutation(() => LapseResolutionPayload, {
    description:
      'Gives up a resolution; one that opens an act, after it was tried in vain. Codes: ID_UNKNOWN, ' +
      'RESOLUTION_STATE, NOT_TRIED, TEXT_LENGTH.',
  })
  @Allow(byCommand(whoMay('lapseResolution')))
  async lapseResolution(
    @Arg('input', () => LapseResolutionInput) input: LapseResolutionInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      resolution: await lapseResolution(work, input),
    }));
  }
}
