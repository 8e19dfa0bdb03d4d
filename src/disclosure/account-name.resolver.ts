import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../api/context';
import { kindInWords } from '../bookkeeping/in-words';
import { Account, Leg } from '../books/entry.graphql';
import { assetOf } from '../books/entry.reader';
import { isUuid } from '../kernel/id';
import type { Account as AccountState } from '../ledger/account.reader';
import type { PostedLeg } from '../ledger/leg.reader';
import { openName } from './open-names.reader';

@Resolver(() => Account)
export class AccountNameResolver {
  @FieldResolver(() => String, {
    description:
      'Its name as a textbook prints it, in the language asked: `Owed to operator · welfare pool · ' +
      'Store One · 2026-03`. Residents, households and givers stand under the end of their id.',
  })
  async name(@Root() { communityId, kind, holderId, about }: AccountState, @Ctx() ask: Context) {
    const parts = [holderId, ...about.split('/')].filter((part) => part !== '');
    const named = parts.map(async (part) => {
      if (!isUuid(part)) return part;
      return (await ask.load(openName, communityId, part))?.name ?? `…${part.slice(-6)}`;
    });
    return [kindInWords(kind, ask.language), ...(await Promise.all(named))].join(' · ');
  }
}

@Resolver(() => Leg)
export class LegAssetNameResolver {
  @FieldResolver(() => String, {
    description:
      'What the amount is of, as a textbook prints it: `CNY`, `Rice 5 kg`, a scheme of credits, a ' +
      'class of goods.',
  })
  async assetName(@Root() { communityId, assetId }: PostedLeg, @Ctx() context: Context) {
    const { kind, code } = await assetOf(context, assetId);
    if (kind === 'currency') return code;
    return (await context.load(openName, communityId, assetId))?.name ?? code;
  }
}
