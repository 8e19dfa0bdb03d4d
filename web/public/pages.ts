import { BOOK_PAGES } from './book/pages';
import { GIVE_PAGES } from './give/pages';
import type { PublicPage } from './page';

/** Every public page; the server gives each its address. */
export const PAGES: readonly PublicPage[] = [...BOOK_PAGES, ...GIVE_PAGES];
