import type { CouncilRuleValues } from './council-kinds';

/** What a council's rule asks of its members, line by line. */
export const COMPOSITION_PARTS = ['seats', 'here', 'chosen', 'group', 'cadres'] as const;
export type CompositionPart = (typeof COMPOSITION_PARTS)[number];

/** A member, or someone who is to be one, as it is on a day. */
export interface Member {
  readonly residentId: string;
  /** The council of the group for which they sit. */
  readonly groupId: string | null;
  readonly livesHere: boolean;
  readonly isCadre: boolean;
  /** Whether they hold a seat in the council of their group. */
  readonly isOfGroup: boolean;
}

/** One line: what is needed (of cadres: what is allowed), what there is, and whether it holds. */
export interface CompositionLine {
  readonly part: CompositionPart;
  /** The council of the group that the line is about. */
  readonly groupId: string | null;
  readonly needed: number;
  readonly found: number;
  readonly holds: boolean;
}

type Asked = Pick<CouncilRuleValues, 'minSeats' | 'seatsPerGroup' | 'cadrePercent'>;

/**
 * Holds members against a rule (C1). Who has moved away sits there still and counts for nothing
 * else; of those who live here, so many must there be, for each group, and cadres no more than.
 */
export function compositionOf(
  rule: Asked,
  groupIds: readonly string[],
  members: readonly Member[],
): CompositionLine[] {
  const living = members.filter(({ livesHere }) => livesHere);
  const atLeast = (
    part: CompositionPart,
    needed: number,
    found: number,
    groupId: string | null = null,
  ): CompositionLine => ({ part, groupId, needed, found, holds: found >= needed });
  const most = mostCadres(rule, living.length);
  const cadres = living.filter(({ isCadre }) => isCadre).length;
  const lines = [
    atLeast('seats', rule.minSeats, living.length),
    atLeast('here', members.length, living.length),
  ];
  if (rule.seatsPerGroup > 0) {
    const chosen = living.filter(({ isOfGroup }) => isOfGroup);
    lines.push(atLeast('chosen', living.length, chosen.length));
    for (const groupId of groupIds) {
      const found = chosen.filter((each) => each.groupId === groupId).length;
      lines.push(atLeast('group', rule.seatsPerGroup, found, groupId));
    }
  }
  const line = { part: 'cadres' as const, groupId: null, needed: most, found: cadres };
  return [...lines, { ...line, holds: cadres <= most }];
}

/** How many of so many members may be cadres: half of 21 is 10. */
export function mostCadres({ cadrePercent }: Asked, members: number): number {
  return Math.floor((members * cadrePercent) / 100);
}
