import type { Dimension } from '../procedure-spec';

/** What residents and supervisors score (C15): a city may ask otherwise in a version of its own. */
export const DIMENSIONS: readonly Dimension[] = [
  { code: 'need', says: { zh: '符合居民需要', en: 'It is what residents need' } },
  { code: 'part', says: { zh: '居民参与程度', en: 'Residents took part' } },
  { code: 'quality', says: { zh: '完成质量', en: 'It is done well' } },
  { code: 'money', says: { zh: '资金使用公开', en: 'Its money is spent in the open' } },
];
