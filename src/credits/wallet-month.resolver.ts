import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { say } from '../api/say';
import { Wallet, WalletLine, WalletLineConnection } from './wallet.graphql';
import { WalletMonth, WalletMoved, WalletMoveEnum } from './wallet-month.graphql';
import { linesOfMonth, walletMonth, type WalletMonth as Month } from './wallet-month.reader';
import { moveOf, MOVE_WORDS, WALLET_MOVES } from './wallet-move';
import type { Wallet as Held, WalletLine as Line } from './wallet.reader';

@Resolver(() => Wallet)
export class MonthOfWalletResolver {
  @FieldResolver(() => WalletMonth, {
    description:
      'What it held when a month began and ended, and what moved it. Codes: MONTH_UNREADABLE.',
  })
  async month(
    @Root() wallet: Held,
    @Arg('month', () => String, { description: 'The month: `2026-11`.' }) month: string,
    @Ctx() context: Context,
  ) {
    return await walletMonth(context, wallet, month);
  }
}

@Resolver(() => WalletMonth)
export class WalletMonthResolver {
  @FieldResolver(() => Int)
  opening(@Root() { opening }: Month) {
    return Number(opening);
  }

  @FieldResolver(() => Int)
  closing(@Root() { closing }: Month) {
    return Number(closing);
  }

  @FieldResolver(() => [WalletMoved], { description: 'What moved it, each thing once.' })
  moved(@Root() { moved }: Month, @Ctx() { language }: Context) {
    return WALLET_MOVES.flatMap((by) => {
      const credits = moved.get(by);
      if (credits === undefined) return [];
      return [{ by, label: say(language, MOVE_WORDS[by]), credits: Number(credits) }];
    });
  }

  @FieldResolver(() => WalletLineConnection, { description: 'Its lines, the oldest first.' })
  async lines(
    @Root() { wallet: { communityId, accountId: ownerId }, from, until }: Month,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const about = `${from.toISOString()} ${until.toISOString()}`;
    return await loadKeyset(context, linesOfMonth, { communityId, ownerId, about }, page);
  }
}

@Resolver(() => WalletLine)
export class WalletLineMoveResolver {
  @FieldResolver(() => WalletMoveEnum, { description: 'What it was.' })
  by(@Root() { rule, amount }: Line) {
    return moveOf(rule, -BigInt(amount));
  }

  @FieldResolver(() => String, {
    description: 'What it was, in the language that was asked for.',
  })
  label(@Root() { rule, amount }: Line, @Ctx() { language }: Context) {
    return say(language, MOVE_WORDS[moveOf(rule, -BigInt(amount))]);
  }
}
