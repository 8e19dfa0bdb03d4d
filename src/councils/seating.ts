import { sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { CompositionLine, Member } from './composition';
import type { CouncilRuleValues } from './council-kinds';
import type { GroupCouncil } from './council.reader';
import type { Candidate } from './members.reader';

/** A member as a client names them. */
export interface GivenMember {
  readonly residentId: string;
  /** The council of the group for which they sit; where the rule seats by groups. */
  readonly groupId?: string | null;
}

/** Reads who is to sit. Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY`. */
export function readCandidate(
  { residentId, groupId }: GivenMember,
  communityId: string,
  path: readonly string[],
): Candidate {
  const idOf = (type: 'Resident' | 'Council', text: string, field: string) =>
    sameCommunity(tenantRef(type, text, [...path, field]), communityId, [...path, field]);
  return {
    residentId: idOf('Resident', residentId, 'residentId'),
    groupId: groupId ? idOf('Council', groupId, 'groupId') : null,
  };
}

/**
 * Refuses who cannot sit there at all: `ID_UNKNOWN`, `NOT_RESIDENT_HERE`, `GROUP_NEEDED`,
 * `GROUP_UNKNOWN`, `NOT_OF_GROUP`.
 */
export function refuseUnfit(
  { residentId, groupId }: Candidate,
  known: ReadonlyMap<string, Member>,
  { seatsPerGroup }: CouncilRuleValues,
  groups: readonly GroupCouncil[],
  path: readonly string[],
): Member {
  const member = known.get(residentId);
  const who = [...path, 'residentId'];
  const group = [...path, 'groupId'];
  if (!member) throw new Refusal('ID_UNKNOWN', { type: 'Resident' }, who);
  if (!member.livesHere) throw new Refusal('NOT_RESIDENT_HERE', {}, who);
  if (groupId === null) {
    if (seatsPerGroup > 0) throw new Refusal('GROUP_NEEDED', {}, group);
    return member;
  }
  const own = groups.find(({ id }) => id === groupId);
  if (!own) throw new Refusal('GROUP_UNKNOWN', {}, group);
  if (!member.isOfGroup) throw new Refusal('NOT_OF_GROUP', { group: own.name }, group);
  return member;
}

/**
 * Refuses the first line of a composition that does not hold: `COUNCIL_TOO_SMALL`,
 * `GROUP_UNDERSEATED`, `TOO_MANY_CADRES`. Whoever does not live here, or is of no group, has been
 * refused before.
 */
export function refuseBroken(
  lines: readonly CompositionLine[],
  groups: readonly GroupCouncil[],
  path: readonly string[],
): void {
  const broken = lines.find(({ holds }) => !holds);
  if (!broken) return;
  const { part, groupId, needed, found } = broken;
  refuseCadres([broken], path);
  if (part === 'group') {
    const group = groups.find(({ id }) => id === groupId)?.name;
    throw new Refusal('GROUP_UNDERSEATED', { group, needed, seats: found }, path);
  }
  throw new Refusal('COUNCIL_TOO_SMALL', { needed, seats: found }, path);
}

/** Refuses more cadres than a rule allows: `TOO_MANY_CADRES`. */
export function refuseCadres(lines: readonly CompositionLine[], path: readonly string[]): void {
  const broken = lines.find(({ part, holds }) => part === 'cadres' && !holds);
  if (!broken) return;
  const { needed: most, found: cadres } = broken;
  throw new Refusal('TOO_MANY_CADRES', { most, cadres }, path);
}
