import type { CouncilRuleValues } from '../councils/council-kinds';
import type { GroupCouncil } from '../councils/council.reader';
import { cityRef, sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';

/** A ward as a client names it. */
export interface GivenWard {
  readonly seats: number;
  /** The courtyard or grid whose people vote; left out, and no group: all of where it sits. */
  readonly placeId?: string | null;
  /** The council of the group whose members vote and stand. */
  readonly groupId?: string | null;
}

export interface ReadWard {
  readonly seats: number;
  readonly placeId: string | null;
  readonly groupId: string | null;
}

const MOST_WARDS = 30;
const MOST_SEATS = 30;

interface Asked {
  readonly given: readonly GivenWard[];
  readonly rule: CouncilRuleValues;
  readonly groups: readonly GroupCouncil[];
}

/**
 * Reads the wards of an election. Refuses: `LIST_LENGTH`, `SEATS_RANGE`, `WARD_OF_BOTH`,
 * `ID_UNKNOWN`, `OTHER_COMMUNITY`, `WARD_OUTSIDE`, `GROUP_NEEDED`, `GROUP_UNKNOWN`, `WARD_TWICE`.
 */
export async function readWards(work: UnitOfWork, at: PlaceRow, asked: Asked): Promise<ReadWard[]> {
  const { given } = asked;
  if (given.length < 1 || given.length > MOST_WARDS)
    throw new Refusal('LIST_LENGTH', { least: 1, largest: MOST_WARDS }, ['wards']);
  const wards: ReadWard[] = [];
  for (const [n, each] of given.entries()) {
    const path = ['wards', String(n)];
    const ward = await readWard(work, at, asked, each, path);
    const same = ({ placeId, groupId }: ReadWard) =>
      placeId === ward.placeId && groupId === ward.groupId;
    if (wards.some(same)) throw new Refusal('WARD_TWICE', {}, path);
    wards.push(ward);
  }
  return wards;
}

async function readWard(
  work: UnitOfWork,
  at: PlaceRow,
  { rule, groups }: Asked,
  { seats, placeId, groupId }: GivenWard,
  path: readonly string[],
): Promise<ReadWard> {
  if (seats < 1 || seats > MOST_SEATS)
    throw new Refusal('SEATS_RANGE', { most: MOST_SEATS }, [...path, 'seats']);
  if (placeId && groupId) throw new Refusal('WARD_OF_BOTH', {}, path);
  const group = groupId ? readGroup(groups, groupId, [...path, 'groupId'], at) : null;
  if (rule.seatsPerGroup > 0 && !group) throw new Refusal('GROUP_NEEDED', {}, [...path, 'groupId']);
  const within = placeId ? await readInside(work, at, placeId, [...path, 'placeId']) : null;
  // Of a council of a courtyard, the whole place is a place to name: only its people vote.
  const whole = at.kind === 'community' ? null : at.id;
  return { seats, placeId: group ? null : (within ?? whole), groupId: group };
}

function readGroup(
  groups: readonly GroupCouncil[],
  given: string,
  path: readonly string[],
  at: PlaceRow,
): string {
  const ref = tenantRef('Council', given, path);
  const community = at.lineage[COMMUNITY] ?? at.id;
  const id = sameCommunity(ref, community, path);
  if (!groups.some((each) => each.id === id)) throw new Refusal('GROUP_UNKNOWN', {}, path);
  return id;
}

/** Where the community stands among what a place lies in: city, district, street, community. */
const COMMUNITY = 3;

async function readInside(
  work: UnitOfWork,
  at: PlaceRow,
  given: string,
  path: readonly string[],
): Promise<string | null> {
  const within = await needPlace(work, cityRef('Place', given, path), path);
  if (!within.lineage.includes(at.id)) throw new Refusal('WARD_OUTSIDE', { place: at.name }, path);
  return within.id === at.id ? null : within.id;
}

/**
 * Seats that could not make a council by its rule are not worth voting on: `COUNCIL_TOO_SMALL`,
 * `GROUP_UNDERSEATED`.
 */
export function refuseTooFew(
  wards: readonly ReadWard[],
  { minSeats, seatsPerGroup }: CouncilRuleValues,
  groups: readonly GroupCouncil[],
): void {
  const path = ['wards'];
  const sum = (some: readonly ReadWard[]) => some.reduce((before, each) => before + each.seats, 0);
  if (sum(wards) < minSeats)
    throw new Refusal('COUNCIL_TOO_SMALL', { needed: minSeats, seats: sum(wards) }, path);
  if (seatsPerGroup === 0) return;
  for (const { id, name } of groups) {
    const seats = sum(wards.filter(({ groupId }) => groupId === id));
    if (seats < seatsPerGroup)
      throw new Refusal('GROUP_UNDERSEATED', { group: name, needed: seatsPerGroup, seats }, path);
  }
}
