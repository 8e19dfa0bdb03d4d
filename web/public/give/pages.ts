import './words';
import type { PublicPage } from '../page';
import { campaignsPage } from './campaigns-page';
import { communityPage } from './community-page';
import { targetPage } from './target-page';

/** Where one gives, and follows what one gave. */
export const GIVE_PAGES: readonly PublicPage[] = [campaignsPage, communityPage, targetPage];
