import type { UnitOfWork } from '../kernel/unit-of-work';
import { personOf } from '../kernel/actor';

/** Ends this session, or with `everywhere` every session of the person, at once. */
export async function signOut(
  work: UnitOfWork,
  input: { everywhere: boolean },
  tokenHash: Buffer | null,
): Promise<void> {
  const personId = personOf(work.actor);
  if (input.everywhere) await work.db.query('delete from session where person_id = $1', [personId]);
  else if (tokenHash) await work.db.query('delete from session where token_hash = $1', [tokenHash]);
}
