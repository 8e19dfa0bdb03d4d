import { creditsFor, schemeFor } from '../credits/credit-scheme.reader';
import { authorise, personOf } from '../kernel/actor';
import { dayOf, type Day } from '../kernel/calendar';
import { sameCommunity } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { naming, Refusal } from '../kernel/refusal';
import { readText } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needOrganisation } from '../society/organisation.reader';
import { needPlace } from '../society/place.reader';
import type { ResidentRow } from '../society/resident.entity';
import { lockResident, needResident } from '../society/resident.reader';
import { ServiceRow } from './service.entity';
import { isLeader } from './service.policy';
import { LONGEST_MINUTES, overlappingService } from './service.reader';

export interface RecordServiceInput {
  readonly organisationId: string;
  readonly residentId: string;
  readonly serviceKind: string;
  /** When it began. */
  readonly performedAt: Date;
  readonly minutes: number;
  readonly note?: string | null;
  readonly beneficiaryId?: string | null;
}

const SHORTEST_MINUTES = 15;
const DAYS_BACK = 60;
const DAY_MS = 24 * 3600_000;

/**
 * Records what a member of a self-organisation did for others (A5, A6, B9; its leader). It earns
 * nothing until someone else confirms it.
 *
 * Refuses: `ID_UNKNOWN`, `ORGANISATION_KIND`, `MINUTES_RANGE`, `SERVICE_NOT_OVER`,
 * `SERVICE_TOO_OLD`, `RESIDENT_GONE`, `NOT_A_MEMBER` (on the day of the service), `TEXT_LENGTH`,
 * `OTHER_COMMUNITY`, `OWN_BENEFICIARY`, `NO_SCHEME`, `NO_RATE`, `SERVICE_TOO_SHORT`,
 * `SERVICE_OVERLAPS` (another one of the same resident at the same time).
 */
export async function recordService(
  work: UnitOfWork,
  input: RecordServiceInput,
): Promise<ServiceRow> {
  const organisation = await needOrganisation(
    work,
    input.organisationId,
    ['organisationId'],
    'self_organisation',
  );
  authorise(work.actor, isLeader(work.actor, organisation.id));
  const recordedBy = personOf(work.actor);
  const resident = await needResident(work, input.residentId, ['residentId']);
  const community = await needPlace(work, resident.communityId, ['residentId']);
  const { performedAt, minutes } = readTime(input, work.now);
  const on = dayOf(performedAt, community.timeZone);
  if (resident.movedOut !== null && resident.movedOut <= on)
    throw new Refusal('RESIDENT_GONE', {}, ['residentId']);
  await needMember(work, organisation.id, resident, on);
  const beneficiaryId = await readBeneficiary(work, input.beneficiaryId, resident);
  const scheme = await naming(['residentId'], () => schemeFor(work.db, community));
  const serviceKind = readText(input.serviceKind, 40, ['serviceKind']);
  const credits = await creditsFor(work.db, scheme, { serviceKind, minutes, on });
  const service = work.db.create(ServiceRow, {
    ...{ communityId: community.id, id: newId(), residentId: resident.id, schemeId: scheme.id },
    ...{ organisationId: organisation.id, serviceKind, performedAt, minutes, beneficiaryId },
    credits: credits.minor.toString(),
    note: input.note ? readText(input.note, 500, ['note']) : null,
    ...{ recordedBy, recordedAt: work.now },
    ...{ declinedBy: null, declinedAt: null, declineReason: null },
  });
  await work.begin();
  // Whoever records for this resident waits here, so that no two services overlap.
  await lockResident(work, resident, ['residentId']);
  const until = new Date(performedAt.getTime() + minutes * 60_000);
  const other = await overlappingService(work, resident, performedAt, until);
  if (other)
    throw new Refusal('SERVICE_OVERLAPS', { from: other.performedAt.toISOString() }, [
      'performedAt',
    ]);
  await work.db.insert(ServiceRow, service);
  return service;
}

/** A service is over when it is recorded, and remembered for sixty days. */
function readTime(
  { performedAt, minutes }: RecordServiceInput,
  now: Date,
): { performedAt: Date; minutes: number } {
  if (!Number.isInteger(minutes) || minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES) {
    const facts = { shortest: SHORTEST_MINUTES, longest: LONGEST_MINUTES };
    throw new Refusal('MINUTES_RANGE', facts, ['minutes']);
  }
  if (performedAt.getTime() + minutes * 60_000 > now.getTime())
    throw new Refusal('SERVICE_NOT_OVER', {}, ['performedAt']);
  if (performedAt.getTime() < now.getTime() - DAYS_BACK * DAY_MS)
    throw new Refusal('SERVICE_TOO_OLD', { days: DAYS_BACK }, ['performedAt']);
  return { performedAt, minutes };
}

async function needMember(
  work: UnitOfWork,
  organisationId: string,
  { personId }: ResidentRow,
  on: Day,
): Promise<void> {
  const held: unknown[] = await work.db.query(
    `select 1 from membership
     where person_id = $1 and organisation_id = $2 and valid_from <= $3
       and (valid_until is null or valid_until > $3) limit 1`,
    [personId, organisationId, on],
  );
  if (held.length === 0) throw new Refusal('NOT_A_MEMBER', { day: on }, ['residentId']);
}

async function readBeneficiary(
  work: UnitOfWork,
  globalId: string | null | undefined,
  served: ResidentRow,
): Promise<string | null> {
  if (!globalId) return null;
  const path = ['beneficiaryId'];
  const beneficiary = await needResident(work, globalId, path);
  if (sameCommunity(beneficiary, served.communityId, path) === served.id)
    throw new Refusal('OWN_BENEFICIARY', {}, path);
  return beneficiary.id;
}
