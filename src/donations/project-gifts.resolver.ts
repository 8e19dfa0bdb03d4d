import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { Money, toMoney } from '../api/money.graphql';
import { accountById } from '../books/entry.reader';
import { projectGiftsId } from '../foundations/project-gifts';
import type { GrantRow } from '../grants/grant.entity';
import { Grant } from '../grants/grant.graphql';
import { amount } from '../kernel/amount';
import { currency } from '../kernel/currency';
import { takenBackOfGifts } from './gift-take-back.reader';

@Resolver(() => Grant)
export class GrantGiftsResolver {
  @FieldResolver(() => Money, {
    description:
      'All that was given on the web for its project, without what givers took back. It pays for ' +
      'the project before its pool does; what is left when the grant ends serves the pool.',
  })
  async givenForProject(@Root() grant: GrantRow, @Ctx() context: Context) {
    const { communityId, poolId, id: grantId, currency: code } = grant;
    const accountId = projectGiftsId({ communityId, poolId, grantId, currency: code });
    const [account, taken] = await Promise.all([
      context.load(accountById, communityId, accountId),
      context.load(takenBackOfGifts, communityId, accountId),
    ]);
    const minor = (account?.credits ?? 0n) - BigInt(taken?.minor ?? 0);
    return toMoney(amount(currency(code), minor));
  }
}
