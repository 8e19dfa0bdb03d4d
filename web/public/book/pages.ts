import type { PublicPage } from '../page';
import { bookPage } from './book-page';
import { communitiesPage } from './communities-page';
import { entriesPage } from './entries-page';
import { addBookWords } from './words';

addBookWords();

/** The pages of the open book. */
export const BOOK_PAGES: readonly PublicPage[] = [communitiesPage, bookPage, entriesPage];
