import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { AtStep } from './at-step';
import { FundDocumentRow } from './fund-document.entity';
import { FundVisitRow } from './fund-visit.entity';

/** A project is kept as one file that a phone can load. */
export const MOST_RECORDS = 200;

/** Refuses more documents or visits than a project's one file holds: `PROJECT_FULL`. */
export async function refuseFull(
  { db }: UnitOfWork,
  { project: { communityId, id: projectId } }: AtStep,
  records: typeof FundDocumentRow | typeof FundVisitRow,
): Promise<void> {
  const there = await db.countBy<FundDocumentRow | FundVisitRow>(records, {
    communityId,
    projectId,
  });
  if (there >= MOST_RECORDS)
    throw new Refusal('PROJECT_FULL', { most: MOST_RECORDS }, ['projectId']);
}
