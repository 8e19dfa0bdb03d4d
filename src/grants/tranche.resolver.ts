import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { CITY, type Context } from '../api/context';
import { MomentScalar } from '../api/day.graphql';
import { Money } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { Entry } from '../books/entry.graphql';
import { entryById } from '../books/entry.reader';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { acceptMilestone } from './accept-milestone';
import { applicationById } from './application.reader';
import { declineDisbursement } from './decline-disbursement';
import type { DisbursementRow } from './disbursement.entity';
import { disburseTranche } from './disburse-tranche';
import { Grant } from './grant.graphql';
import { grantById } from './grant.reader';
import { moneyIn } from './money';
import { requestDisbursement } from './request-disbursement';
import type { TrancheState } from './states';
import type { TrancheRow } from './tranche.entity';
import {
  AcceptMilestoneInput,
  AcceptMilestonePayload,
  DeclineDisbursementInput,
  DeclineDisbursementPayload,
  DisburseTrancheInput,
  DisburseTranchePayload,
  Milestone,
  RequestDisbursementInput,
  RequestDisbursementPayload,
  Tranche,
  TrancheStateEnum,
} from './tranche.graphql';
import { insideTranche } from './tranche.policy';
import { lastDisbursementOf, trancheById, trancheState } from './tranche.reader';

tenantNode('Tranche', (context, { communityId, id }) => context.load(trancheById, communityId, id));

@Resolver(() => Tranche)
export class TrancheResolver {
  @FieldResolver()
  number(@Root() { n }: TrancheRow): number {
    return n;
  }

  @FieldResolver(() => Money, { description: 'How much it is.' })
  async amount(@Root() { communityId, applicationId, minor }: TrancheRow, @Ctx() context: Context) {
    const application = await context.load(applicationById, communityId, applicationId);
    return moneyIn(application?.currency ?? 'CNY', minor);
  }

  @FieldResolver(() => Milestone, { description: 'What it brings.' })
  milestone(@Root() tranche: TrancheRow): TrancheRow {
    return tranche;
  }

  @FieldResolver(() => TrancheStateEnum, { description: 'How far it is.' })
  async state(@Root() tranche: TrancheRow, @Ctx() context: Context): Promise<TrancheState> {
    return trancheState(await lastOf(context, tranche));
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who last asked for it to be paid.' })
  @Allow(insideTranche)
  async maker(@Root() tranche: TrancheRow, @Ctx() context: Context) {
    const last = await lastOf(context, tranche);
    return last && (await context.load(personById, CITY, last.makerId));
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who paid it, or would not.' })
  @Allow(insideTranche)
  async checker(@Root() tranche: TrancheRow, @Ctx() context: Context) {
    const last = await lastOf(context, tranche);
    return last?.checkerId ? await context.load(personById, CITY, last.checkerId) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was not paid when it was last asked for, if it was not.',
  })
  @Allow(insideTranche)
  async declinedBecause(@Root() tranche: TrancheRow, @Ctx() context: Context) {
    return (await lastOf(context, tranche))?.reason ?? null;
  }

  @FieldResolver(() => MomentScalar, {
    nullable: true,
    description: 'When its payment was recorded, if it was paid.',
  })
  async paidAt(@Root() tranche: TrancheRow, @Ctx() context: Context) {
    const last = await lastOf(context, tranche);
    return last?.state === 'paid' ? last.checkedAt : null;
  }

  @FieldResolver(() => Entry, { nullable: true, description: 'The entry that paid it, if any.' })
  async entry(@Root() tranche: TrancheRow, @Ctx() context: Context) {
    const last = await lastOf(context, tranche);
    return last?.entryId ? await context.load(entryById, tranche.communityId, last.entryId) : null;
  }

  @FieldResolver(() => Grant, { nullable: true, description: 'Its grant, once it is awarded.' })
  async grant(@Root() { communityId, applicationId }: TrancheRow, @Ctx() context: Context) {
    return await context.load(grantById, communityId, applicationId);
  }
}

async function lastOf(context: Context, { communityId, id }: TrancheRow) {
  return await context.load<DisbursementRow>(lastDisbursementOf, communityId, id);
}

@Resolver()
export class TrancheActsResolver {
  @Mutation(() => RequestDisbursementPayload, {
    description:
      'Asks for a tranche to be paid. Codes: ID_UNKNOWN, NOT_AWARDED, RECUSED, GRANT_ENDED, ' +
      'ALREADY_PAID, ALREADY_REQUESTED, MILESTONE_OPEN.',
  })
  @Allow(byCommand("The foundation's secretary"))
  async requestDisbursement(
    @Arg('input', () => RequestDisbursementInput) input: RequestDisbursementInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      tranche: await requestDisbursement(work, input),
    }));
  }

  @Mutation(() => DeclineDisbursementPayload, {
    description:
      'Will not pay a tranche as it was asked for; it may be asked for again. Codes: ID_UNKNOWN, ' +
      'NOT_AWARDED, RECUSED, NOT_REQUESTED, SAME_PERSON, TEXT_LENGTH.',
  })
  @Allow(byCommand("The foundation's treasurer"))
  async declineDisbursement(
    @Arg('input', () => DeclineDisbursementInput) input: DeclineDisbursementInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      tranche: await declineDisbursement(work, input),
    }));
  }

  @Mutation(() => DisburseTranchePayload, {
    description:
      'Pays a tranche that somebody else asked for. Codes: ID_UNKNOWN, NOT_AWARDED, RECUSED, ' +
      'GRANT_ENDED, ALREADY_PAID, NOT_REQUESTED, SAME_PERSON, MILESTONE_OPEN, BANK_SHORT, ' +
      'KEY_UNUSABLE, KEY_REUSED, OCCURRED_IN_FUTURE, OCCURRED_TOO_EARLY.',
  })
  @Allow(byCommand("The foundation's treasurer, who did not ask for it"))
  async disburseTranche(
    @Arg('input', () => DisburseTrancheInput) input: DisburseTrancheInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      tranche: await disburseTranche(work, input),
    }));
  }

  @Mutation(() => AcceptMilestonePayload, {
    description:
      'Accepts what a paid tranche brought; the last one completes the grant. Codes: ID_UNKNOWN, ' +
      'NOT_AWARDED, RECUSED, GRANT_ENDED, ALREADY_ACCEPTED, TRANCHE_UNPAID, TEXT_LENGTH, ' +
      'FILES_COUNT, OTHER_COMMUNITY, ATTACHMENT_TAKEN.',
  })
  @Allow(byCommand("The foundation's board and secretary, without the grantee's own people"))
  async acceptMilestone(
    @Arg('input', () => AcceptMilestoneInput) input: AcceptMilestoneInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      tranche: await acceptMilestone(work, input),
    }));
  }
}
