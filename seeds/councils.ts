import type { CouncilKind } from '../src/councils/council-kinds';
import type { CouncilRow } from '../src/councils/council.entity';
import { fillSeat } from '../src/councils/fill-seat';
import { foundCouncil } from '../src/councils/found-council';
import { seatMembers } from '../src/councils/seat-members';
import { seatsOfCouncil } from '../src/councils/council-seat.reader';
import { vacateSeat } from '../src/councils/vacate-seat';
import { toGlobalId } from '../src/kernel/global-id';
import type { Cast, CommunityCast } from './cast';
import { placeId } from './places';
import type { Stage } from './stage';
import type { Year } from './time';

const idOf = ({ communityId, id }: CouncilRow) => toGlobalId('Council', communityId, id);

/** A community council has four members of every group but the last, which has one more: 21. */
const PER_GROUP = 4;
const GROUPS = 5;

/**
 * Councils sit in every community: in the first, groups of neighbours and the community's council
 * of 21 that they chose, one of whom resigned; in the others a neighbourhood's.
 */
export async function seatCouncils(stage: Stage, cast: Cast, year: Year): Promise<void> {
  const [first, ...others] = cast.communities;
  if (first) await deliberate(stage, first, year);
  for (const [n, community] of others.entries()) {
    const members = (community.teams[n]?.members ?? []).slice(0, 7);
    const council = await found(stage, community, year, 'neighbourhood_council', '邻里理事会');
    await seat(
      stage,
      community,
      year,
      council,
      members.map(({ residentId }) => ({ residentId })),
    );
  }
}

type Members = readonly { readonly residentId: string; readonly groupId?: string }[];

async function found(
  stage: Stage,
  { cadre, place }: CommunityCast,
  year: Year,
  kind: CouncilKind,
  name: string,
): Promise<CouncilRow> {
  const asked = { kind, name: `${place.name}${name}`, placeId: placeId(place) };
  return await stage.as(cadre, foundCouncil, asked, year.at(1, 10, 9));
}

async function seat(
  stage: Stage,
  { cadre }: CommunityCast,
  year: Year,
  council: CouncilRow,
  members: Members,
): Promise<void> {
  const asked = { councilId: idOf(council), validFrom: year.first(2), members };
  await stage.as(cadre, seatMembers, asked, year.at(1, 20, 15));
}

/** The neighbours of each team are one group; the members of its council choose the community's. */
async function deliberate(stage: Stage, community: CommunityCast, year: Year): Promise<void> {
  const chosen: Members[number][] = [];
  for (const [n, { members }] of community.teams.slice(0, GROUPS).entries()) {
    const own = members.map(({ residentId }) => ({ residentId }));
    const name = `第${n + 1}小组议事会`;
    const council = await found(stage, community, year, 'group_council', name);
    await seat(stage, community, year, council, own);
    const sends = n === GROUPS - 1 ? PER_GROUP + 1 : PER_GROUP;
    chosen.push(...own.slice(0, sends).map((each) => ({ ...each, groupId: idOf(council) })));
  }
  const council = await found(stage, community, year, 'community_council', '议事会');
  await seat(stage, community, year, council, chosen);
  await replaceOne(stage, community, year, council);
}

/** One resigns in summer, and another of the same group sits for the rest of the term. */
async function replaceOne(
  stage: Stage,
  { cadre, teams }: CommunityCast,
  year: Year,
  { communityId, id }: CouncilRow,
): Promise<void> {
  const page = { after: null, limit: 1, about: '' };
  const [held] = await seatsOfCouncil.read(stage.source.manager, communityId, [id], page);
  const substitute = teams[0]?.members[PER_GROUP];
  if (!held || !substitute) return;
  const seatId = toGlobalId('CouncilSeat', communityId, held.id);
  const ends = { seatId, because: 'resigned' as const, validUntil: year.first(7) };
  await stage.as(cadre, vacateSeat, ends, year.at(6, 20, 10));
  const filled = { seatId, residentId: substitute.residentId };
  await stage.as(cadre, fillSeat, filled, year.at(6, 25, 10));
}
