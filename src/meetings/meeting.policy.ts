import type { Batch, Context } from '../api/context';
import { policy } from '../api/policy';
import { ownResidence } from '../ballots/ballot.policy';
import { LAYER_LINES, type Body } from '../councils/layers';
import { holdsAbove, type Actor } from '../kernel/actor';
import { dayOf, type Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OrganisationKind, Role } from '../society/organisation.entity';
import type { PlaceRow } from '../society/place.entity';
import { needPlace, place } from '../society/place.reader';
import { isRegistrar } from '../society/society.policy';
import { kindOf, type MeetingKind } from './meeting-kinds';
import type { MeetingRow } from './meeting.entity';

/** Who sees to a meeting, as policies say it. */
export const KEEPERS =
  'Who convened it, who convenes such meetings there by the table of layers for everybody, cadres ' +
  'and officers, and members of the council that meets';

/** The bodies that serve everybody there; any other sees to what its own people have convened. */
const OF_EVERYBODY: readonly Body[] = [
  ...(['party_organisation', 'street_office', 'residents_committee', 'service_station'] as const),
];

/** By which roles somebody speaks for a body where it convenes. */
const SPEAKS: Partial<Record<Body, readonly Role[]>> = {
  party_organisation: ['party_secretary', 'party_member'],
  street_office: ['officer'],
  residents_committee: ['cadre'],
  service_station: ['staff'],
  social_organisation: ['director', 'staff'],
  self_organisation: ['leader'],
};

/** The bodies that convene a kind of meeting at a place: lines of the table of layers (B3). */
export function convenersOf(kind: MeetingKind, at: Pick<PlaceRow, 'kind'>): Body[] {
  const isLess = at.kind === 'courtyard' || at.kind === 'grid';
  const matter = isLess ? 'courtyard_affairs' : 'community_affairs';
  const { convenedBy } = kindOf(kind);
  return LAYER_LINES.filter((line) => line.matter === matter && convenedBy.includes(line.layer))
    .map(({ body }) => body)
    .filter((body) => SPEAKS[body] !== undefined);
}

/** Whether somebody convenes such meetings there, by a role there or in a place above it. */
export function convenes(actor: Actor, kind: MeetingKind, at: PlaceRow): boolean {
  return convenersOf(kind, at).some((body) => speaksFor(actor, body, at));
}

const speaksFor = (actor: Actor, body: Body, { lineage }: PlaceRow) =>
  holdsAbove(actor, lineage, body as OrganisationKind, ...(SPEAKS[body] ?? []));

/** The key of a council, a resident and a day. */
const seatAsked = (councilId: string, residentId: string, day: Day) =>
  `${councilId} ${residentId} ${day}`;

/** Seats that residents hold in councils on days; keys are made by `seatAsked`. */
const seatHeld: Batch<{ readonly key: string }> = {
  read: (db, communityId, keys) => {
    const asked = keys.map((key) => key.split(' '));
    return read(
      db,
      `select asked.key
       from unnest($2::text[], $3::uuid[], $4::uuid[], $5::date[])
         as asked (key, council_id, resident_id, day)
       where exists (select 1 from council_seat seat where seat.community_id = $1
         and seat.council_id = asked.council_id and seat.resident_id = asked.resident_id
         and seat.valid_from <= asked.day and seat.valid_until > asked.day)`,
      [communityId, keys, ...[0, 1, 2].map((part) => asked.map((words) => words[part]))],
    );
  },
  keyOf: ({ key }) => key,
};

/** Whether somebody holds a seat in a council on a day. */
export async function sitsIn(
  work: UnitOfWork,
  { communityId, id }: { readonly communityId: string; readonly id: string },
  day: Day,
): Promise<boolean> {
  const own = ownResidence(work.actor, communityId);
  if (!own) return false;
  const key = seatAsked(id, own.residentId, day);
  return (await seatHeld.read(work.db, communityId, [key])).length > 0;
}

/** Whether somebody sees to a meeting without being a member of its council. */
function presides(actor: Actor, { kind, convenedBy }: MeetingRow, at: PlaceRow): boolean {
  if (isRegistrar(actor, at)) return true;
  const own = convenedBy !== null && convenedBy === actor.personId;
  return convenersOf(kind, at).some(
    (body) => (own || OF_EVERYBODY.includes(body)) && speaksFor(actor, body, at),
  );
}

/** Who sees to a meeting: see `KEEPERS`. */
export async function mayKeep(work: UnitOfWork, meeting: MeetingRow): Promise<boolean> {
  const at = await needPlace(work, meeting.placeId, ['meetingId']);
  if (presides(work.actor, meeting, at)) return true;
  const { communityId, councilId: id } = meeting;
  return id !== null && (await sitsIn(work, { communityId, id }, dayOf(work.now, at.timeZone)));
}

/** What of a meeting is not for everybody: minutes that nobody has approved. */
export const meetingKeeper = policy<MeetingRow>(
  `${KEEPERS}.`,
  async (context: Context, meeting) => {
    const { communityId, councilId, placeId } = meeting;
    const at = await place(context, placeId);
    if (at !== null && presides(context.actor, meeting, at)) return true;
    const own = ownResidence(context.actor, communityId);
    if (!at || !own || councilId === null) return false;
    const key = seatAsked(councilId, own.residentId, dayOf(context.now, at.timeZone));
    return (await context.load(seatHeld, communityId, key)) !== null;
  },
);

/** Who came, by name: members of a council do as holders of a public office. */
export const meetingRegistrar = policy<MeetingRow>(
  "Cadres and officers of the place; of a council's meeting, anyone.",
  async (context: Context, { kind, placeId }) => {
    if (kind === 'council_meeting') return true;
    const at = await place(context, placeId);
    return at !== null && isRegistrar(context.actor, at);
  },
);

/** Where it can be followed on line: who is met there by name and face is not for passers-by. */
export const meetingGuest = policy<MeetingRow>(
  'Residents of the community, people of the organisations there and above, and who convened it.',
  async (context: Context, { communityId, placeId, convenedBy }) => {
    const { actor } = context;
    if (actor.kind === 'stranger') return false;
    if (ownResidence(actor, communityId) !== null) return true;
    if (convenedBy !== null && convenedBy === actor.personId) return true;
    const at = await place(context, placeId);
    return at !== null && actor.standings.some((each) => at.lineage.includes(each.placeId));
  },
);
