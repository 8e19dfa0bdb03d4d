import type { CouncilKind } from '../councils/council-kinds';
import type { CouncilRow } from '../councils/council.entity';
import { councilById } from '../councils/council.reader';
import type { Day } from '../kernel/calendar';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { PlaceRow } from '../society/place.entity';

/** Which of a community's bodies decides its affairs: the first that sits. */
const OF_COMMUNITY = {
  standing: ['community_council', 'residents_meeting'],
  assembly: ['residents_meeting', 'community_council'],
} as const satisfies Record<string, readonly CouncilKind[]>;

/** Which decide those of a courtyard or less. */
const OF_LESS: readonly CouncilKind[] = [
  'neighbourhood_council',
  'courtyard_council',
  'group_council',
];

/** Where the community stands among what a place lies in: city, district, street, community. */
const COMMUNITY = 3;

/**
 * The council that decides an affair of a place (N4): of a courtyard or less, the one that sits
 * there or, where none does, the next one around it; else the community's. Only a council that is
 * seated on the day can. Refuses: `NO_BODY`.
 */
export async function bodyFor(
  work: UnitOfWork,
  at: PlaceRow,
  body: keyof typeof OF_COMMUNITY,
  day: Day,
): Promise<CouncilRow> {
  const communityId = at.lineage[COMMUNITY];
  if (communityId === undefined) throw new Refusal('NO_BODY', { place: at.name }, ['placeId']);
  const around = at.kind === 'community' ? [] : at.lineage.slice(COMMUNITY).reverse();
  const asked = [
    ...around.flatMap((placeId) => OF_LESS.map((kind) => ({ placeId, kind }))),
    ...OF_COMMUNITY[body].map((kind) => ({ placeId: communityId, kind })),
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
