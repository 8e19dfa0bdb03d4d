import { sameCommunity, tenantRef } from '../kernel/global-id';
import { Refusal } from '../kernel/refusal';

const MOST = 100;

export const residentPath = (i: number) => ['residentIds', String(i)];

/**
 * Reads which residents a session's list names, as the ids of their rows: 1 to 100 of its
 * community, each once. Refuses: `ATTENDANCE_COUNT`, `ID_UNKNOWN`, `OTHER_COMMUNITY`,
 * `RESIDENT_TWICE`.
 */
export function readResidents(given: readonly string[], communityId: string): string[] {
  if (given.length < 1 || given.length > MOST)
    throw new Refusal('ATTENDANCE_COUNT', { most: MOST }, ['residentIds']);
  const ids = given.map((each, i) =>
    sameCommunity(tenantRef('Resident', each, residentPath(i)), communityId, residentPath(i)),
  );
  ids.forEach((id, i) => {
    if (ids.indexOf(id) < i) throw new Refusal('RESIDENT_TWICE', {}, residentPath(i));
  });
  return ids;
}
