import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CITY, type Context } from '../api/context';
import { Allow } from '../api/policy';
import { kindInWords, ruleInWords } from '../bookkeeping/in-words';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { journalReader } from './books.policy';
import { Asset } from './entry.graphql';
import { assetOf, decimal } from './entry.reader';
import { Turnover, TurnoverArgs, TurnoverLine } from './turnover.graphql';
import {
  readMonths,
  rolledUntil,
  turnoverLines,
  type Turnover as Asked,
  type TurnoverLine as Line,
} from './turnover.reader';

@Resolver(() => Place)
export class PlaceTurnoverResolver {
  @FieldResolver(() => Turnover, {
    description:
      'What was posted in the books that this place keeps, summed by month, posting rule, kind of ' +
      'account and asset. Codes: MONTH_UNREADABLE, PERIOD_EMPTY, MONTHS_TOO_MANY.',
  })
  @Allow(journalReader)
  turnover(@Root() { id }: PlaceRow, @Args() months: TurnoverArgs): Asked {
    return readMonths(id, months);
  }
}

@Resolver(() => Turnover)
export class TurnoverResolver {
  @FieldResolver()
  async sealedUntil(@Root() { booksId }: Asked, @Ctx() context: Context): Promise<Date | null> {
    return (await context.load(rolledUntil, CITY, booksId))?.untilAt ?? null;
  }

  @FieldResolver(() => [TurnoverLine])
  async lines(@Root() asked: Asked, @Ctx() context: Context) {
    return await turnoverLines(context, asked);
  }
}

@Resolver(() => TurnoverLine)
export class TurnoverLineResolver {
  @FieldResolver()
  says(@Root() { rule }: Line, @Ctx() { language }: Context): string {
    return ruleInWords(rule, language).says;
  }

  @FieldResolver()
  title(@Root() { kind }: Line, @Ctx() { language }: Context): string {
    return kindInWords(kind, language);
  }

  @FieldResolver(() => Asset)
  async asset(@Root() { assetId }: Line, @Ctx() context: Context) {
    return await assetOf(context, assetId);
  }

  @FieldResolver(() => String)
  async debits(@Root() { assetId, debits }: Line, @Ctx() context: Context) {
    return await decimal(context, assetId, BigInt(debits));
  }

  @FieldResolver(() => String)
  async credits(@Root() { assetId, credits }: Line, @Ctx() context: Context) {
    return await decimal(context, assetId, BigInt(credits));
  }
}
