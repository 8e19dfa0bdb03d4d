import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { answer } from '../api/answer';
import { PageArgs } from '../api/connection';
import { CITY, type Context } from '../api/context';
import { loadKeyset } from '../api/keyset-list';
import { Allow, byCommand } from '../api/policy';
import { Person } from '../society/person.graphql';
import { personById } from '../society/person.reader';
import type { ResidentRow } from '../society/resident.entity';
import { Resident } from '../society/resident.graphql';
import { keepsResident } from '../society/resident.policy';
import { freezeWallet } from './freeze-wallet';
import { unfreezeWallet } from './unfreeze-wallet';
import type { WalletFreezeRow } from './wallet-freeze.entity';
import {
  FreezeWalletInput,
  FreezeWalletPayload,
  UnfreezeWalletInput,
  UnfreezeWalletPayload,
  WalletFreeze,
  WalletFreezeConnection,
} from './wallet-freeze.graphql';
import { freezeInForce, freezesOfResident } from './wallet-freeze.reader';
import { Wallet } from './wallet.graphql';
import type { Wallet as Held } from './wallet.reader';

@Resolver(() => WalletFreeze)
export class WalletFreezeResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'Who froze it.' })
  async frozenBy(@Root() { frozenBy }: WalletFreezeRow, @Ctx() context: Context) {
    return await context.load(personById, CITY, frozenBy);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who ended it.' })
  async unfrozenBy(@Root() { unfrozenBy }: WalletFreezeRow, @Ctx() context: Context) {
    return unfrozenBy && (await context.load(personById, CITY, unfrozenBy));
  }

  @Mutation(() => FreezeWalletPayload, {
    description:
      'Freezes a wallet: it goes on earning, and the till takes nothing from it; never one’s own. ' +
      'Codes: ID_UNKNOWN, OWN_WALLET, TEXT_LENGTH, WALLET_FROZEN.',
  })
  @Allow(byCommand('Cadres and officers of the community'))
  async freezeWallet(
    @Arg('input', () => FreezeWalletInput) input: FreezeWalletInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ resident: await freezeWallet(work, input) }));
  }

  @Mutation(() => UnfreezeWalletPayload, {
    description:
      'Says that a frozen wallet may be used again; never one’s own. ' +
      'Codes: ID_UNKNOWN, OWN_WALLET, TEXT_LENGTH, WALLET_NOT_FROZEN.',
  })
  @Allow(byCommand('Cadres and officers of the community'))
  async unfreezeWallet(
    @Arg('input', () => UnfreezeWalletInput) input: UnfreezeWalletInput,
    @Ctx() context: Context,
  ) {
    return await answer(context, async (work) => ({ resident: await unfreezeWallet(work, input) }));
  }
}

@Resolver(() => Wallet)
export class FrozenWalletResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the till takes nothing from it now.' })
  async frozen(@Root() { communityId, residentId }: Held, @Ctx() context: Context) {
    return (await context.load(freezeInForce, communityId, residentId)) !== null;
  }
}

@Resolver(() => Resident)
export class ResidentFreezesResolver {
  @FieldResolver(() => WalletFreezeConnection, {
    nullable: true,
    description: 'When and why the wallet was frozen, the latest first.',
  })
  @Allow(keepsResident)
  async walletFreezes(
    @Root() { communityId, id: ownerId }: ResidentRow,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    return await loadKeyset(context, freezesOfResident, { communityId, ownerId }, page);
  }
}
