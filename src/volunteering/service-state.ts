import type { Batch } from '../api/context';
import { ownRequest, type Request } from '../kernel/request';
import type { ServiceRow } from './service.entity';

/** What became of a service. */
export type ServiceState = 'recorded' | 'confirmed' | 'declined' | 'cancelled';

/** A service is confirmed once by nature: the entry's key follows from the service. */
export function confirmation(serviceId: string): Request {
  return ownRequest(`service/${serviceId}`);
}

/** A service's entry in the books, and the entry that took it back, if any. */
export interface Crediting {
  readonly key: string;
  readonly entryId: string;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date;
  readonly cancelledBy: string | null;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string | null;
}

/** What the books hold of services, by their confirmations' keys; one statement for a list. */
export const creditingByKey: Batch<Crediting> = {
  read: (db, communityId, keys) =>
    db.query(
      `select entry.key, entry.id "entryId", entry.actor_id "confirmedBy",
         entry.recorded_at "confirmedAt", mirror.actor_id "cancelledBy",
         mirror.recorded_at "cancelledAt", mirror.facts->>'reason' "cancelReason"
       from ledger_entry entry
       left join ledger_entry mirror
         on mirror.community_id = $1 and mirror.reversal_of = entry.id
       where entry.community_id = $1 and entry.key = any ($2)`,
      [communityId, keys],
    ),
  keyOf: ({ key }) => key,
};

/**
 * The state of a service. What the books hold comes first: a confirmation that was on its way while
 * somebody declined has happened.
 */
export function stateOf(
  { declinedAt }: Pick<ServiceRow, 'declinedAt'>,
  crediting: Crediting | null,
): ServiceState {
  if (crediting) return crediting.cancelledAt ? 'cancelled' : 'confirmed';
  return declinedAt ? 'declined' : 'recorded';
}
