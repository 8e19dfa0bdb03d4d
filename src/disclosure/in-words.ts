import { say, type Language } from '../api/say';
import { MOST_USES } from './follow';
import type { FollowedGoods, GoodsStage } from './goods-followed.reader';
import type { Stage } from './stretch';

const SENTENCES: Record<Stage, string> = {
  in_pool: 'FOLLOWED_IN_POOL',
  for_project: 'FOLLOWED_FOR_PROJECT',
  committed: 'FOLLOWED_COMMITTED',
  spent: 'FOLLOWED_SPENT',
  owed_to_operator: 'FOLLOWED_OWED_TO_OPERATOR',
  spent_on_goods: 'FOLLOWED_SPENT_ON_GOODS',
  refunded: 'FOLLOWED_REFUNDED',
  disputed: 'FOLLOWED_DISPUTED',
  returned: 'FOLLOWED_RETURNED',
  held: 'FOLLOWED_HELD',
  used: 'FOLLOWED_USED',
};

/** By their names: what a part was for, as far as it was for any. */
export interface Purpose {
  readonly grant?: string;
  readonly milestone?: string;
  readonly store?: string;
  readonly month?: string | null;
}

/** A part in a sentence. */
export function inWords(language: Language, stage: Stage, purpose: Purpose): string {
  return say(language, SENTENCES[stage], { ...purpose, most: MOST_USES });
}

/** The same of goods. */
export function goodsInWords(language: Language, { stage, month, pieces }: FollowedGoods): string {
  if (stage === 'on_shelf') return say(language, 'FOLLOWED_ON_SHELF');
  if (month === null) return say(language, 'FOLLOWED_EXCHANGED_EARLIER');
  return say(language, GOODS_SENTENCES[stage][pieces < 0 ? 1 : 0], { month });
}

/** Of pieces that left, and of more that came back than left in a month. */
const GOODS_SENTENCES: Record<Exclude<GoodsStage, 'on_shelf'>, readonly [string, string]> = {
  exchanged: ['FOLLOWED_EXCHANGED', 'FOLLOWED_EXCHANGED'],
  missing: ['FOLLOWED_MISSING', 'FOLLOWED_FOUND'],
  recalled: ['FOLLOWED_RECALLED', 'FOLLOWED_RECALLED'],
  written_off: ['FOLLOWED_WRITTEN_OFF', 'FOLLOWED_WRITTEN_OFF'],
  sent: ['FOLLOWED_SENT', 'FOLLOWED_SENT'],
};
