import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { Money, toMoney } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { loadPage } from '../api/paged';
import { Allow } from '../api/policy';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { Place } from '../society/place.graphql';
import type { PlaceRow } from '../society/place.entity';
import { placeBooksReader } from './payments.policy';
import type { PaymentTaskRow } from './payment-task.entity';
import { PaymentTask, PaymentTaskConnection } from './payment-task.graphql';
import { openTasksOfPlace, taskById } from './payment-task.reader';

tenantNode('PaymentTask', (context, ref) => context.load(taskById, ref.communityId, ref.id));

@Resolver(() => PaymentTask)
export class PaymentTaskResolver {
  @FieldResolver(() => Money, { nullable: true, description: 'What is held for it; null: none.' })
  held(@Root() { currency: code, minor }: PaymentTaskRow) {
    return code && minor !== null ? toMoney(amount(currency(code), BigInt(minor))) : null;
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'The foundation that has to look; null: an officer of the city.',
  })
  async foundation(@Root() { foundationId }: PaymentTaskRow, @Ctx() context: Context) {
    return foundationId ? await context.load(organisationById, CITY, foundationId) : null;
  }
}

@Resolver(() => Place)
export class PlacePaymentTasksResolver {
  @FieldResolver(() => PaymentTaskConnection, {
    description: 'What about payments in its books waits for a person, the oldest first.',
  })
  @Allow(placeBooksReader)
  async paymentTasks(@Root() { id }: PlaceRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadPage(context, openTasksOfPlace, id, null, page);
  }
}
