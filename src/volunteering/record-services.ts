import { authorise, personOf } from '../kernel/actor';
import { sameCommunity, tenantRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { request, sameRequest, type Request } from '../kernel/request';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needOrganisation } from '../society/organisation.reader';
import { lockResident } from '../society/resident.reader';
import { recordService, type RecordServiceInput } from './record-service';
import { ServiceSessionRow } from './service-session.entity';
import type { ServiceRow } from './service.entity';
import { isLeader } from './service.policy';
import { serviceById } from './service.reader';

export interface RecordServicesInput extends Omit<RecordServiceInput, 'residentId'> {
  readonly idempotencyKey: string;
  readonly residentIds: readonly string[];
}

const MOST = 50;

/**
 * Records what many members of a self-organisation did together, for all of them or for none (A5,
 * A6; its leader). Each service is then confirmed, declined or taken back like any other.
 *
 * Refuses: recordService's refusals, naming the resident; `RESIDENTS_COUNT`, `RESIDENT_TWICE`,
 * `KEY_UNUSABLE`, `KEY_REUSED`.
 */
export async function recordServices(
  work: UnitOfWork,
  input: RecordServicesInput,
): Promise<ServiceRow[]> {
  const asked = request('recordServices', input);
  const { idempotencyKey: _key, residentIds, ...session } = input;
  const path = ['organisationId'];
  const team = await needOrganisation(work, input.organisationId, path, 'self_organisation');
  authorise(work.actor, isLeader(work.actor, team.id));
  const communityId = readResidents(residentIds);
  const inOrder = [...residentIds].sort();
  const [first = ''] = inOrder;
  const firstPath = ['residentIds', String(residentIds.indexOf(first))];
  await work.begin();
  // Who asks the same at the same moment waits here, and then finds it recorded.
  await lockResident(work, tenantRef('Resident', first, firstPath), firstPath);
  const before = await recordedUnder(work, communityId, asked);
  if (before) return before;
  const services = new Map<string, ServiceRow>();
  // Two leaders who record the same people wait for each other in the same order.
  for (const residentId of inOrder)
    services.set(
      residentId,
      await at(residentIds.indexOf(residentId), () =>
        recordService(work, { ...session, residentId }),
      ),
    );
  const recorded = residentIds.flatMap((id) => services.get(id) ?? []);
  await work.db.insert(ServiceSessionRow, {
    ...{ communityId, id: newId(), ...asked, serviceIds: recorded.map(({ id }) => id) },
    ...{ recordedBy: personOf(work.actor), recordedAt: work.now },
  });
  return recorded;
}

/** All of them live in one community, whose books their credits will stand in. */
function readResidents(residentIds: readonly string[]): string {
  const refs = residentIds.map((id, i) => tenantRef('Resident', id, ['residentIds', String(i)]));
  const [first] = refs;
  if (!first || refs.length > MOST)
    throw new Refusal('RESIDENTS_COUNT', { most: MOST }, ['residentIds']);
  refs.forEach((ref, i) => {
    const path = ['residentIds', String(i)];
    sameCommunity(ref, first.communityId, path);
    if (refs.findIndex(({ id }) => id === ref.id) < i)
      throw new Refusal('RESIDENT_TWICE', {}, path);
  });
  return first.communityId;
}

async function recordedUnder(
  work: UnitOfWork,
  communityId: string,
  asked: Request,
): Promise<ServiceRow[] | null> {
  const { key } = asked;
  const [session] = await work.db.findBy(ServiceSessionRow, { communityId, key });
  if (!session) return null;
  sameRequest(session.fingerprint, asked);
  const rows = await serviceById.read(work.db, communityId, session.serviceIds);
  return session.serviceIds.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** A refusal about one resident names that one. */
async function at<T>(i: number, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [field] = error.path;
    const about = field === 'residentId' || error.code === 'SERVICE_OVERLAPS';
    if (!about) throw error;
    throw new Refusal(error.code, error.facts, ['residentIds', String(i)]);
  }
}
