import { personOf } from '../kernel/actor';
import { dayOf, readDay, type Day } from '../kernel/calendar';
import { newId } from '../kernel/id';
import { Refusal } from '../kernel/refusal';
import { readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { projectAtStep, type AtStep } from './at-step';
import { FundVisitRow } from './fund-visit.entity';
import { grantById } from '../grants/grant.reader';
import { refuseExecutor } from './refuse-executor';
import { refuseFull } from './refuse-full';
import { supervises } from './supervises';

export interface RecordFundVisit {
  readonly projectId: string;
  readonly visitedOn: Day;
  readonly found: string;
  /** Whether something has to be put right. */
  readonly toPutRight: boolean;
}

/**
 * Writes down what a supervisor found at a project that was awarded its money (C3, step 7; the
 * fund's supervisors, the street's auditors, and members of the council that resolved it, and
 * nobody of those who carry it out). Refuses: `ID_UNKNOWN`, `PROJECT_ENDED`,
 * `SECOND_PERSON_NEEDED`, `PROJECT_FULL`, `NOT_RESOLVED`, `DAY_UNREADABLE`, `VISIT_DAY`,
 * `TEXT_LENGTH`.
 */
export async function recordFundVisit(
  work: UnitOfWork,
  input: RecordFundVisit,
): Promise<FundVisitRow> {
  const stands = await projectAtStep(work, input.projectId, supervises);
  await refuseExecutor(work, stands);
  await refuseFull(work, stands, FundVisitRow);
  const visit: FundVisitRow = {
    ...{ communityId: stands.project.communityId, id: newId(), projectId: stands.project.id },
    visitedOn: await readVisited(work, stands, input.visitedOn),
    ...{ found: readReason(input.found, ['found']), toPutRight: input.toPutRight },
    ...{ visitedBy: personOf(work.actor), recordedAt: work.now },
    ...{ putRight: null, settledBy: null, settledAt: null, setAsideAt: null },
  };
  await work.db.insert(FundVisitRow, visit);
  return visit;
}

/** From the day of the award to today. */
async function readVisited(work: UnitOfWork, { project, today }: AtStep, given: Day): Promise<Day> {
  const { communityId, applicationId } = project;
  const [grant] = await grantById.read(work.db, communityId, applicationId ? [applicationId] : []);
  if (!grant) throw new Refusal('NOT_RESOLVED', {}, ['projectId']);
  const day = readDay(given, ['visitedOn']);
  const first = dayOf(grant.awardedAt, today.timeZone);
  if (day < first || day > today.day)
    throw new Refusal('VISIT_DAY', { first, today: today.day }, ['visitedOn']);
  return day;
}
