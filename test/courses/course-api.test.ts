import { openScheme } from '../../src/credits/open-scheme';
import { setCourseRate } from '../../src/credits/set-course-rate';
import { setTransferRule } from '../../src/credits/set-transfer-rule';
import { monthOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { CHECKS } from '../../src/server/checks';
import { serve, type Served } from '../../src/server/serve';
import { runChecks } from '../../src/ledger/verify';
import { schemeInput } from '../credits/stage';
import { Client, type Language } from '../stories/support/client';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld, tokenOf, type World } from '../support/world';

/** A course and what it earns, as the people in it ask for it: over HTTP. */

let database: FreshDatabase;
let world: World;
let served: Served;
const AGO = new Date('2026-01-01T04:00:00Z');

beforeAll(async () => {
  database = await freshDatabase();
  const { dataSource } = database;
  world = await newWorld(dataSource);
  const { actor } = world.officer;
  const scheme = await inUnitOfWork(
    dataSource,
    actor,
    (work) => openScheme(work, schemeInput(world.home.place)),
    AGO,
  );
  const schemeId = toGlobalId('CreditScheme', null, scheme.id);
  await inUnitOfWork(
    dataSource,
    actor,
    async (work) => {
      await setCourseRate(work, { schemeId, validFrom: '2026-01-02', per: 'hour', credits: 10 });
      await setTransferRule(work, { schemeId, fromMonth: '2026-02', monthlyLimit: 8 });
    },
    AGO,
  );
  served = await serve(
    { host: '127.0.0.1', port: 0, publicUrl: null },
    dataSource,
    () => undefined,
  );
}, 60_000);
afterAll(async () => {
  await served.close();
  await database.drop();
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each query has its own shape
type Data = any;

async function ask(
  who: { readonly id: string } | null,
  query: string,
  variables: object = {},
  language: Language = 'en',
): Promise<{ data: Data; codes: string[] }> {
  const token = who && (await tokenOf(database.dataSource, who.id));
  const { data, errors } = await new Client(served.url, token).ask(query, variables, language);
  return { data: data as Data, codes: errors.map(({ extensions }) => extensions?.code ?? '') };
}

/** Does something, and tells the payload with the codes of what was refused. */
async function act(
  who: { readonly id: string } | null,
  mutation: string,
  input: object,
  asked: string,
  language: Language = 'en',
) {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${mutation}(input: $input) {
    ${asked} userErrors { code message path } } }`;
  const { data, codes } = await ask(who, query, { input }, language);
  const payload = data?.[mutation] as Data;
  const refused: { code: string; message: string }[] = payload?.userErrors ?? [];
  return { payload, refused, codes: [...codes, ...refused.map(({ code }) => code)] };
}

const startsAt = new Date(Date.now() - 3 * 3600_000).toISOString();
const tomorrow = new Date(Date.now() + 24 * 3600_000).toISOString();
let course: string;
let session: string;

test('a leader opens a course; anyone sees it, and nobody else who takes part', async () => {
  const { home } = world;
  const input = {
    ...{ communityId: home.place.globalId, organisationId: home.team.globalId, capacity: 2 },
    ...{ title: '议事规则', lecturer: '徐教授', about: '三次课' },
    sessions: [
      { startsAt, minutes: 60, venue: '阅览室' },
      { startsAt: tomorrow, minutes: 60, venue: '阅览室' },
    ],
  };
  const asked = `course { id title capacity enrolled organisation { name } place { name }
    sessions(first: 5) { edges { node { id startsAt minutes venue } } } }`;
  expect((await act(null, 'openCourse', input, asked)).codes).toEqual(['UNAUTHENTICATED']);
  expect((await act(world.outsider, 'openCourse', input, asked)).codes).toEqual(['FORBIDDEN']);
  const opened = await act(home.leader, 'openCourse', input, asked);
  expect(opened.codes).toEqual([]);
  course = opened.payload.course.id;
  session = opened.payload.course.sessions.edges[0].node.id;
  const [housemate, member] = [home.households[1]!.residents[1]!, home.members[0]];
  const seats = [member.resident, housemate];
  for (const { globalId: residentId } of seats) {
    const by = residentId === member.resident.globalId ? member : home.leader;
    const seat = { courseId: course, residentId };
    expect((await act(by, 'enrolInCourse', seat, 'course { enrolled }')).codes).toEqual([]);
  }
  const third = { courseId: course, residentId: home.households[3]!.residents[0]!.globalId };
  const full = await act(home.cadre, 'enrolInCourse', third, 'course { id }', 'zh-CN');
  expect(full.refused).toEqual([
    { code: 'COURSE_FULL', message: '该课程的 2 个名额已满。', path: ['courseId'] },
  ]);
  const read = `query ($id: ID!) { node(id: $id) { ... on Place { courses(first: 3) { edges { node {
    title lecturer enrolled participants(first: 5) { edges { node { resident { name } } } }
    sessions(first: 3) { edges { node { venue attendance(first: 3) { edges { node { id } } } } } }
  } } } } } }`;
  const publicly = await ask(null, read, { id: home.place.globalId });
  const [{ node }] = publicly.data.node.courses.edges;
  expect(node).toMatchObject({ title: '议事规则', enrolled: 2, participants: null });
  expect(node.sessions.edges[0].node).toEqual({ venue: '阅览室', attendance: null });
  const keeping = await ask(home.leader, read, { id: home.place.globalId });
  const names = keeping.data.node.courses.edges[0].node.participants.edges as Data[];
  expect(names.map(({ node: each }) => each.resident.name)).toHaveLength(2);
});

test('who was there is recorded, confirmed by another, and told in the wallet', async () => {
  const { home } = world;
  const [member] = home.members;
  const housemate = home.households[1]!.residents[1]!;
  const list = { sessionId: session, residentIds: [member.resident.globalId, housemate.globalId] };
  const asked = 'session { attendance(first: 5) { edges { node { id state credits } } } }';
  const recorded = await act(home.leader, 'recordAttendance', list, asked);
  expect(recorded.payload.session.attendance.edges.map(({ node }: Data) => node.state)).toEqual([
    'RECORDED',
    'RECORDED',
  ]);
  expect((await act(home.leader, 'confirmAttendance', list, asked)).codes).toEqual(['OWN_RECORD']);
  expect((await act(member, 'confirmAttendance', list, 'session { id }')).codes).toEqual([
    'OWN_ATTENDANCE',
  ]);
  const confirmed = await act(home.cadre, 'confirmAttendance', list, asked);
  expect(confirmed.payload.session.attendance.edges[0].node).toMatchObject({
    ...{ state: 'CONFIRMED', credits: 10 },
  });
  const mine = `query ($id: ID!, $month: String!) { node(id: $id) { ... on Resident {
    courses(first: 3) { edges { node { course { title } } } }
    courseAttendance(first: 3) { edges { node { state session { course { title } } } } }
    wallet { balance month(month: $month) { opening closing moved { by label credits } } } } } }`;
  const month = monthOf(new Date(), 'Asia/Shanghai');
  const id = member.resident.globalId;
  const { data, codes } = await ask(member, mine, { id, month }, 'zh-CN');
  expect(codes).toEqual([]);
  expect(data.node).toMatchObject({
    courses: { edges: [{ node: { course: { title: '议事规则' } } }] },
    courseAttendance: { edges: [{ node: { state: 'CONFIRMED' } }] },
    wallet: {
      balance: 10,
      month: { opening: 0, closing: 10, moved: [{ by: 'COURSE', label: '参加课程所得' }] },
    },
  });
  expect((await ask(world.outsider, mine, { id, month })).data.node.courses).toBeNull();
});

test('two connections hand on at once: the month’s limit is one', async () => {
  const { home } = world;
  const [member] = home.members;
  const housemate = home.households[1]!.residents[1]!;
  const hand = (credits: number, key: string) =>
    act(
      member,
      'transferCredits',
      {
        ...{ idempotencyKey: key, credits, fromResidentId: member.resident.globalId },
        toResidentId: housemate.globalId,
      },
      `giver { wallet { balance } } receiver { displayName }`,
    );
  const both = await Promise.all([hand(5, 'hand-on-1'), hand(5, 'hand-on-2')]);
  const codes = both.flatMap((each) => each.codes);
  expect(codes).toEqual(['TRANSFER_LIMIT_REACHED']);
  expect((await hand(5, 'hand-on-1')).codes.concat((await hand(5, 'hand-on-2')).codes)).toEqual([
    'TRANSFER_LIMIT_REACHED',
  ]);
  const last = await hand(3, 'hand-on-3');
  expect(last.payload.giver.wallet.balance).toBe(2);
  expect(await runChecks(database.dataSource, CHECKS)).toEqual([]);
});
