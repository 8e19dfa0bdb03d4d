import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Ballot } from '../ballots/ballot.graphql';
import { ballotById } from '../ballots/ballot.reader';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Application } from '../grants/application.graphql';
import { applicationById } from '../grants/application.reader';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Motion } from '../motions/motion.graphql';
import { motionById } from '../motions/motion.reader';
import { FundProcedure } from './fund-procedure.graphql';
import { fundProcedureById } from './fund-procedure.reader';
import type { FundProjectRow } from './fund-project.entity';
import { FundProject, FundScore, FundStep, FundStepEventConnection } from './fund-project.graphql';
import { eventsOfProject, fundProjectById, stepsOfProject } from './fund-project.reader';
import { FundDocumentConnection, FundVisitConnection } from './fund-record.graphql';
import {
  archiveOf,
  documentsOfProject,
  fundDocumentById,
  fundVisitById,
  scoresOf,
  visitsOfProject,
} from './fund-record.reader';
import { PublicFund } from './public-fund.graphql';
import { publicFundById } from './public-fund.reader';

tenantNode('FundProject', (context, ref) => context.load(fundProjectById, ref.communityId, ref.id));
tenantNode('FundDocument', (context, ref) =>
  context.load(fundDocumentById, ref.communityId, ref.id),
);
tenantNode('FundVisit', (context, ref) => context.load(fundVisitById, ref.communityId, ref.id));

const yuan = (minor: string | bigint): Money => toMoney(amount(currency('CNY'), BigInt(minor)));

@Resolver(() => FundProject)
export class FundProjectResolver {
  @FieldResolver(() => Money, { description: 'What it costs altogether.' })
  cost(@Root() { costMinor }: FundProjectRow) {
    return yuan(costMinor);
  }

  @FieldResolver(() => Money, { description: 'What residents raise themselves of it.' })
  selfRaised(@Root() { selfRaisedMinor }: FundProjectRow) {
    return yuan(selfRaisedMinor);
  }

  @FieldResolver(() => PublicFund, { nullable: true, description: 'The fund that it asks.' })
  async fund(@Root() { communityId, fundId }: FundProjectRow, @Ctx() context: Context) {
    return await context.load(publicFundById, communityId, fundId);
  }

  @FieldResolver(() => FundProcedure, {
    nullable: true,
    description: 'The version of the procedure that it began by, and goes on by.',
  })
  async procedure(@Root() { procedureId }: FundProjectRow, @Ctx() context: Context) {
    return await context.load(fundProcedureById, CITY, procedureId);
  }

  @FieldResolver(() => [FundStep], { description: 'Its steps in order, 20 at most.' })
  async steps(@Root() { communityId, id }: FundProjectRow, @Ctx() context: Context) {
    return await context.loadMany(stepsOfProject, communityId, id);
  }

  @FieldResolver(() => FundStep, {
    nullable: true,
    description: 'The step that it stands at; null: it was archived or dropped.',
  })
  async standsAt(@Root() project: FundProjectRow, @Ctx() context: Context) {
    const { communityId, id, state, step } = project;
    if (state !== 'running') return null;
    const steps = await context.loadMany(stepsOfProject, communityId, id);
    return steps.find(({ n }) => n === step) ?? null;
  }

  @FieldResolver(() => Ballot, {
    nullable: true,
    description: 'The ballot in which households are asked; null: they are not yet.',
  })
  async opinions(@Root() { communityId, ballotId }: FundProjectRow, @Ctx() context: Context) {
    return ballotId === null ? null : await context.load(ballotById, communityId, ballotId);
  }

  @FieldResolver(() => Motion, {
    nullable: true,
    description: 'The motion by which a council decides it; null: it is not tabled.',
  })
  async motion(@Root() { communityId, motionId }: FundProjectRow, @Ctx() context: Context) {
    return motionId === null ? null : await context.load(motionById, communityId, motionId);
  }

  @FieldResolver(() => Application, {
    nullable: true,
    description: 'What it asks the fund for, and the grant that comes of it.',
  })
  async application(
    @Root() { communityId, applicationId }: FundProjectRow,
    @Ctx() context: Context,
  ) {
    if (applicationId === null) return null;
    return await context.load(applicationById, communityId, applicationId);
  }

  @FieldResolver(() => FundDocumentConnection, {
    description: 'What was written for it, from the beginning on.',
  })
  async documents(
    @Root() { communityId, id: ownerId }: FundProjectRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, documentsOfProject, { communityId, ownerId }, page);
  }

  @FieldResolver(() => FundVisitConnection, {
    description: 'What supervisors found, from the first visit on.',
  })
  async visits(
    @Root() { communityId, id: ownerId }: FundProjectRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, visitsOfProject, { communityId, ownerId }, page);
  }

  @FieldResolver(() => FundStepEventConnection, {
    description: 'Which steps it passed and from which it was sent back, from the beginning on.',
  })
  async events(
    @Root() { communityId, id: ownerId }: FundProjectRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, eventsOfProject, { communityId, ownerId }, page);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The SHA-256 of its one file, `/archives/<id>.json`, in hexadecimal; null: not archived.',
  })
  async archiveSha256(@Root() { communityId, id }: FundProjectRow, @Ctx() context: Context) {
    return (await context.load(archiveOf, communityId, id))?.sha256 ?? null;
  }

  @FieldResolver(() => [FundScore], {
    description: 'How people scored it, by dimension and by as what they did; 24 at most.',
  })
  async scores(@Root() project: FundProjectRow, @Ctx() context: Context) {
    const { communityId, id, procedureId } = project;
    const procedure = await context.load(fundProcedureById, CITY, procedureId);
    const scored = await context.loadMany(scoresOf, communityId, id);
    return scored.map(({ evaluator, n, people, sum }) => ({
      ...{ evaluator, people, mean: (sum / people).toFixed(2) },
      dimension: procedure?.spec.dimensions[n - 1]?.code ?? '',
    }));
  }
}
