import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { dayOf } from '../kernel/calendar';
import { place } from '../society/place.reader';
import { factsOf } from './facts';
import { FundStepPlan } from './fund-procedure.graphql';
import { FundMissing, FundStep, RankLine, StepStateEnum } from './fund-project.graphql';
import { fundProjectById } from './fund-project.reader';
import type { FundStepRow } from './fund-step.entity';
import { actsAs } from './fund.policy';
import { missingFor } from './missing';
import { publicFundById } from './public-fund.reader';
import type { RankLine as Line } from './ranking';

@Resolver(() => FundStep)
export class FundStepResolver {
  @FieldResolver(() => FundStepPlan, { description: 'What it asks for.' })
  plan(@Root() { spec }: FundStepRow) {
    return spec;
  }

  @FieldResolver(() => StepStateEnum, { description: 'How far it is.' })
  state(@Root() { since, passedAt }: FundStepRow) {
    if (passedAt !== null) return 'passed';
    return since === null ? 'waiting' : 'current';
  }

  @FieldResolver(() => [FundMissing], {
    description:
      'What is missing before it can be passed; empty unless the project stands at it. At most 24.',
  })
  async missing(@Root() step: FundStepRow, @Ctx() context: Context) {
    const project = await context.load(fundProjectById, step.communityId, step.projectId);
    if (project?.state !== 'running' || project.step !== step.n) return [];
    const timeZone = (await place(context, step.communityId))?.timeZone ?? 'utc';
    const today = { day: dayOf(context.now, timeZone), timeZone };
    return missingFor(await factsOf(context, project), step, today);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether whoever asks is one of those who act at it, as it has them.',
  })
  async mine(@Root() { communityId, projectId, spec }: FundStepRow, @Ctx() context: Context) {
    const project = await context.load(fundProjectById, communityId, projectId);
    const fund = project && (await context.load(publicFundById, communityId, project.fundId));
    const at = await place(context, communityId);
    return fund && at ? actsAs(context.actor, { at, fund }, spec.actors) : false;
  }
}

@Resolver(() => RankLine)
export class RankLineResolver {
  @FieldResolver(() => String, {
    description: 'The figure: points of urgency, households for it, or fen.',
  })
  value(@Root() { value }: Line) {
    return value.toString();
  }

  @FieldResolver(() => String, {
    description: 'What it is a part of: 5, all households, the cost, or the allotment in fen.',
  })
  whole(@Root() { whole }: Line) {
    return whole.toString();
  }
}
