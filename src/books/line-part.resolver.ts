import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { Allow, withParent, type Policy } from '../api/policy';
import type { Part } from '../ledger/follow.reader';
import type { PostedLeg } from '../ledger/leg.reader';
import { booksReader } from '../society/society.policy';
import { Entry, Leg, StatementLine } from './entry.graphql';
import { decimal, entryById } from './entry.reader';
import { LinePart, LinePartConnection } from './line-part.graphql';
import { partsOfLine, remainingOf } from './line-part.reader';

/** Lets a line be followed to where its money, credits or goods went, and back to where from. */
function followed(line: ClassType, readers: Policy) {
  @Resolver(() => line)
  class FollowedResolver {
    @FieldResolver(() => LinePartConnection, {
      nullable: true,
      description:
        'Which lines of the account took what this one brought, and how much each: first in, ' +
        'first out, so what came first is taken first. What takes the line back by a reversal ' +
        'takes what came first like any other; what gives back a use counts as come in anew. ' +
        'Null on a line that took away, and on an account without a limit.',
    })
    @Allow(readers)
    async usedBy(@Root() leg: PostedLeg, @Args() page: PageArgs, @Ctx() context: Context) {
      return await partsOfLine(context, leg, 'brought', page);
    }

    @FieldResolver(() => LinePartConnection, {
      nullable: true,
      description:
        'Which lines of the account had brought what this one took, and how much each: the ' +
        'other end of `usedBy`. Null on a line that brought, and on an account without a limit.',
    })
    @Allow(readers)
    async cameFrom(@Root() leg: PostedLeg, @Args() page: PageArgs, @Ctx() context: Context) {
      return await partsOfLine(context, leg, 'took', page);
    }

    @FieldResolver(() => String, {
      nullable: true,
      description:
        'What of the change nothing has taken yet, in its asset, as a decimal: with all parts of ' +
        '`usedBy` it adds up to the change. Null where `usedBy` is.',
    })
    @Allow(readers)
    async remaining(@Root() leg: PostedLeg, @Ctx() context: Context) {
      const minor = await remainingOf(context, leg);
      return minor === null ? null : await decimal(context, leg.assetId, minor);
    }
  }
  return FollowedResolver;
}

export const FollowedLegResolver = followed(Leg, booksReader);

/** A statement is only handed to whoever may read it. */
export const FollowedStatementLineResolver = followed(StatementLine, withParent);

@Resolver(() => LinePart)
export class LinePartResolver {
  @FieldResolver(() => String)
  async amount(@Root() { assetId, start, end }: Part, @Ctx() context: Context) {
    return await decimal(context, assetId, end - start);
  }

  @FieldResolver(() => Entry)
  async entry(@Root() { communityId, entryId }: Part, @Ctx() context: Context) {
    return await context.load(entryById, communityId, entryId);
  }
}
