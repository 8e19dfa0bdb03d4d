import { isMandated } from '../kernel/mandate';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OrganisationKind, OrganisationRow } from './organisation.entity';
import type { PlaceRow } from './place.entity';
import { RESERVABLE, type ReservableAct } from './reserved-matter.entity';
import { mattersAt, mattersKey } from './reserved-matter.reader';

/** Where the community stands among what a place lies in: city, district, street, community. */
const COMMUNITY = 3;

/**
 * Refuses an act that a community keeps for resolutions, unless one has opened exactly this:
 * `RESOLUTION_NEEDED`. `input` is the act's whole input, as it was given.
 */
export async function refuseReserved(
  work: UnitOfWork,
  communityId: string,
  act: ReservableAct,
  input: unknown,
): Promise<void> {
  if (isMandated(work, act, input)) return;
  if (await isReserved(work, communityId, act)) throw new Refusal('RESOLUTION_NEEDED', { act });
}

/** Whether a community keeps an act for resolutions now. */
export async function isReserved(
  work: UnitOfWork,
  communityId: string,
  act: ReservableAct,
): Promise<boolean> {
  const reserved = await mattersAt.read(work.db, communityId, [mattersKey(work.now)]);
  return reserved.some((matter) => matter.act === RESERVABLE[act]);
}

/** The bodies that serve everybody in a community: its resolutions appoint to them. */
const OF_EVERYBODY: readonly OrganisationKind[] = [
  'residents_committee',
  'service_station',
  'foundation',
];

/** Whether a community's resolution may say who has a role in an organisation. */
export function isOfEverybody({ kind }: Pick<OrganisationRow, 'kind'>): boolean {
  return OF_EVERYBODY.includes(kind);
}

/**
 * The same of who has a role in a body that serves everybody at a place; the others choose their
 * own people.
 */
export async function refuseReservedRole(
  work: UnitOfWork,
  { organisation, at }: { readonly organisation: OrganisationRow; readonly at: PlaceRow },
  act: 'appointMember' | 'endMembership',
  input: unknown,
): Promise<void> {
  if (isOfEverybody(organisation))
    await refuseReserved(work, at.lineage[COMMUNITY] ?? at.id, act, input);
}
