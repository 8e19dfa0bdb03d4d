import { record } from '../bookkeeping/record';
import { sameCommunity } from '../kernel/global-id';
import { naming, Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { Draft } from '../ledger/draft';
import { confirmable, refuseCancelled } from './confirm-service';
import type { ServiceRow } from './service.entity';

const MOST = 50;

/**
 * Confirms many services of one community at once, all of them or none (see confirmService). Those
 * that stand confirmed already stay so.
 *
 * Refuses: confirmService's refusals, naming the service; `SERVICES_COUNT`, `OTHER_COMMUNITY`.
 */
export async function confirmServices(
  work: UnitOfWork,
  input: { serviceIds: readonly string[] },
): Promise<ServiceRow[]> {
  const path = ['serviceIds'];
  const services: ServiceRow[] = [];
  // A month's room is opened once, also where several services of a resident open it.
  const drafts = new Map<string, Draft>();
  if (input.serviceIds.length > MOST) throw new Refusal('SERVICES_COUNT', { most: MOST }, path);
  for (const [i, id] of [...new Set(input.serviceIds)].entries()) {
    const at = [...path, String(i)];
    const { service, drafts: own } = await confirmable(work, id, at);
    if (services[0]) sameCommunity(service, services[0].communityId, at);
    services.push(service);
    for (const each of own) drafts.set(each.request.key, each);
  }
  const [first] = services;
  if (!first) throw new Refusal('SERVICES_COUNT', { most: MOST }, path);
  const all = [...drafts.values()];
  const recorded = await naming(path, () => record(work, first.communityId, ...all));
  if (recorded.some(({ repeated }) => repeated))
    for (const [i, service] of services.entries())
      await refuseCancelled(work, service, [...path, String(i)]);
  return services;
}
