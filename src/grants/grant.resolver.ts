import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { Money } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { Entry } from '../books/entry.graphql';
import { entryById } from '../books/entry.reader';
import type { PoolRow } from '../foundations/pool.entity';
import { Pool } from '../foundations/pool.graphql';
import { poolById } from '../foundations/pool.reader';
import type { OrganisationRow } from '../society/organisation.entity';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { loadPage } from '../api/paged';
import { Application } from './application.graphql';
import { applicationById } from './application.reader';
import { cancelGrant } from './cancel-grant';
import { grantFigure } from './grant-figures';
import type { GrantRow } from './grant.entity';
import {
  CancelGrantInput,
  CancelGrantPayload,
  Grant,
  GrantConnection,
  ReturnUnspentInput,
  ReturnUnspentPayload,
} from './grant.graphql';
import { grantById, grantsOfOrganisation, grantsOfPool } from './grant.reader';
import { moneyIn } from './money';
import { returnUnspent } from './return-unspent';
import { Tranche } from './tranche.graphql';
import { tranchesOf } from './tranche.reader';

tenantNode('Grant', (context, { communityId, id }) => context.load(grantById, communityId, id));

@Resolver(() => Grant)
export class GrantResolver {
  @FieldResolver(() => Money, { description: 'How much was awarded.' })
  amount(@Root() { currency, amountMinor }: GrantRow): Money {
    return moneyIn(currency, amountMinor);
  }

  @FieldResolver(() => Money, { description: 'How much of it was paid.' })
  async paid(@Root() grant: GrantRow, @Ctx() context: Context) {
    return await grantFigure(context, grant, 'paid');
  }

  @FieldResolver(() => Money, { description: 'How much of what was paid came back unspent.' })
  async returned(@Root() grant: GrantRow, @Ctx() context: Context) {
    return await grantFigure(context, grant, 'returned');
  }

  @FieldResolver(() => Money, { description: 'How much is promised and not yet paid.' })
  async committed(@Root() grant: GrantRow, @Ctx() context: Context) {
    return await grantFigure(context, grant, 'committed');
  }

  @FieldResolver(() => Organisation, { description: 'To whom it was awarded.' })
  async grantee(@Root() { granteeId }: GrantRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, granteeId);
  }

  @FieldResolver(() => Pool, { description: 'The pool whose money it is.' })
  async pool(@Root() { communityId, poolId }: GrantRow, @Ctx() context: Context) {
    return await context.load(poolById, communityId, poolId);
  }

  @FieldResolver(() => Application, { description: 'The application that it came of.' })
  async application(@Root() { communityId, id }: GrantRow, @Ctx() context: Context) {
    return await context.load(applicationById, communityId, id);
  }

  @FieldResolver(() => [Tranche], { description: 'Its parts in order, at most 12.' })
  async tranches(@Root() { communityId, id }: GrantRow, @Ctx() context: Context) {
    return await context.loadMany(tranchesOf, communityId, id);
  }

  @FieldResolver(() => Entry, { description: 'The entry that promised the money.' })
  async entry(@Root() { communityId, entryId }: GrantRow, @Ctx() context: Context) {
    return await context.load(entryById, communityId, entryId);
  }

  @Mutation(() => ReturnUnspentPayload, {
    description:
      'A grantee gave back what it did not spend. Codes: ID_UNKNOWN, EXPENSE_SHORT, ' +
      'ACCOUNT_CLOSED, AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, ' +
      'AMOUNT_TOO_LARGE, WRONG_CURRENCY, BOOKS_BUSY, KEY_UNUSABLE, KEY_REUSED, ' +
      'OCCURRED_IN_FUTURE, OCCURRED_TOO_EARLY.',
  })
  @Allow(byCommand("The foundation's secretary or treasurer"))
  async returnUnspent(
    @Arg('input', () => ReturnUnspentInput) input: ReturnUnspentInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ grant: await returnUnspent(work, input) }));
  }

  @Mutation(() => CancelGrantPayload, {
    description:
      'Ends a grant before its time: what was not paid goes back to the pool. Codes: ID_UNKNOWN, ' +
      'GRANT_ENDED, TEXT_LENGTH.',
  })
  @Allow(byCommand("The foundation's chair"))
  async cancelGrant(
    @Arg('input', () => CancelGrantInput) input: CancelGrantInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ grant: await cancelGrant(work, input) }));
  }
}

@Resolver(() => Pool)
export class PoolGrantsResolver {
  @FieldResolver(() => GrantConnection, { description: 'What it was awarded for, newest first.' })
  async grants(
    @Root() { communityId, id }: PoolRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadPage(context, grantsOfPool, id, { communityId }, page);
  }
}

@Resolver(() => Organisation)
export class OrganisationGrantsResolver {
  @FieldResolver(() => GrantConnection, {
    description: 'What it was awarded, in every set of books, newest first.',
  })
  async grants(@Root() { id }: OrganisationRow, @Args() page: PageArgs, @Ctx() context: Context) {
    return await loadPage(context, grantsOfOrganisation, id, { communityId: null }, page);
  }
}
