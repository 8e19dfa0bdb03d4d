import { grantById } from '../grants/grant.reader';
import { affairsOf, mayAct } from '../councils/layers';
import { authorise } from '../kernel/actor';
import { readDay, type Day } from '../kernel/calendar';
import { cityRef, sameCommunity, tenantRef } from '../kernel/global-id';
import { newId } from '../kernel/id';
import { isMandated } from '../kernel/mandate';
import { Refusal } from '../kernel/refusal';
import { readName, readReason } from '../kernel/text';
import type { UnitOfWork } from '../kernel/unit-of-work';
import type { OrganisationRow } from '../society/organisation.entity';
import { needOrganisation } from '../society/organisation.reader';
import type { ParticipationMode } from '../society/participation-mode';
import { communityOf } from '../society/place-of-community';
import type { PlaceRow } from '../society/place.entity';
import { needPlace } from '../society/place.reader';
import { refuseReserved } from '../society/refuse-reserved';
import { ProjectRow } from './project.entity';
import { SUBJECT_KINDS } from './project.policy';
import { ProjectStepRow } from './project-step.entity';

/** A step of a plan. */
export interface PlannedStep {
  readonly title: string;
  readonly dueOn: Day;
}

export interface OpenProject {
  readonly placeId: string;
  readonly organisationId: string;
  readonly title: string;
  readonly goal: string;
  readonly people: string;
  readonly material: string;
  readonly money: string;
  readonly sustainability: string;
  readonly mode: ParticipationMode;
  readonly steps: readonly PlannedStep[];
  readonly grantId?: string | null;
}

const MOST_STEPS = 30;

/**
 * Opens a micro-project in a community, a courtyard or a grid: its goal, its plan, who answers for
 * it, and why it can be done in people, material, money and in the long run (N4; cadres of the
 * place, or whoever executes a resolution that says exactly this). Refuses: `ID_UNKNOWN`,
 * `RESOLUTION_NEEDED`, `PLACE_KIND`, `ORGANISATION_KIND`, `NOT_HERE`, `TEXT_LENGTH`, `LIST_LENGTH`,
 * `DAY_UNREADABLE`, `STEP_ORDER`, `OTHER_COMMUNITY`, `GRANT_OF_ANOTHER`.
 */
export async function openProject(work: UnitOfWork, input: OpenProject): Promise<ProjectRow> {
  const path = ['placeId'];
  const at = await needPlace(work, cityRef('Place', input.placeId, path), path);
  const mandated = isMandated(work, 'openProject', input);
  authorise(work.actor, mandated || mayAct(work.actor, at, 'openProject', affairsOf(at)));
  const communityId = communityOf(at, ['community', 'courtyard', 'grid'], path);
  await refuseReserved(work, communityId, 'openProject', input);
  const subject = await needSubject(work, input.organisationId, at);
  const project: ProjectRow = {
    ...{ communityId, id: newId(), placeId: at.id, organisationId: subject.id, mode: input.mode },
    title: readName(input.title, ['title']),
    goal: readReason(input.goal, ['goal']),
    people: readReason(input.people, ['people']),
    material: readReason(input.material, ['material']),
    money: readReason(input.money, ['money']),
    sustainability: readReason(input.sustainability, ['sustainability']),
    grantId: await readGrant(work, input.grantId ?? null, communityId, subject),
    resolutionId: mandated ? (work.mandate?.resolutionId ?? null) : null,
    ...{ openedBy: work.actor.personId, openedAt: work.now },
    ...{ endedBy: null, endedAt: null, outcome: null, result: null },
  };
  const steps = readSteps(input.steps, project);
  const db = await work.begin();
  await db.insert(ProjectRow, project);
  await db.insert(ProjectStepRow, steps);
  return project;
}

/** Who answers for it: it sits in the place, in the community, or above. */
async function needSubject(
  work: UnitOfWork,
  globalId: string,
  at: PlaceRow,
): Promise<OrganisationRow> {
  const path = ['organisationId'];
  const subject = await needOrganisation(work, globalId, path, ...SUBJECT_KINDS);
  const seat = await needPlace(work, subject.placeId, path);
  const community = at.lineage[3] ?? at.id;
  if (!at.lineage.includes(seat.id) && !seat.lineage.includes(community))
    throw new Refusal('NOT_HERE', { place: at.name }, path);
  return subject;
}

async function readGrant(
  work: UnitOfWork,
  globalId: string | null,
  communityId: string,
  { id: organisationId }: OrganisationRow,
): Promise<string | null> {
  if (globalId === null) return null;
  const path = ['grantId'];
  const id = sameCommunity(tenantRef('Grant', globalId, path), communityId, path);
  const [grant] = await grantById.read(work.db, communityId, [id]);
  if (!grant) throw new Refusal('ID_UNKNOWN', { type: 'Grant' }, path);
  if (grant.granteeId !== organisationId) throw new Refusal('GRANT_OF_ANOTHER', {}, path);
  return id;
}

/** The plan: a step is never due before the one that comes first. */
function readSteps(given: readonly PlannedStep[], project: ProjectRow): ProjectStepRow[] {
  if (given.length < 1 || given.length > MOST_STEPS)
    throw new Refusal('LIST_LENGTH', { least: 1, largest: MOST_STEPS }, ['steps']);
  return given.map(({ title, dueOn }, i) => {
    const path = ['steps', String(i)];
    const day = readDay(dueOn, [...path, 'dueOn']);
    const before = given[i - 1]?.dueOn;
    if (before !== undefined && day < before)
      throw new Refusal('STEP_ORDER', { before }, [...path, 'dueOn']);
    return {
      ...{ communityId: project.communityId, id: newId(), projectId: project.id, n: i + 1 },
      ...{ title: readName(title, [...path, 'title']), dueOn: day },
      ...{ doneOn: null, note: null, recordedBy: null, recordedAt: null },
    };
  });
}
