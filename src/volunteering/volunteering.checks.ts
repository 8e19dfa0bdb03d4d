import type { Check } from '../ledger/verify';

/** What services and the ledger must agree on, as `verify` checks it. */
export const VOLUNTEERING_CHECKS: readonly Check[] = [
  {
    name: 'services',
    says: 'Every service that was credited was recorded so, and by another than confirmed it.',
    sql: `select entry.community_id, entry.id, entry.key from ledger_entry entry
      left join service on service.community_id = entry.community_id
        and service.id::text = entry.facts->>'serviceId'
      where entry.rule = 'serviceCredited' and (
        service.id is null or entry.key <> 'own/service/' || service.id
        or entry.facts->>'residentId' <> service.resident_id::text
        or entry.facts->'credits'->>'minor' <> service.credits::text
        or entry.actor_id = service.recorded_by)`,
  },
];
