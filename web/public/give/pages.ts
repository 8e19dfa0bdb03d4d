import './words';
import type { PublicPage } from '../page';
import { campaignsPage } from './campaigns-page';
import { communityPage } from './community-page';
import { giftPage } from './gift-page';
import { goodsPage } from './goods-page';
import { lookingPage } from './looking-page';
import { payPage } from './pay-page';
import { pledgePages } from './pledge-page';
import { targetPage } from './target-page';

/** Where one gives, and where one follows what one gave. */
export const GIVE_PAGES: readonly PublicPage[] = [
  ...[campaignsPage, communityPage, targetPage],
  ...[giftPage, payPage, lookingPage, ...pledgePages, goodsPage],
];
