import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { then } from '../api/at-once';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Money } from '../api/money.graphql';
import { tenantNode } from '../api/node.graphql';
import { Allow, byCommand } from '../api/policy';
import { Attachment } from '../attachments/attachment.graphql';
import { attachmentsAreReadBy } from '../attachments/attachment.policy';
import { attachedTo } from '../attachments/attachment.reader';
import { Entry } from '../books/entry.graphql';
import { entryById } from '../books/entry.reader';
import { grantFigure } from '../grants/grant-figures';
import type { GrantRow } from '../grants/grant.entity';
import { Grant } from '../grants/grant.graphql';
import { insideGrant } from '../grants/grant.policy';
import { grantById } from '../grants/grant.reader';
import { moneyIn } from '../grants/money';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import { confirmSpending } from './confirm-spending';
import { declineSpending } from './decline-spending';
import type { GrantSpendingRow } from './grant-spending.entity';
import {
  ConfirmSpendingInput,
  ConfirmSpendingPayload,
  DeclineSpendingInput,
  DeclineSpendingPayload,
  GrantSpending,
  GrantSpendingConnection,
  RecordSpendingInput,
  RecordSpendingPayload,
  ReverseSpendingInput,
  ReverseSpendingPayload,
} from './grant-spending.graphql';
import { insideSpending, looksInside } from './grant-spending.policy';
import { spendingById, spendingsOfGrant } from './grant-spending.reader';
import { recordSpending } from './record-spending';
import { reverseSpending } from './reverse-spending';

/** Receipts tell names and telephones: they are shown to whoever may look inside the grant. */
attachmentsAreReadBy('GrantSpending', (context, { communityId, id }) =>
  then(
    context.lookUp(spendingById, communityId, id),
    (row) => row !== null && looksInside(context, row),
  ),
);

tenantNode('GrantSpending', (context, ref) => context.load(spendingById, ref.communityId, ref.id));

@Resolver(() => GrantSpending)
export class GrantSpendingResolver {
  @FieldResolver(() => Money, { description: 'How much.' })
  async amount(@Root() { communityId, grantId, minor }: GrantSpendingRow, @Ctx() context: Context) {
    const grant = await context.load(grantById, communityId, grantId);
    if (!grant) throw new Error(`There is no grant ${grantId}`);
    return moneyIn(grant.currency, minor);
  }

  @FieldResolver(() => Grant, { description: 'The grant of which it was spent.' })
  async grant(@Root() { communityId, grantId }: GrantSpendingRow, @Ctx() context: Context) {
    return await context.load(grantById, communityId, grantId);
  }

  @FieldResolver(() => Entry, {
    nullable: true,
    description: 'The entry that accounts for it.',
  })
  async entry(@Root() { communityId, entryId }: GrantSpendingRow, @Ctx() context: Context) {
    return entryId === null ? null : await context.load(entryById, communityId, entryId);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who recorded it.' })
  @Allow(insideSpending)
  async recordedBy(@Root() { recordedBy }: GrantSpendingRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, recordedBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'The second person.' })
  @Allow(insideSpending)
  async decidedBy(@Root() { decidedBy }: GrantSpendingRow, @Ctx() context: Context) {
    return decidedBy === null ? null : await context.load(personById, CITY, decidedBy);
  }

  @FieldResolver(() => Attachment, { nullable: true, description: 'A picture of the receipt.' })
  @Allow(insideSpending)
  async receipt(@Root() { communityId, id }: GrantSpendingRow, @Ctx() context: Context) {
    const [receipt] = await context.loadMany(attachedTo('GrantSpending'), communityId, id);
    return receipt ?? null;
  }

  @Mutation(() => RecordSpendingPayload, {
    description:
      'A grantee tells what it spent of a grant; a second person of it has to confirm that. Codes: ' +
      'ID_UNKNOWN, AMOUNT_UNREADABLE, AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE, ' +
      'WRONG_CURRENCY, TEXT_LENGTH, DAY_FUTURE, EXPENSE_SHORT, OTHER_COMMUNITY, ' +
      'ATTACHMENT_TAKEN, KEY_REUSED, KEY_UNUSABLE.',
  })
  @Allow(byCommand('The leader, director or staff of the organisation that was given the grant'))
  async recordSpending(
    @Arg('input', () => RecordSpendingInput) input: RecordSpendingInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ spending: await recordSpending(work, input) }));
  }

  @Mutation(() => ConfirmSpendingPayload, {
    description:
      'A second person confirms what was spent: it is accounted for in the books. Codes: ' +
      'ID_UNKNOWN, SECOND_PERSON_NEEDED, SPENDING_DECIDED, EXPENSE_SHORT, KEY_REUSED, ' +
      'KEY_UNUSABLE.',
  })
  @Allow(byCommand('Anyone of that organisation but who recorded it'))
  async confirmSpending(
    @Arg('input', () => ConfirmSpendingInput) input: ConfirmSpendingInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      spending: await confirmSpending(work, input),
    }));
  }

  @Mutation(() => DeclineSpendingPayload, {
    description:
      'Lets a spending that waits come to nothing. Codes: ID_UNKNOWN, TEXT_LENGTH, ' +
      'SPENDING_DECIDED.',
  })
  @Allow(byCommand('Anyone of that organisation'))
  async declineSpending(
    @Arg('input', () => DeclineSpendingInput) input: DeclineSpendingInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      spending: await declineSpending(work, input),
    }));
  }

  @Mutation(() => ReverseSpendingPayload, {
    description:
      'Takes a wrong spending back: as much is to be accounted for again. Codes: ID_UNKNOWN, ' +
      'TEXT_LENGTH, SPENDING_NOT_CONFIRMED, KEY_REUSED, KEY_UNUSABLE.',
  })
  @Allow(byCommand('The leader or director of that organisation'))
  async reverseSpending(
    @Arg('input', () => ReverseSpendingInput) input: ReverseSpendingInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({
      spending: await reverseSpending(work, input),
    }));
  }
}

@Resolver(() => Grant)
export class GrantAccountedResolver {
  @FieldResolver(() => Money, { description: 'How much of what was paid is shown to be spent.' })
  async accountedFor(@Root() grant: GrantRow, @Ctx() context: Context) {
    return await grantFigure(context, grant, 'accountedFor');
  }

  @FieldResolver(() => Money, {
    description: 'How much of what was paid is neither given back nor shown to be spent.',
  })
  async unaccounted(@Root() grant: GrantRow, @Ctx() context: Context) {
    return await grantFigure(context, grant, 'unaccounted');
  }

  @FieldResolver(() => GrantSpendingConnection, {
    nullable: true,
    description: 'All that its grantee said to have spent, the latest first.',
  })
  @Allow(insideGrant)
  async spendings(
    @Root() { communityId, id }: GrantRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, spendingsOfGrant, { communityId, ownerId: id }, page);
  }
}
