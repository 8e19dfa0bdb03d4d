import { COUNCIL_KINDS, type CouncilKind } from '../../../src/councils/council-kinds';
import type { CouncilRow } from '../../../src/councils/council.entity';
import { seatsOfCouncil } from '../../../src/councils/council-seat.reader';
import { foundCouncil } from '../../../src/councils/found-council';
import { seatMembers } from '../../../src/councils/seat-members';
import { setCouncilRule } from '../../../src/councils/set-council-rule';
import { vacateSeat } from '../../../src/councils/vacate-seat';
import { toGlobalId } from '../../../src/kernel/global-id';
import { reserveMatter } from '../../../src/society/reserve-matter';
import type { CommunityWorld, World } from '../../support/world';
import type { Run } from './furnish';
import { day, hours } from './moments';

/** Councils that one member is enough for. */
export interface Seated {
  /** A group's council, whose one member is the resident below, and the seat. */
  readonly group: string;
  readonly resident: string;
  readonly held: string;
  /** The one seat of another group's council, which fell vacant. */
  readonly vacant: string;
  /** Nobody sits in it yet. */
  readonly toSeat: string;
  readonly toDissolve: string;
  /** That projects are kept for resolutions, from the day after tomorrow on. */
  readonly matter: string;
}

export async function seatCouncils(
  run: Run,
  { officer }: World,
  home: CommunityWorld,
): Promise<Seated> {
  const [one, other] = home.households[3]?.residents ?? [];
  if (!one || !other) throw new Error('The households are too small');
  const idOf = ({ id }: CouncilRow) => toGlobalId('Council', home.id, id);
  const found = async (kind: CouncilKind, name: string) => {
    const asked = { kind, name, placeId: home.place.globalId };
    const council = await run(officer, (work) => foundCouncil(work, asked));
    const rule = { ...COUNCIL_KINDS[kind].rule, minSeats: 1, councilId: idOf(council) };
    await run(officer, (work) => setCouncilRule(work, rule));
    return council;
  };
  const seated = async (name: string, residentId: string) => {
    const council = await found('group_council', name);
    const seat = { councilId: idOf(council), validFrom: day(), members: [{ residentId }] };
    await run(home.cadre, (work) => seatMembers(work, seat));
    const page = { after: null, limit: 1, about: '' };
    const [held] = await run(home.cadre, (work) =>
      seatsOfCouncil.read(work.db, home.id, [council.id], page),
    );
    return { group: idOf(council), seat: toGlobalId('CouncilSeat', home.id, held?.id ?? '') };
  };
  const { group, seat: held } = await seated('First group', one.globalId);
  const { seat: vacant } = await seated('Second group', other.globalId);
  const left = { seatId: vacant, because: 'resigned' as const, validUntil: day() };
  await run(home.cadre, (work) => vacateSeat(work, left));
  const kept = { communityId: home.place.globalId, from: new Date(hours(48)) };
  const matter = await run(officer, (work) =>
    reserveMatter(work, { ...kept, act: 'open_project' }),
  );
  return {
    matter: toGlobalId('ReservedMatter', home.id, matter.id),
    ...{ group, resident: one.globalId, held, vacant },
    toSeat: idOf(await found('neighbourhood_council', 'Well Lane')),
    toDissolve: idOf(await found('neighbourhood_council', 'Mill Lane')),
  };
}
