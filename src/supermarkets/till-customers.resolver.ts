import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { Allow, byCommand } from '../api/policy';
import { tenantRef } from '../kernel/global-id';
import type { ResidentRow } from '../society/resident.entity';
import { Resident, ResidentConnection } from '../society/resident.graphql';
import { servesResident } from '../society/resident.policy';
import { AllowanceClass } from './allowance.graphql';
import { allowanceClassById } from './allowance.reader';
import { findCustomers } from './find-customers';
import { mayTake, type MayTake as Takeable } from './may-take.reader';
import { MayTake, TillCustomerBy } from './till-customers.graphql';
import { TillRule } from './till-rule.graphql';

@Resolver()
export class TillCustomersResolver {
  @Query(() => ResidentConnection, {
    description:
      'Who stands at a till: residents of the store’s community by their card, the end of the ' +
      'telephone number, or the beginning of the name or the address. Codes: ID_UNKNOWN, ' +
      'SEARCH_ONE_WAY, CODE_UNREADABLE (a slip), CARD_UNKNOWN, CARD_ENDED, RESIDENT_GONE, ' +
      'SEARCH_SHORT, TEXT_LENGTH.',
  })
  @Allow(byCommand("The storekeepers and clerks of the store's operator"))
  async tillCustomers(
    @Arg('storeId', () => ID, { description: 'The store.' }) storeId: string,
    @Arg('by', () => TillCustomerBy, { description: 'What is known of them.' }) by: TillCustomerBy,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await findCustomers(context, storeId, by, page);
  }
}

@Resolver(() => Resident)
export class ResidentMayTakeResolver {
  @FieldResolver(() => [MayTake], {
    nullable: true,
    description:
      'What the resident may still take at a store of the community this month, class by class ' +
      '(50 at most), and what stands against it.',
  })
  @Allow(servesResident)
  async mayTake(
    @Root() resident: ResidentRow,
    @Arg('storeId', () => ID, { description: 'The store.' }) storeId: string,
    @Ctx() context: Context,
  ) {
    return await mayTake(context, resident, tenantRef('Store', storeId, ['storeId']));
  }
}

@Resolver(() => MayTake)
export class MayTakeResolver {
  @FieldResolver(() => AllowanceClass, { description: 'The class of goods.' })
  productClass(@Root() { communityId, classId }: Takeable, @Ctx() context: Context) {
    return context.lookUp(allowanceClassById, communityId, classId);
  }

  @FieldResolver(() => TillRule, {
    nullable: true,
    description:
      'The rule by which nothing of it is given to this resident now: a blackout, or an age that ' +
      'is not reached or not known; null: there is none.',
  })
  refusedBy(@Root() { refusedBy }: Takeable) {
    return refusedBy;
  }
}
