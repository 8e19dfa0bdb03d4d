import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { Money } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow } from '../api/policy';
import { PoolDecider } from '../foundations/pool-decider.graphql';
import { loadDecider } from '../foundations/pool-decider.reader';
import type { PoolRow } from '../foundations/pool.entity';
import { Pool } from '../foundations/pool.graphql';
import { poolById } from '../foundations/pool.reader';
import type { OrganisationRow } from '../society/organisation.entity';
import { Organisation } from '../society/organisation.graphql';
import { organisationById } from '../society/organisation.reader';
import { loadPage } from '../api/paged';
import type { ApplicationRow } from './application.entity';
import { Application, ApplicationConnection, BudgetLine } from './application.graphql';
import {
  applicationById,
  applicationsOfOrganisation,
  applicationsOfPool,
  budgetOf,
} from './application.reader';
import { Grant } from './grant.graphql';
import { insideApplication } from './grant.policy';
import { grantById } from './grant.reader';
import { moneyIn } from './money';
import { Review } from './review.graphql';
import { showReview } from './show-review';
import { Tranche } from './tranche.graphql';
import { tranchesOf } from './tranche.reader';

tenantNode('Application', (context, { communityId, id }) =>
  context.load(applicationById, communityId, id),
);

@Resolver(() => Application)
export class ApplicationResolver {
  @FieldResolver(() => Money, { description: 'How much it asks for.' })
  requested(@Root() { currency, requestedMinor }: ApplicationRow): Money {
    return moneyIn(currency, requestedMinor);
  }

  @FieldResolver(() => Organisation, { description: 'Who applies.' })
  async applicant(@Root() { applicantId }: ApplicationRow, @Ctx() context: Context) {
    return await context.load(organisationById, CITY, applicantId);
  }

  @FieldResolver(() => Pool, { description: 'The pool that is asked.' })
  async pool(@Root() { communityId, poolId }: ApplicationRow, @Ctx() context: Context) {
    return await context.load(poolById, communityId, poolId);
  }

  @FieldResolver(() => [BudgetLine], { description: 'On what it is spent, at most 50 lines.' })
  @Allow(insideApplication)
  async budget(@Root() { communityId, id, currency }: ApplicationRow, @Ctx() context: Context) {
    const lines = await context.loadMany(budgetOf, communityId, id);
    return lines.map(({ n: number, label, minor }) => ({
      number,
      label,
      amount: moneyIn(currency, minor),
    }));
  }

  @FieldResolver(() => [Tranche], { description: 'Its parts in order, at most 12.' })
  async tranches(@Root() { communityId, id }: ApplicationRow, @Ctx() context: Context) {
    return await context.loadMany(tranchesOf, communityId, id);
  }

  @FieldResolver(() => Grant, { nullable: true, description: 'The grant that came of it, if any.' })
  async grant(@Root() { communityId, id, state }: ApplicationRow, @Ctx() context: Context) {
    return state === 'awarded' ? await context.load(grantById, communityId, id) : null;
  }

  @FieldResolver(() => PoolDecider, {
    description: 'Who decides it: whoever did so for its pool when it was submitted.',
  })
  async decider(
    @Root() { communityId, poolId: id, submittedAt }: ApplicationRow,
    @Ctx() context: Context,
  ) {
    return await loadDecider(context, { communityId, id }, submittedAt);
  }

  @FieldResolver(() => Review, { description: 'What its board says of it, where that decides.' })
  @Allow(insideApplication)
  async review(@Root() application: ApplicationRow, @Ctx() context: Context) {
    return await showReview(context, application);
  }
}

@Resolver(() => Pool)
export class PoolApplicationsResolver {
  @FieldResolver(() => ApplicationConnection, {
    description: 'What it was asked for, newest first.',
  })
  async applications(
    @Root() { communityId, id }: PoolRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadPage(context, applicationsOfPool, id, { communityId }, page);
  }
}

@Resolver(() => Organisation)
export class OrganisationApplicationsResolver {
  @FieldResolver(() => ApplicationConnection, {
    description: 'What it asked pools for, newest first.',
  })
  async applications(
    @Root() { id }: OrganisationRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadPage(context, applicationsOfOrganisation, id, EVERYWHERE, page);
  }
}

const EVERYWHERE = { communityId: null };
