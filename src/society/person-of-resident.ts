import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ResidentRow } from './resident.entity';
import { lockResident } from './resident.reader';

/**
 * The person whom a resident acts as; a resident who never acted becomes one here, under the row's
 * lock, so that two appointments at once make one person. Someone who moved out: `RESIDENT_GONE`.
 */
export async function personOfResident(
  work: UnitOfWork,
  { communityId, id }: ResidentRow,
  path: readonly string[],
): Promise<string> {
  const resident = await lockResident(work, { communityId, id }, path);
  if (resident.movedOut !== null) throw new Refusal('RESIDENT_GONE', {}, path);
  if (resident.personId !== null) return resident.personId;
  const personId = newId();
  await work.db.query(
    `insert into person (id, name, home_community_id, resident_id) values ($1, $2, $3, $4)`,
    [personId, resident.name, communityId, id],
  );
  await work.db.query(`update resident set person_id = $3 where community_id = $1 and id = $2`, [
    communityId,
    id,
    personId,
  ]);
  return personId;
}
