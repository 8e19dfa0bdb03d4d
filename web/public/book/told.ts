import type { BookEntriesQuery, BookOfCommunityQuery } from '../../generated/operations';

/** A community with its open book, as the page is told of it. */
export type Community = NonNullable<BookOfCommunityQuery['community']>;
export type Book = Community['openBook'];
export type Line = Book['income'][number];
export type Flow = Book['flows'][number];
export type Month = Book['months'][number];
export type Grant = Book['grants']['edges'][number]['node'];
export type Due = Book['disclosures']['edges'][number]['node'];

/** The entries beneath a number. */
export type EntriesOf = NonNullable<BookEntriesQuery['community']>;
export type Entry = EntriesOf['openBook']['entries']['edges'][number]['node'];
