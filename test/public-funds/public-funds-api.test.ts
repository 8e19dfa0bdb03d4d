import { hash, randomUUID } from 'node:crypto';
import { castRollCallVote } from '../../src/ballots/cast-roll-call-vote';
import { toGlobalId } from '../../src/kernel/global-id';
import { serve, type Served } from '../../src/server/serve';
import { blind } from '../../seeds/voting-device';
import { doing } from '../motions/assembly';
import { Client } from '../stories/support/client';
import { countQueries, JOINED } from '../support/queries';
import { tokenOf } from '../support/world';
import { cny, DAY_ONE, dayAt, key, newOffice, YEAR, type Office } from './office';

/** A public fund as its people meet it: over HTTP, from the allotment to the archive. */

let office: Office;
let served: Served;
const logged: string[] = [];
let stranger: Client;
let cadre: Client;
let officer: Client;
let secretary: Client;
let treasurer: Client;
let supervisor: Client;
let fund = '';
beforeAll(async () => {
  office = await newOffice();
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, office.database.dataSource, (line) => logged.push(line));
  const { home, officer: wang } = office.world;
  stranger = new Client(served.url);
  cadre = await clientOf(home.cadre.id);
  officer = await clientOf(wang.id);
  secretary = await clientOf(office.fundSecretary.personId);
  treasurer = await clientOf(office.fundTreasurer.personId);
  supervisor = await clientOf(office.fundSupervisors[0].personId);
});
afterAll(async () => {
  await served.close();
  await office.database.drop();
  expect(logged).toEqual([]);
});

const clientOf = async (personId: string | null) =>
  new Client(served.url, await tokenOf(office.database.dataSource, personId ?? ''));

type Answer = Record<string, unknown> & { id: string };

/** Does something, and gives what it answers: nothing is refused. */
async function act(who: Client, mutation: string, input: object, gives: string): Promise<Answer> {
  const answer = await tried(who, mutation, input, gives);
  expect(answer).toMatchObject({ userErrors: [] });
  return Object.values(answer)[0] as Answer;
}

async function tried(who: Client, mutation: string, input: object, gives: string) {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${gives}
    userErrors { code path message ... on StepIncomplete { missing { need document from } } } } }`;
  const answer = await who.ask(query, { input });
  return (answer.data?.[mutation] ?? { denied: answer.errors[0]?.extensions?.code }) as object;
}

const ask = async (who: Client, id: string, fields: string) =>
  (await who.ask(`query ($id: ID!) { node(id: $id) { ${fields} } }`, { id })).data?.node as Answer;

const sql = (statement: string, ...values: unknown[]) =>
  office.database.dataSource.query(statement, values) as Promise<never[]>;

/** Days go by for what waits for them. */
const daysPass = () =>
  sql(`update council set founded_at = founded_at - interval '10 days';
    update council_rule set valid_from = valid_from - interval '10 days';
    update fund_step set since = since - interval '10 days';
    update ballot set opened_at = opened_at - interval '10 days',
      closes_at = closes_at - interval '10 days' where closed_at is null;
    update resolution set adopted_at = adopted_at - interval '10 days',
      notice_until = notice_until - 10`);

const inAnHour = () => new Date(Date.now() + 7_200_000);

test('a community is allotted its public money, and everybody reads the arithmetic', async () => {
  const { city, street, home } = office.world;
  const policy = { validFrom: DAY_ONE, perHundred: cny('4000.00'), unspent: 'CARRIED' };
  const denied = { ...policy, placeId: city.globalId };
  expect(await tried(cadre, 'setAllotmentPolicy', denied, 'policy { id }')).toEqual({
    denied: 'FORBIDDEN',
  });
  const asked = { ...policy, placeId: street.globalId, floor: cny('8000.00') };
  await act(officer, 'setAllotmentPolicy', asked, 'policy { perHundred { amount } }');
  const allots = {
    ...{ idempotencyKey: key(), communityId: home.place.globalId, officeId: office.officeId },
    ...{ year: YEAR, name: `专项资金 ${YEAR}` },
  };
  const arithmetic = `year households countedOn unspent perHundred { amount } floor { amount }
    byHouseholds { amount } allotted { amount } due { amount } weights { urgency will }
    policy { perHundred { amount } place { name } } pool { purpose available { amount }
      decider { decidedBy } } office { kind }`;
  const made = await act(officer, 'allotPublicFund', allots, 'fund { id }');
  expect(await act(officer, 'allotPublicFund', allots, 'fund { id }')).toEqual(made);
  fund = made.id;
  const arrives = { fundId: fund, amount: cny('6000.00'), receivedOn: DAY_ONE };
  const receipt = { ...arrives, idempotencyKey: key() };
  await act(treasurer, 'recordAllotmentReceived', receipt, 'fund { id }');
  const { households } = (await ask(stranger, fund, '... on PublicFund { households }')) as never;
  expect(await ask(stranger, fund, `... on PublicFund { ${arithmetic} }`)).toEqual({
    ...{ year: YEAR, households, countedOn: DAY_ONE, unspent: 'CARRIED' },
    ...{ perHundred: { amount: '4000.00' }, floor: { amount: '8000.00' } },
    byHouseholds: { amount: `${Number(households) * 40}.00` },
    ...{ allotted: { amount: '8000.00' }, due: { amount: '2000.00' } },
    weights: { urgency: 30, will: 40 },
    policy: { perHundred: { amount: '4000.00' }, place: { name: street.name } },
    pool: {
      ...{ purpose: 'PUBLIC_FUND', available: { amount: '6000.00' } },
      decider: { decidedBy: 'PROCEDURE' },
    },
    office: { kind: 'PUBLIC_FUND' },
  });
  const settled = { idempotencyKey: key(), fundId: fund };
  expect(await tried(treasurer, 'settlePublicFund', settled, 'fund { id }')).toMatchObject({
    userErrors: [{ code: 'FUND_YEAR_RUNNING' }],
  });
});

const procedures = {} as Record<'nine_steps' | 'small_repairs', string>;

test('a street publishes procedures, and everybody reads them in their own language', async () => {
  const { street } = office.world;
  for (const code of ['nine_steps', 'small_repairs'] as const) {
    const input = { placeId: street.globalId, code, shipped: code.toUpperCase() };
    procedures[code] = (await act(officer, 'publishFundProcedure', input, 'procedure { id }')).id;
  }
  const query = `query ($id: ID!) { node(id: $id) { ... on Place { fundProcedures { edges { node {
    code version says largest { amount } steps { code says actors documents noticeDays sendsBackTo
      conditions { name atLeast } } dimensions { code says } } } } } } }`;
  const zh = (await stranger.ask(query, { id: street.globalId }, 'zh-CN')).data?.node as never;
  const [small, nine] = (zh as { fundProcedures: { edges: { node: Answer }[] } }).fundProcedures
    .edges;
  expect(nine?.node).toMatchObject({ code: 'nine_steps', version: 1, largest: null });
  expect(small?.node).toMatchObject({ says: '小额维修五步法', largest: { amount: '3000.00' } });
  expect((nine?.node.steps as unknown[]).length).toBe(9);
  expect(nine?.node.steps).toContainEqual({
    ...{ code: 'opinions', says: '意见收集', actors: ['RESIDENTS_COMMITTEE'], noticeDays: 0 },
    ...{ documents: ['OPINIONS'], sendsBackTo: ['publicity'] },
    conditions: [{ name: 'OPINIONS_GATHERED', atLeast: 1 }],
  });
});

const starts = (procedure: keyof typeof procedures, title: string, more: object = {}) => ({
  ...{ fundId: fund, procedureId: procedures[procedure], use: 'INFRASTRUCTURE', title },
  ...{ description: '六盏路灯。', cost: cny('1000.00'), ...more },
});

const writes = (projectId: string, kind: string, who = cadre) =>
  act(who, 'recordFundDocument', { projectId, kind, title: kind, text: kind }, 'document { id }');

/** A household votes at its own device; the vote itself carries no name. */
async function households(projectId: string): Promise<void> {
  const opens = {
    ...{ projectId, question: '要不要路灯?', choices: ['要', '不要'], closesAt: inAnHour() },
  };
  const gives = 'project { opinions { id voteBy } }';
  const { opinions } = (await act(cadre, 'openOpinionBallot', opens, gives)) as never;
  const { id: ballotId } = opinions as { id: string };
  expect(opinions).toMatchObject({ voteBy: 'HOUSEHOLD' });
  const [{ key: publicKey }] = (await sql(
    'select public_key as key from ballot order by id desc limit 1',
  )) as unknown as [{ key: Buffer }];
  for (const { personId } of office.residents.slice(0, 3)) {
    const device = await blind({ publicKey });
    const takes = { ballotId, blindedToken: device.blindedToken };
    const voter = await clientOf(personId);
    const signed = (await tried(voter, 'takeVotingToken', takes, 'blindSignature')) as never;
    const { blindSignature } = signed as { blindSignature: string };
    const signature = await device.unblind(Buffer.from(blindSignature, 'base64url'));
    const token = device.token.toString('base64url');
    await act(stranger, 'castVote', { ballotId, token, signature, choice: '要' }, 'ballot { id }');
  }
  await daysPass();
  await act(cadre, 'closeBallot', { ballotId }, 'ballot { id }');
}

/** The council votes by name and for it; its resolution is shown for as long as its rule says. */
async function council(motionId: string): Promise<void> {
  await act(cadre, 'putMotionToVote', { motionId, closesAt: inAnHour() }, 'motion { state }');
  const [{ id }] = (await sql('select id from ballot order by id desc limit 1')) as unknown as [
    { id: string },
  ];
  const ballotId = toGlobalId('Ballot', office.council.communityId, id);
  for (const { actor } of office.members)
    await doing(office, actor, castRollCallVote, { ballotId, choice: '赞成' }, new Date());
  await daysPass();
  const { state } = (await act(cadre, 'concludeMotion', { motionId }, 'motion { state }')) as never;
  expect(state).toBe('PASSED');
}

/** A hearing of the motion is convened with notice, attended from a phone, and held. */
async function hearing(motionId: string): Promise<void> {
  const convenes = {
    ...{
      kind: 'HEARING',
      placeId: office.world.home.place.globalId,
      title: '路灯听证会',
      motionId,
    },
    ...{ venue: '议事厅', agenda: '电费由谁出。', durationMinutes: 60 },
    startsAt: new Date(Date.now() + 9 * 86_400_000),
  };
  const { id: meetingId } = await act(cadre, 'conveneMeeting', convenes, 'meeting { id }');
  const move = (begun: string) =>
    sql(`update meeting set convened_at = now() - interval '10 days',
      starts_at = now() - interval '${begun}'`);
  await move('10 minutes');
  const resident = await clientOf(office.residents[4]!.personId);
  await act(resident, 'attendMeeting', { meetingId }, 'attendance { onlineAt }');
  await move('2 hours');
  await act(cadre, 'closeMeeting', { meetingId }, 'meeting { id }');
}

const MOTION = 'project { id motion { id kind tabledAs } application { id state } }';

const tables = (projectId: string, amount: string) => ({
  ...{ projectId, executorId: office.world.home.committee.globalId, text: '装路灯。' },
  budget: [{ label: '路灯', amount: cny(amount) }],
  tranches: [{ amount: cny(amount), milestone: '装好', dueOn: dayAt(30) }],
});

/** The grant of a project is paid by maker and checker, and its milestone accepted. */
async function pays(projectId: string): Promise<void> {
  const tranche = '... on FundProject { application { tranches { id } } }';
  const { application } = (await ask(officer, projectId, tranche)) as never;
  const [{ id: trancheId }] = (application as { tranches: [{ id: string }] }).tranches;
  await act(secretary, 'requestDisbursement', { trancheId }, 'tranche { state }');
  const waits = await treasurer.ask(`{ me { inbox(first: 9) { edges { node { __typename
    ... on TrancheToCheck { tranche { id } } } } } } }`);
  expect(JSON.stringify(waits.data)).toContain(trancheId);
  const pay = { idempotencyKey: key(), trancheId };
  await act(treasurer, 'disburseTranche', pay, 'tranche { state }');
  const accepts = { trancheId, evidence: '照片' };
  await act(secretary, 'acceptMilestone', accepts, 'tranche { state }');
}

const STEPS = '... on FundProject { state steps { n code state since missing { need document } } }';

test('a project goes through nine steps, from publicity to the archive', async () => {
  const { id: projectId } = await act(
    cadre,
    'startFundProject',
    starts('nine_steps', '路灯', { selfRaised: cny('200.00') }),
    'project { id }',
  );
  const project = { projectId };
  const advance = (who = cadre) => act(who, 'advanceFundProject', project, 'project { id }');
  const first = await tried(cadre, 'advanceFundProject', project, 'project { id }');
  expect(first).toMatchObject({
    userErrors: [
      {
        ...{ code: 'STEP_INCOMPLETE', path: ['projectId'] },
        missing: [
          { need: 'DOCUMENT', document: 'PUBLICITY', from: null },
          { need: 'NOTICE_DAYS', document: null },
        ],
      },
    ],
  });
  const notTheirs = await tried(secretary, 'advanceFundProject', project, 'project { id }');
  expect(notTheirs).toEqual({ denied: 'FORBIDDEN' });
  await writes(projectId, 'PUBLICITY');
  await daysPass();
  await advance();
  await households(projectId);
  await writes(projectId, 'OPINIONS');
  await advance();
  await act(cadre, 'weighFundProject', { ...project, urgency: 4 }, 'project { urgency }');
  await writes(projectId, 'DISCUSSION_MINUTES');
  await advance();
  const tabled = await act(cadre, 'tableFundProject', tables(projectId, '800.00'), MOTION);
  expect(tabled).toMatchObject({
    motion: { kind: 'SPEND_PUBLIC_FUND', tabledAs: 'PROCEDURE' },
    application: { state: 'SUBMITTED' },
  });
  const { id: motionId } = tabled.motion as { id: string };
  await writes(projectId, 'PUBLIC_NOTICE');
  await council(motionId);
  const waiting = (await ask(stranger, projectId, STEPS)).steps as { missing: object[] }[];
  expect(waiting[3]).toMatchObject({
    ...{ n: 4, code: 'resolution', state: 'CURRENT', missing: [{ need: 'NOTICE_OVER' }] },
  });
  expect(waiting.map((step) => (step as never as { state: string }).state)).toEqual([
    ...['PASSED', 'PASSED', 'PASSED', 'CURRENT', 'WAITING', 'WAITING', 'WAITING', 'WAITING'],
    'WAITING',
  ]);
  await daysPass();
  await advance();
  await writes(projectId, 'HEARING_MINUTES');
  const unheard = await tried(cadre, 'advanceFundProject', project, 'project { id }');
  expect(unheard).toMatchObject({ userErrors: [{ missing: [{ need: 'HEARING_HELD' }] }] });
  await hearing(motionId);
  await advance();
  await writes(projectId, 'CONTRACT');
  const executes = { ...project, idempotencyKey: key() };
  const executed = 'project { application { state } } notDone { code }';
  expect(await act(cadre, 'executeFundProject', executes, executed)).toMatchObject({
    application: { state: 'AWARDED' },
  });
  await pays(projectId);
  await writes(projectId, 'COMPLETION_REPORT');
  await advance();
  await visits(projectId);
  await advance(supervisor);
  await writes(projectId, 'EVALUATION_REPORT');
  await writes(projectId, 'IMPROVEMENT_PLAN');
  await evaluations(projectId);
  await advance();
  await writes(projectId, 'FINAL_ACCOUNTS');
  await act(cadre, 'archiveFundProject', project, 'project { state }');
  const frozen = await tried(
    cadre,
    'weighFundProject',
    { ...project, urgency: 1 },
    'project { id }',
  );
  expect(frozen).toMatchObject({ userErrors: [{ code: 'PROJECT_ENDED' }] });
  await readsArchive(projectId);
});

async function visits(projectId: string): Promise<void> {
  const visit = { projectId, visitedOn: DAY_ONE, found: '两盏不亮。', toPutRight: true };
  expect(await tried(cadre, 'recordFundVisit', visit, 'visit { id }')).toEqual({
    denied: 'FORBIDDEN',
  });
  const { id: visitId } = await act(supervisor, 'recordFundVisit', visit, 'visit { id }');
  const member = await clientOf(office.members[0]!.personId);
  const good = { ...visit, found: '都亮了。', toPutRight: false };
  await act(member, 'recordFundVisit', good, 'visit { id }');
  await act(cadre, 'settleFundVisit', { visitId, putRight: '换了灯泡。' }, 'visit { putRight }');
  await writes(projectId, 'SUPERVISION_REPORT', supervisor);
}

async function evaluations(projectId: string): Promise<void> {
  const scores = (points: number) =>
    ['need', 'part', 'quality', 'money'].map((dimension) => ({ dimension, points }));
  for (const [n, points] of [5, 4].entries()) {
    const resident = await clientOf(office.residents[n]!.personId);
    const input = { projectId, scores: scores(points) };
    await act(resident, 'evaluateFundProject', input, 'project { id }');
  }
  const input = { projectId, scores: scores(3), remark: '灯泡要备用。' };
  await act(supervisor, 'evaluateFundProject', input, 'project { id }');
  const told = await ask(
    stranger,
    projectId,
    '... on FundProject { scores { dimension evaluator people mean } }',
  );
  expect(told.scores).toContainEqual({
    ...{ dimension: 'need', evaluator: 'RESIDENT', people: 2, mean: '4.50' },
  });
}

async function readsArchive(projectId: string): Promise<void> {
  const get = async (who: string | null) =>
    await fetch(`${served.url}/archives/${projectId}.json`, {
      headers: who ? { authorization: `Bearer ${who}` } : {},
    });
  expect((await get(null)).status).toBe(401);
  const outsider = await tokenOf(office.database.dataSource, office.world.outsider.id);
  expect((await get(outsider)).status).toBe(403);
  const resident = await tokenOf(office.database.dataSource, office.residents[5]!.personId);
  const file = await get(resident);
  expect(file.status).toBe(200);
  const content = await file.text();
  expect(file.headers.get('etag')).toBe(`"${hash('sha256', content)}"`);
  expect(await ask(stranger, projectId, '... on FundProject { archiveSha256 }')).toEqual({
    archiveSha256: hash('sha256', content),
  });
  const archive = JSON.parse(content) as Record<string, unknown>;
  expect(archive).toMatchObject({
    ...{ format: 'linli/public-fund-project/1', fund: { year: YEAR, allotted: '8000.00' } },
    project: { title: '路灯', cost: '1000.00', selfRaised: '200.00', use: 'infrastructure' },
    procedure: { code: 'nine_steps', version: 1 },
    opinions: { choices: ['要', '不要'], votes: [3, 0], voteBy: 'household' },
    ranking: { rank: 1, of: 1, lines: { length: 4 } },
    resolution: { number: 1, state: 'executed', vote: { votes: [5, 0, 0] } },
    money: { executor: office.world.home.committee.name, requested: '800.00' },
  });
  expect(archive.steps).toMatchObject({ length: 9 });
  expect((archive.documents as { kind: string }[]).map(({ kind }) => kind)).toEqual([
    ...['publicity', 'opinions', 'discussion_minutes', 'public_notice', 'hearing_minutes'],
    ...['contract', 'completion_report', 'supervision_report', 'evaluation_report'],
    ...['improvement_plan', 'final_accounts'],
  ]);
  const { entries } = archive.money as { entries: { rule: string }[] };
  expect(entries.map(({ rule }) => rule)).toEqual(['grantAwarded', 'trancheDisbursed']);
  expect(content).not.toContain('Neighbour');
  expect(await (await get(resident)).text()).toBe(content);
}

test('the step that a project stands at tells whoever asks whether they act there', async () => {
  const begun = starts('nine_steps', '长椅');
  const { id: projectId } = await act(cadre, 'startFundProject', begun, 'project { id }');
  const stands = '... on FundProject { standsAt { n code mine missing { need } } }';
  const seen = async (who: Client) => (await ask(who, projectId, stands)).standsAt;
  const first = { n: 1, code: 'publicity', missing: [{}, {}] };
  expect(await seen(cadre)).toMatchObject({ ...first, mine: true });
  for (const who of [secretary, supervisor, officer, stranger])
    expect(await seen(who)).toMatchObject({ ...first, mine: false });
  const drops = { projectId, reason: '居民另有安排' };
  await act(cadre, 'dropFundProject', drops, 'project { id }');
  expect(await seen(cadre)).toBeNull();
});

test('a small repair goes the shorter way, and is sent back and given up', async () => {
  const begun = starts('small_repairs', '补路');
  const { id: projectId } = await act(cadre, 'startFundProject', begun, 'project { id }');
  const project = { projectId };
  await writes(projectId, 'PUBLICITY');
  await households(projectId);
  await act(cadre, 'advanceFundProject', project, 'project { id }');
  await act(cadre, 'weighFundProject', { ...project, urgency: 2 }, 'project { urgency }');
  await act(cadre, 'tableFundProject', tables(projectId, '1000.00'), MOTION);
  const back = { ...project, toStep: 'opinions', reason: '问得不清楚。' };
  await act(cadre, 'sendFundProjectBack', back, 'project { id }');
  const events = '... on FundProject { events { edges { node { kind step toStep reason } } } }';
  expect(await ask(stranger, projectId, events)).toEqual({
    events: {
      edges: [
        { node: { kind: 'PASSED', step: 1, toStep: 2, reason: null } },
        { node: { kind: 'SENT_BACK', step: 2, toStep: 1, reason: '问得不清楚。' } },
      ],
    },
  });
  const drops = { ...project, reason: '不补了。' };
  await act(cadre, 'dropFundProject', drops, 'project { state }');
  expect(await ask(stranger, projectId, STEPS)).toMatchObject({ state: 'DROPPED' });
  const file = await fetch(`${served.url}/archives/${projectId}.json`, {
    headers: {
      authorization: `Bearer ${await tokenOf(office.database.dataSource, office.world.officer.id)}`,
    },
  });
  expect(file.status).toBe(404);
});

test('what comes after a resolution is told at its field what does not belong there', async () => {
  const begun = starts('nine_steps', '晾衣架');
  const { id: projectId } = await act(cadre, 'startFundProject', begun, 'project { id }');
  const refused = async (who: Client, mutation: string, input: object, gives: string) => {
    const { userErrors, denied } = (await tried(who, mutation, input, gives)) as {
      userErrors?: { code: string; path: string[] }[];
      denied?: string;
    };
    return denied ?? userErrors?.map(({ code, path }) => `${code} ${path.join('.')}`).join();
  };
  const nobody = toGlobalId('FundProject', office.council.communityId, randomUUID());
  const elsewhere = toGlobalId('FundProject', randomUUID(), randomUUID());
  const visit = { visitedOn: DAY_ONE, found: '看过。', toPutRight: false };
  const executes = { idempotencyKey: key() };
  const cases = [
    [cadre, 'tableFundProject', tables(projectId, '1000.00'), 'project { id }'],
    [cadre, 'executeFundProject', executes, 'project { id }'],
    [supervisor, 'recordFundVisit', visit, 'visit { id }'],
  ] as const;
  for (const [who, mutation, input, gives] of cases)
    for (const id of [nobody, elsewhere, fund, 'garbage', ''])
      expect(await refused(who, mutation, { ...input, projectId: id }, gives)).toBe(
        'ID_UNKNOWN projectId',
      );
  for (const visitId of [nobody, fund, 'garbage']) {
    const settle = { visitId, putRight: '好了。' };
    expect(await refused(cadre, 'settleFundVisit', settle, 'visit { id }')).toBe(
      'ID_UNKNOWN visitId',
    );
  }
  const early = { ...executes, projectId };
  expect(await refused(cadre, 'executeFundProject', early, 'project { id }')).toBe(
    'STEP_ELSEWHERE projectId',
  );
  const short = { projectId, idempotencyKey: 'short' };
  expect(await refused(cadre, 'executeFundProject', short, 'project { id }')).toBe(
    'KEY_UNUSABLE idempotencyKey',
  );
  const table = tables(projectId, '1000.00');
  expect(await refused(cadre, 'tableFundProject', table, 'project { id }')).toBe(
    'STEP_ELSEWHERE projectId',
  );
  const seen = { ...visit, projectId };
  expect(await refused(supervisor, 'recordFundVisit', seen, 'visit { id }')).toBe(
    'NOT_RESOLVED projectId',
  );
});

test('a plan before the council is asked what does not belong in it', async () => {
  const begun = starts('small_repairs', '花架');
  const { id: projectId } = await act(cadre, 'startFundProject', begun, 'project { id }');
  await writes(projectId, 'PUBLICITY');
  await households(projectId);
  await act(cadre, 'advanceFundProject', { projectId }, 'project { id }');
  const right = tables(projectId, '1000.00');
  const [tranche] = right.tranches;
  const wrong: [object, string][] = [
    [{ executorId: 'garbage' }, 'ID_UNKNOWN executorId'],
    [{ executorId: office.officeId }, 'ORGANISATION_KIND executorId'],
    [{ executorId: office.world.other.committee.globalId }, 'APPLICANT_ELSEWHERE executorId'],
    [{ text: ' ' }, 'TEXT_LENGTH text'],
    [{ text: 'x'.repeat(5001) }, 'TEXT_LENGTH text'],
    [{ budget: [] }, 'BUDGET_LINES budget'],
    [{ tranches: [] }, 'TRANCHE_COUNT tranches'],
    [{ budget: [{ label: '花', amount: cny('999.99') }] }, 'SUMS_DIFFER budget'],
    [{ tranches: [{ ...tranche, dueOn: '2020-01-01' }] }, 'DUE_PAST tranches.0.dueOn'],
    [
      { tranches: [{ ...tranche, amount: cny('0') }] },
      'AMOUNT_NOT_POSITIVE tranches.0.amount.amount',
    ],
  ];
  for (const [change, expected] of wrong) {
    const input = { ...right, ...change };
    const answer = await tried(cadre, 'tableFundProject', input, 'project { id }');
    const [error] = (answer as { userErrors: { code: string; path: string[] }[] }).userErrors;
    expect(`${error?.code} ${error?.path.join('.')}`).toBe(expected);
  }
  await act(cadre, 'tableFundProject', right, MOTION);
});

test('a community’s funds with all that is told of them are read in few statements', async () => {
  for (const n of [1, 2, 3, 4])
    await act(cadre, 'startFundProject', starts('nine_steps', `第 ${n} 个`), 'project { id }');
  const look = (first: number) =>
    countQueries(office.database.dataSource, () =>
      ask(
        stranger,
        office.world.home.place.globalId,
        `... on Place { publicFunds { edges { node { allotted { amount } due { amount }
           policy { validFrom } pool { available { amount } } office { name }
           ranking { rank score most lines { criterion value whole points weight }
             project { title } }
           projects(first: ${first}) { edges { node { title cost { amount } procedure { version }
             steps { code state since plan { says } missing { need from } }
             standsAt { code mine missing { need } }
             opinions { base } motion { title } application { title }
             documents(first: 5) { edges { node { title } } }
               visits(first: 5) { edges { node { found } } }
             events(first: 5) { edges { node { kind } } } scores { mean } } } } } } } }`,
      ),
    );
  // The fifth is the first that stands before a council; those before it have asked for less.
  const few = await look(5);
  const many = await look(8);
  expect(many.result.publicFunds).toMatchObject({
    edges: [{ node: { projects: { edges: { length: 8 } }, ranking: [{ rank: 1 }] } }],
  });
  expect(many.statements.length).toBeLessThanOrEqual(few.statements.length + JOINED);
});
