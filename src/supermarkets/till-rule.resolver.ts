import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import type { Context } from '../api/context';
import { MomentScalar } from '../api/day.graphql';
import { Allow, byCommand } from '../api/policy';
import { AllowanceClass } from './allowance.graphql';
import { allowanceClassById } from './allowance.reader';
import { setTillRule } from './set-till-rule';
import type { StoreRow } from './store.entity';
import { Store } from './store.graphql';
import { storeById } from './store.reader';
import type { TillRuleRow } from './till-rule.entity';
import { SetTillRuleInput, SetTillRulePayload, TillRule } from './till-rule.graphql';
import { rulesOfStore, storeAt } from './till-rule.reader';
import { inForce } from './rules-in-force';

@Resolver(() => TillRule)
export class TillRuleResolver {
  @FieldResolver(() => Store, { nullable: true, description: 'The store; null: every store.' })
  async store(@Root() { communityId, storeId }: TillRuleRow, @Ctx() context: Context) {
    return storeId ? await context.load(storeById, communityId, storeId) : null;
  }

  @FieldResolver(() => AllowanceClass, {
    nullable: true,
    description: 'The class of goods; null: all goods.',
  })
  async productClass(@Root() { communityId, classId }: TillRuleRow, @Ctx() context: Context) {
    return classId ? await context.load(allowanceClassById, communityId, classId) : null;
  }

  @Mutation(() => SetTillRulePayload, {
    description:
      'Sets what tills follow from a moment on; what happened before is judged by what held then. ' +
      'Codes: ID_UNKNOWN, KEEPS_NO_BOOKS, OTHER_COMMUNITY, ALLOWANCE_UNKNOWN, RULE_RANGE, ' +
      'RULE_GROUP, RULE_IN_PAST, RULE_ENDS_EARLY, TILL_RULES_FULL.',
  })
  @Allow(
    byCommand("Cadres and officers of the place; for a store also its operator's storekeepers"),
  )
  async setTillRule(
    @Arg('input', () => SetTillRuleInput) input: SetTillRuleInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ rule: await setTillRule(work, input) }));
  }
}

@Resolver(() => Store)
export class StoreTillRulesResolver {
  @FieldResolver(() => [TillRule], {
    description: "What its till follows: its own rules, and the community's.",
  })
  async tillRules(
    @Root() { communityId, id }: StoreRow,
    @Arg('at', () => MomentScalar, { nullable: true, description: 'When; now if left out.' })
    at: Date | null,
    @Ctx() context: Context,
  ) {
    const key = storeAt(id, at ?? context.now);
    return inForce(await context.loadMany(rulesOfStore, communityId, key));
  }
}
