import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../api/connection';
import type { Context } from '../api/context';
import { Allow, anyone } from '../api/policy';
import { rulesInWords } from '../bookkeeping/in-words';
import { journal } from '../ledger/entry.reader';
import type { PlaceRow } from '../society/place.entity';
import { Place } from '../society/place.graphql';
import { journalReader } from './books.policy';
import { Entry, EntryConnection } from './entry.graphql';
import { entryNamed } from './entry-named';
import { readFilter } from './journal-filter';
import { JournalFilter, PostingRule } from './journal.graphql';
import { searchJournal } from './journal-search.reader';

@Resolver(() => Place)
export class JournalResolver {
  @FieldResolver(() => EntryConnection, {
    description:
      'The entries of the books that this place keeps: all as they were recorded, newest first; ' +
      'or those that are searched for, by when they happened, or along an account. A page of a ' +
      'search looks at 2,000 entries at most: it may be short, or empty, and have a next one. ' +
      'Codes: RULE_UNKNOWN, PERIOD_EMPTY, ID_UNKNOWN, OTHER_COMMUNITY, AMOUNT_UNREADABLE, ' +
      'AMOUNT_TOO_FINE, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_LARGE.',
  })
  @Allow(journalReader)
  async journal(
    @Root() place: PlaceRow,
    @Arg('find', () => JournalFilter, { nullable: true, description: 'What is searched for.' })
    find: JournalFilter | null | undefined,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ) {
    const filter = readFilter(place, find);
    if (!filter) return await journal(context.db, place.id, page);
    return await searchJournal(context.db, place.id, filter, page);
  }

  @FieldResolver(() => Entry, {
    nullable: true,
    description:
      'One entry of its books by what stands on paper: its number (the id in exports and ' +
      'archives), the last twelve characters of it (as in the open book; once it is sealed), its ' +
      'id here, or the key of the request that recorded it; null where none has it.',
  })
  @Allow(journalReader)
  async entryNamed(
    @Root() { id }: PlaceRow,
    @Arg('name', () => String, { description: 'What it is called, 200 characters at most.' })
    name: string,
    @Ctx() context: Context,
  ) {
    return await entryNamed(context.db, id, name);
  }
}

@Resolver()
export class PostingRuleResolver {
  @Query(() => [PostingRule], {
    description: 'All rules by which entries are posted, chapter by chapter.',
  })
  @Allow(anyone)
  postingRules(@Ctx() { language }: Context): PostingRule[] {
    return rulesInWords(language);
  }
}
