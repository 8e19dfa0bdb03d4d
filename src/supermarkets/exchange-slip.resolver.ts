import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { Allow } from '../api/policy';
import { toGlobalId } from '../kernel/global-id';
import { allowancesAfter, walletAfter } from './after-exchange.reader';
import { AllowanceAfter, Exchange } from './exchange.graphql';
import type { Exchange as Exchanged } from './exchange.reader';
import { walletReader } from './supermarkets.policy';

@Resolver(() => Exchange)
export class ExchangeSlipResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Whole credits that were in the wallet right after it.',
  })
  @Allow(walletReader)
  async walletAfter(@Root() exchange: Exchanged, @Ctx() context: Context) {
    return await walletAfter(context, exchange);
  }

  @FieldResolver(() => [AllowanceAfter], {
    nullable: true,
    description: 'What was left right after it of the classes of goods that were touched.',
  })
  @Allow(walletReader)
  async allowanceAfter(@Root() exchange: Exchanged, @Ctx() context: Context) {
    return await allowancesAfter(context, exchange);
  }

  @FieldResolver(() => String, {
    description:
      'Where to print its slip from, under the server’s address, signed in, for paper of 80 mm; ' +
      'ending in `.pdf` instead of `.html`, as a PDF.',
  })
  slip(@Root() { communityId, id }: Exchanged): string {
    return `/slips/${toGlobalId('Exchange', communityId, id)}.html`;
  }
}
