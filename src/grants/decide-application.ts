import type { UnitOfWork } from '../kernel/unit-of-work';
import type { ApplicationRow } from './application.entity';
import type { ApplicationState } from './states';

/** Writes down what became of an application that is held; it is final. */
export async function decideApplication(
  work: UnitOfWork,
  application: ApplicationRow,
  state: Exclude<ApplicationState, 'submitted'>,
): Promise<ApplicationRow> {
  const { communityId, id } = application;
  await work.db.query(
    `update application set state = $3, decided_at = $4 where community_id = $1 and id = $2`,
    [communityId, id, state, work.now],
  );
  return { ...application, state, decidedAt: work.now };
}
