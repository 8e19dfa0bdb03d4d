import type { LoopNode, MoneyItem } from '../../generated/operations';
import disclosure from '../../../src/words/disclosure.json';
import type { Visit } from '../page';
import type { NumberOf } from './links';
import { stopName } from './loop-picture';

/** What words there are for says what values there are. */
const isKnown = (choice: string, value: string | undefined): boolean =>
  value !== undefined && Object.hasOwn(disclosure, `CHOICE_${choice}_${value}`);

const nodeIn = (value: string | undefined): LoopNode | undefined =>
  isKnown('LoopNode', value) ? (value as LoopNode) : undefined;

/** The number that an address names; what it says that is none of ours is left out. */
export function readNumber({ query }: Pick<Visit, 'query'>): NumberOf {
  const items = (query.items ?? '').split('.').filter((item) => isKnown('MoneyItem', item));
  const fromNode = nodeIn(query.fromNode);
  const toNode = nodeIn(query.toNode);
  return {
    ...(items.length > 0 && { items: items as MoneyItem[] }),
    ...(fromNode && { fromNode }),
    ...(toNode && { toNode }),
    ...(query.grant && { grant: query.grant.slice(0, 200) }),
  };
}

/** The number in words: what it adds up. */
export function numberInWords(visit: Visit, grantTitle: string | null): string {
  const { t } = visit;
  const { items, fromNode, toNode, grant } = readNumber(visit);
  const parts = [
    items && items.map((item) => t(`CHOICE_MoneyItem_${item}`)).join(' + '),
    wayInWords(visit, fromNode, toNode),
    grant && (grantTitle ?? t('book.entry.grant')),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : t('book.entry.all');
}

function wayInWords(visit: Visit, from?: LoopNode, to?: LoopNode): string | null {
  if (from && to)
    return visit.t('book.entry.way', { from: stopName(from, visit), to: stopName(to, visit) });
  const one = from ?? to;
  return one ? stopName(one, visit) : null;
}
