import { randomUUID } from 'node:crypto';
import { endProject } from '../../src/projects/end-project';
import { openProject, type OpenProject } from '../../src/projects/open-project';
import type { ProjectRow } from '../../src/projects/project.entity';
import { stepsOfProject } from '../../src/projects/project.reader';
import { PROJECTS_CHECKS } from '../../src/projects/projects.checks';
import { recordProjectStep } from '../../src/projects/record-project-step';
import { SYSTEM, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { mandateFor, underMandate } from '../../src/kernel/mandate';
import { runChecks } from '../../src/ledger/verify';
import { serve } from '../../src/server/serve';
import { reserveMatter } from '../../src/society/reserve-matter';
import { day, ending, newYard, run, TODAY, type Yard } from '../courtyards/yard';
import { Client } from '../stories/support/client';
import { countQueries, JOINED } from '../support/queries';
import { tokenOf } from '../support/world';

let yard: Yard;
beforeAll(async () => {
  yard = await newYard();
});
afterAll(() => yard.database.drop());

const home = () => yard.world.home;
const plan = (more: Partial<OpenProject> = {}): OpenProject => ({
  ...{ placeId: yard.courtyard, organisationId: home().team.globalId, title: 'Benches' },
  ...{ goal: 'Six benches by the well.', people: 'Eight of us.', material: 'Timber, given.' },
  ...{ money: '300 yuan of a grant.', sustainability: 'The team mends them.' },
  mode: 'cooperative',
  steps: [
    { title: 'Buy timber', dueOn: day(10) },
    { title: 'Build', dueOn: day(30) },
  ],
  ...more,
});
const open = (more: Partial<OpenProject> = {}, actor: Actor = home().cadre.actor) =>
  run(yard, (work) => openProject(work, plan(more)), actor);
const idOf = ({ communityId, id }: ProjectRow) => toGlobalId('Project', communityId, id);
const stepsOf = async ({ communityId, id }: ProjectRow) =>
  (await stepsOfProject.read(yard.database.dataSource.manager, communityId, [id])).map((step) =>
    toGlobalId('ProjectStep', communityId, step.id),
  );
const done = (stepId: string, actor: Actor = home().leader.actor, doneOn = TODAY) =>
  ending(
    run(yard, (work) => recordProjectStep(work, { stepId, doneOn, note: 'It is done.' }), actor),
  );
const end = (
  project: ProjectRow,
  outcome: 'reached' | 'partly_reached' | 'not_reached' = 'reached',
  actor: Actor = home().cadre.actor,
) =>
  ending(
    run(
      yard,
      (work) => endProject(work, { projectId: idOf(project), outcome, result: 'They stand.' }),
      actor,
    ),
  );

test('a project goes by its steps, and is ended by somebody else than who runs it', async () => {
  const project = await open();
  const [first, second] = await stepsOf(project);
  expect(await done(first!, home().members[0].actor)).toBe('FORBIDDEN');
  expect(await done(first!, home().leader.actor, day(1))).toBe('DAY_FUTURE doneOn');
  expect(await done(first!)).toBe('done');
  expect(await done(first!)).toBe('STEP_DONE stepId');
  expect(await end(project)).toBe('STEPS_OPEN outcome');
  expect(await end(project, 'reached', home().leader.actor)).toBe('FORBIDDEN');
  expect(await done(second!, home().cadre.actor)).toBe('done');
  expect(await end(project)).toBe('done');
  expect(await end(project)).toBe('PROJECT_ENDED projectId');
});

test('the committee does not judge its own project, nor a cadre what they lead themselves', async () => {
  const own = await open({ organisationId: home().committee.globalId });
  for (const stepId of await stepsOf(own))
    expect(await done(stepId, home().cadre.actor)).toBe('done');
  expect(await end(own)).toBe('SECOND_PERSON_NEEDED projectId');
  const { cadre, leader } = home();
  const both = { ...cadre.actor, standings: [...cadre.actor.standings, ...leader.actor.standings] };
  expect(await end(await open(), 'partly_reached', both)).toBe('SECOND_PERSON_NEEDED projectId');
  const whole = await open({
    ...{ organisationId: home().committee.globalId, placeId: home().place.globalId },
  });
  expect(await end(whole, 'partly_reached', yard.world.officer.actor)).toBe('done');
});

test('a project that did not reach its goal ends with open steps, and they stay open', async () => {
  const project = await open();
  const [first] = await stepsOf(project);
  expect(await end(project, 'not_reached')).toBe('done');
  expect(await done(first!)).toBe('PROJECT_ENDED stepId');
});

test.each([
  ['nobody else', () => home().leader.actor],
  ['no cadre of elsewhere', () => yard.world.other.cadre.actor],
])('it is opened by cadres of the place, and %s', async (_what, who) => {
  expect(await ending(open({}, who()))).toBe('FORBIDDEN');
});

test('whoever executes a resolution opens exactly what it says, and names it', async () => {
  const input = plan({ title: 'By resolution' });
  const resolutionId = randomUUID();
  const mandate = () => mandateFor(resolutionId, 'openProject', input);
  const { actor } = home().members[1];
  const opened = await run(
    yard,
    (work) => underMandate(work, mandate(), () => openProject(work, input)),
    actor,
  );
  expect(opened).toMatchObject({ resolutionId, openedBy: home().members[1].id });
  const another = { ...input, money: '3,000 yuan.' };
  expect(
    await ending(
      run(yard, (work) => underMandate(work, mandate(), () => openProject(work, another)), actor),
    ),
  ).toBe('FORBIDDEN');
});

test.each<[string, () => Partial<OpenProject>, string]>([
  ['a street', () => ({ placeId: yard.world.street.globalId }), 'PLACE_KIND placeId'],
  [
    'an organisation of another community',
    () => ({ organisationId: yard.world.other.team.globalId }),
    'NOT_HERE organisationId',
  ],
  [
    'a foundation',
    () => ({ organisationId: home().foundation.globalId }),
    'ORGANISATION_KIND organisationId',
  ],
  ['no plan', () => ({ steps: [] }), 'LIST_LENGTH steps'],
  [
    'a plan that goes back',
    () => ({
      steps: [
        { title: 'Build', dueOn: day(30) },
        { title: 'Buy', dueOn: day(29) },
      ],
    }),
    'STEP_ORDER steps 1 dueOn',
  ],
  [
    'a plan too long',
    () => ({ steps: Array.from({ length: 31 }, () => ({ title: 'Go on', dueOn: TODAY })) }),
    'LIST_LENGTH steps',
  ],
  [
    "another's grant",
    () => ({ organisationId: home().committee.globalId, grantId: yard.grantId }),
    'GRANT_OF_ANOTHER grantId',
  ],
  [
    'no grant',
    () => ({ grantId: toGlobalId('Grant', home().id, randomUUID()) }),
    'ID_UNKNOWN grantId',
  ],
  [
    'a grant of another community',
    () => ({ grantId: toGlobalId('Grant', yard.world.other.id, randomUUID()) }),
    'OTHER_COMMUNITY grantId',
  ],
])('%s is refused', async (_what, more, said) => {
  expect(await ending(open(more(), SYSTEM))).toBe(said);
});

test('30 steps on one day, and the own grant, are a plan', async () => {
  const steps = Array.from({ length: 30 }, () => ({ title: 'Go on', dueOn: TODAY }));
  expect((await open({ steps, grantId: yard.grantId })).grantId).not.toBeNull();
});

test('where projects are kept for resolutions, a cadre opens none alone', async () => {
  const communityId = yard.world.other.place.globalId;
  const input = plan({ placeId: communityId, organisationId: yard.world.other.team.globalId });
  const byCadre = () => ending(run(yard, (work) => openProject(work, input), cadre));
  const cadre = yard.world.other.cadre.actor;
  expect(await byCadre()).toBe('done');
  await run(yard, (work) => reserveMatter(work, { communityId, act: 'open_project' }));
  expect(await byCadre()).toBe('RESOLUTION_NEEDED');
});

const HARM: Readonly<Record<string, string>> = {
  'project-plan': `update project_step set n = 40 where n = 1`,
  'project-reached': `update project set outcome = 'reached' where outcome = 'not_reached'`,
  'project-grant': `update project set organisation_id =
    (select id from organisation where kind = 'foundation' limit 1) where grant_id is not null`,
};

test('there is a harm for every check', () => {
  expect(PROJECTS_CHECKS.map(({ name }) => name)).toEqual(Object.keys(HARM));
});

test.each([
  ...Object.entries(HARM),
  ['project-plan', `update project_step set due_on = due_on - 400 where n = 2`],
  ['project-plan', 'delete from project_step'],
])('%s finds: %s', async (name, sql) => {
  const { dataSource } = yard.database;
  expect(await runChecks(dataSource, PROJECTS_CHECKS)).toEqual([]);
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(sql);
    const check = PROJECTS_CHECKS.find((each) => each.name === name)!;
    expect(((await runner.query(check.sql)) as unknown[]).length).toBeGreaterThan(0);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});

test('over HTTP a cadre opens one, its leader tells of it, and anyone reads it all', async () => {
  const { dataSource } = yard.database;
  const served = await serve({ host: '127.0.0.1', port: 0, publicUrl: null }, dataSource, () => {
    throw new Error('The server wrote of an incident');
  });
  try {
    const as = async (id: string) => new Client(served.url, await tokenOf(dataSource, id));
    const cadre = await as(home().cadre.id);
    const opened = await cadre.ask(
      `mutation ($input: OpenProjectInput!) { openProject(input: $input) {
         project { id mode steps { id title dueOn doneOn } place { name } } userErrors { code } } }`,
      { input: { ...plan({ title: 'Over HTTP', grantId: yard.grantId }), mode: 'SPONTANEOUS' } },
    );
    const { project } = opened.data!.openProject as {
      project: { id: string; steps: { id: string }[] };
    };
    expect(project).toMatchObject({
      ...{ mode: 'SPONTANEOUS', place: { name: 'Well Yard' } },
      steps: [{ title: 'Buy timber', dueOn: day(10), doneOn: null }, { title: 'Build' }],
    });
    const leader = await as(home().leader.id);
    const told = await leader.ask(
      `mutation ($input: RecordProjectStepInput!) { recordProjectStep(input: $input) {
         step { doneOn note project { title } } userErrors { code } } }`,
      { input: { stepId: project.steps[0]!.id, doneOn: TODAY, note: 'Oak.' } },
    );
    expect(told.data!.recordProjectStep).toEqual({
      step: { doneOn: TODAY, note: 'Oak.', project: { title: 'Over HTTP' } },
      userErrors: [],
    });
    const stranger = new Client(served.url);
    const look = (id: string, type: string, first: number) =>
      countQueries(dataSource, () =>
        stranger.ask(
          `query ($id: ID!) { node(id: $id) { ... on ${type} { projects(first: ${first}) {
             edges { node { title place { name } organisation { name } grant { title }
               steps { title doneOn } } } } } } }`,
          { id },
        ),
      );
    for (const [id, type] of [
      [home().place.globalId, 'Place'],
      [home().team.globalId, 'Organisation'],
    ] as const) {
      const few = await look(id, type, 1);
      const many = await look(id, type, 5);
      const { projects } = many.result.data!.node as {
        projects: { edges: { node: object }[] };
      };
      expect(projects.edges).toHaveLength(5);
      expect(projects.edges[0]!.node).toMatchObject({
        ...{ title: 'Over HTTP', grant: { title: 'Repairs for the old' } },
        steps: [{ doneOn: TODAY }, { doneOn: null }],
      });
      expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
    }
  } finally {
    await served.close();
  }
});
