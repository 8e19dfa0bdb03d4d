import { communitiesPage } from './book/communities-page';
import type { PublicPage } from './page';

/** Every public page; the server gives each its address. */
export const PAGES: readonly PublicPage[] = [communitiesPage];
