import type { CouncilKind } from '../councils/council-kinds';
import { decidersOf } from '../councils/layers';
import type { CouncilRow } from '../councils/council.entity';
import { councilById } from '../councils/council.reader';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';

/** A community's bodies by the table of layers; in affairs that are no rule, the council first. */
const OF_COMMUNITY = {
  standing: decidersOf('community_affairs').reverse(),
  assembly: decidersOf('community_affairs'),
  rules: decidersOf('council_rules'),
} as const satisfies Record<string, readonly CouncilKind[]>;

/** Which decide the affairs of a courtyard or less. */
const OF_LESS = decidersOf('courtyard_affairs');

/** A group of the community speaks for itself: it decides nothing of a courtyard that it isn't. */
const OF_LESS_AROUND = OF_LESS.filter((kind) => kind !== 'group_council');

/** Where the community stands among what a place lies in: city, district, street, community. */
const COMMUNITY = 3;

/**
 * The council that decides an affair of a place (B3, N4): of a courtyard or less, the one that sits
 * there or, where none does, the next one around it; else the community's. What councils follow is
 * decided by the residents' meeting of the community, wherever they sit: none sets its own rule.
 * Only a council that is seated on the day can. Refuses: `NO_BODY`.
 */
export async function bodyFor(
  work: UnitOfWork,
  at: PlaceRow,
  body: keyof typeof OF_COMMUNITY,
  day: Day,
): Promise<CouncilRow> {
  const communityId = at.lineage[COMMUNITY];
  if (communityId === undefined) throw new Refusal('NO_BODY', { place: at.name }, ['placeId']);
  const within = body === 'rules' ? [] : at.lineage.slice(COMMUNITY + 1).reverse();
  const around = within.length > 0 ? OF_LESS_AROUND : [];
  const asked = [
    ...within.flatMap((placeId) => OF_LESS.map((kind) => ({ placeId, kind }))),
    ...[...around, ...OF_COMMUNITY[body]].map((kind) => ({ placeId: communityId, kind })),
  ];
  const [first] = await read<{ id: string }>(
    work.db,
    `select council.id from unnest($2::uuid[], $3::text[]) with ordinality asked (place_id, kind, n)
     join council on council.community_id = $1 and council.place_id = asked.place_id
       and council.kind = asked.kind and council.dissolved_at is null
     join council_term term on term.community_id = $1 and term.council_id = council.id
       and term.valid_from <= $4 and term.valid_until > $4
     order by asked.n, council.id limit 1`,
    [communityId, asked.map(({ placeId }) => placeId), asked.map(({ kind }) => kind), day],
  );
  const [council] = first ? await councilById.read(work.db, communityId, [first.id]) : [];
  if (!council) throw new Refusal('NO_BODY', { place: at.name }, ['placeId']);
  return council;
}
