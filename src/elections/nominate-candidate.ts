import { ownResidence } from '../ballots/ballot.policy';
import { authorise, holds, personOf, type Actor } from '../kernel/actor';
import { cityRef, sameCommunity, tenantRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { read } from '../kernel/read';
import { Refusal } from '../kernel/refusal';
import { readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { ROLES, type OrganisationRow } from '../society/organisation.entity';
import { organisationById } from '../society/organisation.reader';
import { needPlace } from '../society/place.reader';
import { needResident } from '../society/resident.reader';
import { CandidateRow, type NominatedAs } from './candidate.entity';
import { refuseFull } from './candidate.reader';
import { isEligible } from './eligible';
import { ElectionSupporterRow } from './election-supporter.entity';
import { holdElection, WARD_PATH } from './election.reader';
import { refuseLate, wardAt, type WardAt } from './ward-at';

export interface NominateCandidate {
  readonly wardId: string;
  readonly residentId: string;
  /** The organisation that nominates; left out: whoever asks does, alone or with others. */
  readonly organisationId?: string | null;
  /** What the nominee is put forward with, up to 1,000 characters. */
  readonly statement?: string | null;
}

const LONGEST_STATEMENT = 1000;

/**
 * Nominates somebody for the seats of a ward (N5, B6): oneself, at once willing; an organisation,
 * by whoever has a role in it; or an elector of the ward, whom so many others must support. What of
 * these an election takes, it says itself. Refuses: `ID_UNKNOWN`, `OTHER_COMMUNITY`, `TEXT_LENGTH`,
 * `NOMINATION_NOT_TAKEN`, `NOT_ELECTOR`, `ELECTION_ENDED`, `NOMINATIONS_OVER`, `NOT_ELECTABLE`,
 * `CANDIDATE_ALREADY`, `CANDIDATES_TOO_MANY`.
 */
export async function nominateCandidate(
  work: UnitOfWork,
  input: NominateCandidate,
): Promise<CandidateRow> {
  const asked = await wardAt(work, input.wardId);
  const { communityId, id: wardId, electionId } = asked.ward;
  const organisation = await readOrganisation(work, input.organisationId ?? null);
  authorise(work.actor, mayNominate(work.actor, communityId, organisation));
  const path = ['residentId'];
  const ref = tenantRef('Resident', input.residentId, path);
  const residentId = sameCommunity(ref, communityId, path);
  await needResident(work, input.residentId, path);
  const statement = input.statement
    ? readText(input.statement, LONGEST_STATEMENT, ['statement'])
    : null;
  const nominatedAs = await readWay(work, asked, organisation, residentId);
  const election = await holdElection(work, asked.election, WARD_PATH);
  refuseLate(election, work.now, WARD_PATH);
  const at = { ward: asked.ward, day: asked.today };
  if (!(await isEligible(work, at, residentId))) throw new Refusal('NOT_ELECTABLE', {}, path);
  await refuseTwice(work, { communityId, electionId, residentId });
  if (nominatedAs === 'self') await refuseFull(work, { communityId, wardId }, path);
  const candidate: CandidateRow = {
    ...{ communityId, id: newId(), electionId, wardId, residentId, nominatedAs, statement },
    ...{ organisationId: organisation?.id ?? null, nominatedBy: personOf(work.actor) },
    ...{ nominatedAt: work.now, acceptedAt: nominatedAs === 'self' ? work.now : null },
    ...{ withdrawnAt: null, standing: null, votes: null, rank: null },
  };
  await work.db.insert(CandidateRow, candidate);
  const own = ownResidence(work.actor, communityId);
  if (nominatedAs === 'residents' && own)
    await work.db.insert(ElectionSupporterRow, {
      ...{ communityId, candidateId: candidate.id, residentId: own.residentId },
    });
  return candidate;
}

async function readOrganisation(
  work: UnitOfWork,
  given: string | null,
): Promise<OrganisationRow | null> {
  if (given === null) return null;
  const path = ['organisationId'];
  const id = cityRef('Organisation', given, path);
  const [row] = await organisationById.read(work.db, '', [id]);
  if (!row) throw new Refusal('ID_UNKNOWN', { type: 'Organisation' }, path);
  return row;
}

/** Residents of the community for themselves, and who has a role in the organisation for it. */
function mayNominate(
  actor: Actor,
  communityId: string,
  organisation: OrganisationRow | null,
): boolean {
  if (organisation) return holds(actor, organisation.id, ...ROLES[organisation.kind]);
  return ownResidence(actor, communityId) !== null;
}

/** As what somebody nominates, where the election takes that; else `NOMINATION_NOT_TAKEN`. */
async function readWay(
  work: UnitOfWork,
  { election, ward, at, today }: WardAt,
  organisation: OrganisationRow | null,
  residentId: string,
): Promise<NominatedAs> {
  const path = organisation ? ['organisationId'] : ['residentId'];
  const taken = (isTaken: boolean) => {
    if (!isTaken) throw new Refusal('NOMINATION_NOT_TAKEN', {}, path);
  };
  if (organisation) {
    const home = await needPlace(work, organisation.placeId, path);
    const near = at.lineage.includes(home.id) || home.lineage.includes(ward.communityId);
    taken(near && election.organisations.includes(organisation.kind));
    return 'organisation';
  }
  const own = ownResidence(work.actor, ward.communityId);
  if (own?.residentId === residentId) {
    taken(election.selfNomination);
    return 'self';
  }
  taken(election.supporters > 0);
  if (!own || !(await isEligible(work, { ward, day: today }, own.residentId)))
    throw new Refusal('NOT_ELECTOR', {}, WARD_PATH);
  return 'residents';
}

/** In an election somebody stands once. */
async function refuseTwice(
  work: UnitOfWork,
  ids: { readonly communityId: string; readonly electionId: string; readonly residentId: string },
): Promise<void> {
  const before = await read(
    work.db,
    `select 1 from election_candidate where community_id = $1 and election_id = $2
       and resident_id = $3 and withdrawn_at is null`,
    [ids.communityId, ids.electionId, ids.residentId],
  );
  if (before.length > 0) throw new Refusal('CANDIDATE_ALREADY', {}, ['residentId']);
}
