import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { whoMay } from '../councils/layers';
import {
  AnnounceActivityInput,
  AnnounceActivityPayload,
  CancelActivityInput,
  CancelActivityPayload,
  RecordActivityInput,
  RecordActivityPayload,
} from './activity.graphql';
import { announceActivity } from './announce-activity';
import { cancelActivity } from './cancel-activity';
import {
  EndCourtyardBodyInput,
  EndCourtyardBodyPayload,
  NameCourtyardBodyInput,
  NameCourtyardBodyPayload,
} from './courtyard-acts.graphql';
import { ACTS_FOR } from './courtyard.policy';
import { endCourtyardBody } from './end-courtyard-body';
import { nameCourtyardBody } from './name-courtyard-body';
import { recordActivity } from './record-activity';

const NAMERS = `${whoMay('nameCourtyardBody')}; and members of its councils`;

@Resolver()
export class CourtyardActsResolver {
  @Mutation(() => NameCourtyardBodyPayload, {
    description:
      'Names the body that stands for a courtyard from today on, in place of the one before. ' +
      'Codes: ID_UNKNOWN, PLACE_KIND, BODY_UNCLEAR, ORGANISATION_KIND, NOT_HERE, ' +
      'COUNCIL_DISSOLVED, BODY_NAMED.',
  })
  @Allow(byCommand(NAMERS))
  async nameCourtyardBody(
    @Arg('input', () => NameCourtyardBodyInput) input: NameCourtyardBodyInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ body: await nameCourtyardBody(work, input) }));
  }

  @Mutation(() => EndCourtyardBodyPayload, {
    description:
      'From today on nobody stands for a courtyard. Codes: ID_UNKNOWN, PLACE_KIND, ' +
      'NO_COURTYARD_BODY.',
  })
  @Allow(byCommand(NAMERS))
  async endCourtyardBody(
    @Arg('input', () => EndCourtyardBodyInput) input: EndCourtyardBodyInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ body: await endCourtyardBody(work, input) }));
  }

  @Mutation(() => AnnounceActivityPayload, {
    description:
      'Announces what the organisation of a courtyard is going to hold. Codes: ID_UNKNOWN, ' +
      'PLACE_KIND, NO_COURTYARD_BODY, TEXT_LENGTH, ACTIVITY_DAY, ACTIVITY_TWICE.',
  })
  @Allow(byCommand(ACTS_FOR))
  async announceActivity(
    @Arg('input', () => AnnounceActivityInput) input: AnnounceActivityInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      activity: await announceActivity(work, input),
    }));
  }

  @Mutation(() => RecordActivityPayload, {
    description:
      'Tells what came of an activity that was held, and who took part. Codes: ID_UNKNOWN, ' +
      'TEXT_LENGTH, LIST_LENGTH, OTHER_COMMUNITY, RESIDENT_TWICE, ACTIVITY_TOLD, ' +
      'ACTIVITY_TO_COME, NOT_RESIDENT_HERE, RESIDENT_GONE.',
  })
  @Allow(byCommand(ACTS_FOR))
  async recordActivity(
    @Arg('input', () => RecordActivityInput) input: RecordActivityInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      activity: await recordActivity(work, input),
    }));
  }

  @Mutation(() => CancelActivityPayload, {
    description:
      'Tells that an activity is not held, and why. Codes: ID_UNKNOWN, TEXT_LENGTH, ACTIVITY_TOLD.',
  })
  @Allow(byCommand(ACTS_FOR))
  async cancelActivity(
    @Arg('input', () => CancelActivityInput) input: CancelActivityInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      activity: await cancelActivity(work, input),
    }));
  }
}
