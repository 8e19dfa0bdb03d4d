import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Batch, type Context } from '../api/context';
import { MomentScalar } from '../api/day.graphql';
import { loadKeyset } from '../api/keyset-list';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { toUserError, UserError } from '../api/user-error.graphql';
import { readGlobalId } from '../kernel/global-id';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { Resident } from '../society/resident.graphql';
import { residentById } from '../society/resident.reader';
import { Exchange } from './exchange.graphql';
import { Product } from './product.graphql';
import { productById } from './product.reader';
import type { ExchangeResult as Told } from './record-exchanges';
import { ExchangeResult } from './record-exchanges.graphql';
import { resolveTillTask } from './resolve-till-task';
import type { StoreRow } from './store.entity';
import { Store } from './store.graphql';
import { storeById } from './store.reader';
import { storeExchangesReader } from './supermarkets.policy';
import type { TillTaskRow } from './till-task.entity';
import {
  ResolveTillTaskInput,
  ResolveTillTaskPayload,
  TillTask,
  TillTaskConnection,
  TillTaskLine,
} from './till-task.graphql';
import { openTillTasks, refusalOfTask, tillTaskById } from './till-task.reader';

tenantNode('TillTask', (context, ref) => context.load(tillTaskById, ref.communityId, ref.id));

/** A till may have written any id: what is none of this community's is not shown. */
async function asked<V>(context: Context, batch: Batch<V>, communityId: string, globalId: string) {
  const ref = readGlobalId(globalId);
  if (ref?.communityId !== communityId) return null;
  return await context.load(batch, communityId, ref.id);
}

interface AskedLine {
  readonly communityId: string;
  readonly productId: string;
  readonly quantity: number;
}

@Resolver(() => TillTask)
export class TillTaskResolver {
  @FieldResolver(() => Store, { description: 'The store.' })
  store(@Root() { communityId, storeId }: TillTaskRow, @Ctx() context: Context) {
    return context.lookUp(storeById, communityId, storeId);
  }

  @FieldResolver(() => UserError, { description: 'Why it could not be recorded.' })
  refusal(@Root() task: TillTaskRow, @Ctx() context: Context) {
    return toUserError(refusalOfTask(task), context.language);
  }

  @FieldResolver(() => Resident, {
    nullable: true,
    description: 'Who took the goods; null if nobody here is known by the id that was sent.',
  })
  async resident(@Root() { communityId, asked: sent }: TillTaskRow, @Ctx() context: Context) {
    return await asked(context, residentById, communityId, sent.residentId);
  }

  @FieldResolver(() => MomentScalar, { description: "When, by the till's clock." })
  occurredAt(@Root() { asked: sent }: TillTaskRow) {
    return new Date(sent.occurredAt);
  }

  @FieldResolver(() => [TillTaskLine], { description: 'What was handed out.' })
  lines(@Root() { communityId, asked: sent }: TillTaskRow): AskedLine[] {
    return sent.lines.map((line) => ({ ...line, communityId }));
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who reported it.' })
  async reportedBy(@Root() { reportedBy }: TillTaskRow, @Ctx() context: Context) {
    return reportedBy ? await context.load(personById, CITY, reportedBy) : null;
  }

  @Mutation(() => ResolveTillTaskPayload, {
    description:
      'Says what became of an exchange that could not be recorded, once. Codes: ID_UNKNOWN, ' +
      'TEXT_LENGTH, TASK_RESOLVED.',
  })
  @Allow(byCommand("Storekeepers of the store's operator"))
  async resolveTillTask(
    @Arg('input', () => ResolveTillTaskInput) input: ResolveTillTaskInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ task: await resolveTillTask(work, input) }));
  }
}

@Resolver(() => TillTaskLine)
export class TillTaskLineResolver {
  @FieldResolver(() => Product, {
    nullable: true,
    description: 'The product; null if none here is known by the id that was sent.',
  })
  async product(@Root() { communityId, productId }: AskedLine, @Ctx() context: Context) {
    return await asked(context, productById, communityId, productId);
  }
}

@Resolver(() => ExchangeResult)
export class ExchangeResultResolver {
  @FieldResolver(() => Exchange, { nullable: true, description: 'The exchange; null if refused.' })
  exchange(@Root() { exchange }: Told) {
    return exchange;
  }

  @FieldResolver(() => UserError, { nullable: true, description: 'Why it was refused.' })
  refusal(@Root() { refusal }: Told, @Ctx() context: Context) {
    return refusal ? toUserError(refusal, context.language) : null;
  }

  @FieldResolver(() => TillTask, {
    nullable: true,
    description: 'Where it was refused for good: what waits for the storekeeper.',
  })
  task(@Root() { task }: Told) {
    return task;
  }
}

@Resolver(() => Store)
export class StoreTillTasksResolver {
  @FieldResolver(() => TillTaskConnection, {
    nullable: true,
    description: 'What tills made offline and could not record any more, still open, oldest first.',
  })
  @Allow(storeExchangesReader)
  async tillTasks(
    @Root() { communityId, id }: StoreRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, openTillTasks, { communityId, ownerId: id }, page);
  }
}
