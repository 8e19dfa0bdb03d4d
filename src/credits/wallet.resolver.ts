import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { Allow } from '../api/policy';
import { ruleSays } from '../bookkeeping/rules/chapters';
import type { ResidentRow } from '../society/resident.entity';
import { Resident } from '../society/resident.graphql';
import { servesResident } from '../society/resident.policy';
import { CreditScheme } from './credit-scheme.graphql';
import { expiringSoon } from './expiring-credits.reader';
import { loadKeyset } from '../api/keyset-list';
import { noticesOfResident, type ExpiryNotice as Notice } from './expiry-notice.reader';
import {
  ExpiringCredits,
  ExpiryNotice,
  ExpiryNoticeConnection,
  Wallet,
  WalletLine,
  WalletLineConnection,
} from './wallet.graphql';
import {
  balanceOf,
  linesOfWallet,
  walletOf,
  type Wallet as Held,
  type WalletLine as Line,
} from './wallet.reader';

@Resolver(() => Resident)
export class ResidentWalletResolver {
  @FieldResolver(() => Wallet, {
    nullable: true,
    description: 'The welfare credits; null where no credit scheme holds.',
  })
  @Allow(servesResident)
  async wallet(@Root() resident: ResidentRow, @Ctx() context: Context) {
    return await walletOf(context, resident);
  }
}

@Resolver(() => Wallet)
export class WalletResolver {
  @FieldResolver(() => Int)
  async balance(@Root() wallet: Held, @Ctx() context: Context) {
    return Number(await balanceOf(context, wallet));
  }

  @FieldResolver(() => CreditScheme, { description: 'The scheme whose credits they are.' })
  scheme(@Root() { scheme }: Held) {
    return scheme;
  }

  @FieldResolver(() => ExpiringCredits, { nullable: true })
  async expiringSoon(@Root() wallet: Held, @Ctx() context: Context) {
    return await expiringSoon(context, wallet);
  }

  @FieldResolver(() => WalletLineConnection, { description: 'What came and went, newest first.' })
  async statement(
    @Root() { communityId, accountId: ownerId }: Held,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, linesOfWallet, { communityId, ownerId }, page);
  }

  @FieldResolver(() => ExpiryNoticeConnection, {
    description: 'What was told, thirty days before, of credits that end; the latest first.',
  })
  async notices(
    @Root() { communityId, residentId: ownerId, scheme: { id: about } }: Held,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, noticesOfResident, { communityId, ownerId, about }, page);
  }
}

@Resolver(() => ExpiryNotice)
export class ExpiryNoticeResolver {
  @FieldResolver(() => Int)
  credits(@Root() { credits }: Notice) {
    return Number(credits);
  }
}

@Resolver(() => WalletLine)
export class WalletLineResolver {
  @FieldResolver(() => String)
  says(@Root() { rule }: Line) {
    return ruleSays(rule);
  }

  @FieldResolver(() => Int)
  credits(@Root() { amount }: Line) {
    return -Number(amount);
  }

  @FieldResolver(() => Int)
  balance(@Root() { debits, credits }: Line) {
    return Number(BigInt(credits) - BigInt(debits));
  }
}
