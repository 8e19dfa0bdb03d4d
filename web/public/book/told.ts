import type { BookEntriesQuery, BookOfCommunityQuery } from '../../generated/operations';

type Told = NonNullable<BookOfCommunityQuery['community']>;

/** A community with its open book, as the page is told of it. */
export type Book = NonNullable<Told['openBook']>;
export type Community = Told & { readonly openBook: Book };
export type Line = Book['income'][number];
export type Flow = Book['flows'][number];
export type Month = Book['months'][number];
export type Grant = Book['grants']['edges'][number]['node'];
export type Due = Book['disclosures']['edges'][number]['node'];

/** The entries beneath a number. */
type ToldOfEntries = NonNullable<BookEntriesQuery['community']>;
type BookOfEntries = NonNullable<ToldOfEntries['openBook']>;
export type EntriesOf = ToldOfEntries & { readonly openBook: BookOfEntries };
export type Entry = BookOfEntries['entries']['edges'][number]['node'];
