import { authorise } from '../kernel/actor';
import type { Day } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { isMandated } from '../kernel/mandate';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { MembershipRow } from './membership.entity';
import { mayAppoint } from './membership.policy';
import { ROLES, type OrganisationRow, type Role } from './organisation.entity';
import { lockOrganisation, needOrganisation } from './organisation.reader';
import { personOfResident } from './person-of-resident';
import { needPerson } from './person.reader';
import type { PlaceRow } from './place.entity';
import { needPlace } from './place.reader';
import { isOfEverybody, refuseReservedRole } from './refuse-reserved';
import { needResident } from './resident.reader';
import { readTerm, type Term } from './term';

export interface AppointMemberInput {
  readonly organisationId: string;
  readonly role: Role;
  readonly personId?: string | null;
  readonly residentId?: string | null;
  readonly validFrom: Day;
  readonly validUntil?: Day | null;
}

/**
 * Gives a person, or a resident who thereby becomes one, a role in an organisation for a term
 * `[validFrom, validUntil)`. Who may: see `mayAppoint`; and a resolution, where the body serves
 * everybody.
 *
 * Refuses: `ID_UNKNOWN`, `RESOLUTION_NEEDED`, `ROLE_NOT_OF_KIND`, `WHO_UNCLEAR` (a person or a
 * resident, one of them), `DAY_UNREADABLE`, `PERIOD_EMPTY`, `OTHER_COMMUNITY`, `RESIDENT_GONE`,
 * `ALREADY_MEMBER` (the same role in the same organisation on a day of the term).
 */
export async function appointMember(
  work: UnitOfWork,
  input: AppointMemberInput,
): Promise<MembershipRow> {
  const organisation = await needOrganisation(work, input.organisationId, ['organisationId']);
  const at = await needPlace(work, organisation.placeId, ['organisationId']);
  const mandated = isOfEverybody(organisation) && isMandated(work, 'appointMember', input);
  authorise(work.actor, mandated || mayAppoint(work.actor, organisation, at, input.role));
  await refuseReservedRole(work, { organisation, at }, 'appointMember', input);
  if (!(ROLES[organisation.kind] as readonly Role[]).includes(input.role))
    throw new Refusal('ROLE_NOT_OF_KIND', { roles: ROLES[organisation.kind].join(', ') }, ['role']);
  const term = readTerm(input);
  await work.begin();
  await lockOrganisation(work, organisation.id);
  const personId = await appointed(work, input, at);
  await refuseOverlap(work, organisation, personId, input.role, term);
  const membership = work.db.create(MembershipRow, {
    id: newId(),
    organisationId: organisation.id,
    personId,
    role: input.role,
    ...term,
  });
  await work.db.insert(MembershipRow, membership);
  return membership;
}

async function appointed(
  work: UnitOfWork,
  { personId, residentId }: AppointMemberInput,
  at: PlaceRow,
): Promise<string> {
  if (Boolean(personId) === Boolean(residentId)) throw new Refusal('WHO_UNCLEAR', {}, ['personId']);
  if (personId) return (await needPerson(work, personId, ['personId'])).id;
  const resident = await needResident(work, residentId ?? '', ['residentId']);
  const community = await needPlace(work, resident.communityId, ['residentId']);
  // Either sits in the other: a team of a courtyard, or a city's foundation, of one and its people.
  if (!at.lineage.includes(community.id) && !community.lineage.includes(at.id))
    throw new Refusal('OTHER_COMMUNITY', {}, ['residentId']);
  return await personOfResident(work, resident, ['residentId']);
}

async function refuseOverlap(
  work: UnitOfWork,
  { id, name }: OrganisationRow,
  personId: string,
  role: Role,
  term: Term,
): Promise<void> {
  const held: unknown[] = await work.db.query(
    `select 1 from membership
     where organisation_id = $1 and person_id = $2 and role = $3
       and (valid_until is null or (valid_until > $4 and valid_until > valid_from))
       and ($5::date is null or valid_from < $5)
     limit 1`,
    [id, personId, role, term.validFrom, term.validUntil],
  );
  if (held.length > 0) throw new Refusal('ALREADY_MEMBER', { organisation: name }, ['role']);
}
