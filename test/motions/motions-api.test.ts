import { randomUUID } from 'node:crypto';
import { SYSTEM } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { answerObjection } from '../../src/motions/answer-objection';
import { coSignMotion } from '../../src/motions/co-sign-motion';
import { executeResolution } from '../../src/motions/execute-resolution';
import type { MotionRow } from '../../src/motions/motion.entity';
import { MOTION_CHECKS } from '../../src/motions/motions.checks';
import { objectToResolution } from '../../src/motions/object-to-resolution';
import type { ResolutionRow } from '../../src/motions/resolution.entity';
import { serve, type Served } from '../../src/server/serve';
import { registerPlace } from '../../src/society/register-place';
import { councilId } from '../councils/chamber';
import { fund, newPool } from '../foundations/money';
import { grantActs } from '../grants/board';
import { Client, type Language } from '../stories/support/client';
import { countQueries, JOINED } from '../support/queries';
import { tokenOf } from '../support/world';
import {
  after,
  conclude,
  DAY,
  decideByCouncil,
  doing,
  HOUR,
  motionId,
  newAssembly,
  putToVote,
  resolutionId,
  resolutionOf,
  screen,
  START,
  table,
  vote,
  votedOn,
  type Assembly,
} from './assembly';

/** Motions and resolutions as people read them: over HTTP. */

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each query has its own shape
type Data = any;

let assembly: Assembly;
let served: Served;
let stranger: Client;
let cadre: Client;
/** Both put their names to the motion of residents; the third did not. */
let coSigners: Client[];
let bystander: Client;
let gridId: string;
let gathered: MotionRow;
/** Nobody came to its first ballot; and an objection to what came of its second was upheld. */
let troubled: MotionRow;
let spoken: ResolutionRow;
let poor: ResolutionRow;
const logged: string[] = [];

const ALL = [5, 0, 0] as const;
const NOTICE_OVER = after(30 * DAY);

beforeAll(async () => {
  assembly = await newAssembly(5);
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, assembly.database.dataSource, (line) => logged.push(line));
  stranger = new Client(served.url);
  cadre = await clientOf(assembly.world.home.cadre.id);
  const [one, two, three] = assembly.residents.map(({ personId }) => personId);
  coSigners = [await clientOf(one!), await clientOf(two!)];
  bystander = await clientOf(three!);
  await table(assembly, { title: 'A shed' });
  await lay();
  await gather();
  await screen(assembly, await table(assembly, { title: 'A tower' }), 'return');
  await trouble();
  await speak();
  await runDry();
});
afterAll(async () => {
  await served.close();
  expect(await runChecks(assembly.database.dataSource, MOTION_CHECKS)).toEqual([]);
  await assembly.database.drop();
  expect(logged).toEqual([]);
});

const clientOf = async (personId: string) =>
  new Client(served.url, await tokenOf(assembly.database.dataSource, personId));

/** An affair of a grid. */
async function lay(): Promise<void> {
  const { place } = assembly.world.home;
  const asked = { kind: 'grid' as const, name: 'East', parentId: place.globalId };
  const grid = await doing(assembly, SYSTEM, registerPlace, asked);
  gridId = toGlobalId('Place', null, grid.id);
  await table(assembly, { title: 'A lamp in the grid', placeId: gridId });
}

/** Two of the ten names that it takes. */
async function gather(): Promise<void> {
  const [first, second] = assembly.residents;
  const asked = { title: 'A bench', tabledAs: 'residents' as const };
  gathered = await table(assembly, asked, first!.actor);
  await doing(assembly, second!.actor, coSignMotion, { motionId: motionId(gathered) });
}

const object = (resolution: ResolutionRow, n: number, text: string) =>
  doing(assembly, assembly.residents[n]!.actor, objectToResolution, {
    ...{ resolutionId: resolutionId(resolution), text },
  });

const answer = ({ communityId, id }: { communityId: string; id: string }, upheld: boolean) =>
  doing(assembly, assembly.party[0], answerObjection, {
    ...{ objectionId: toGlobalId('Objection', communityId, id), upheld, answer: 'We looked.' },
  });

async function trouble(): Promise<void> {
  troubled = await votedOn(assembly, [1, 0, 0], { title: 'A pond' });
  for (const hour of [4, 8]) {
    await putToVote(assembly, troubled, { now: after(hour * HOUR) });
    await vote(assembly, troubled, ALL, { now: after((hour + 1) * HOUR) });
    await conclude(assembly, troubled, after((hour + 3) * HOUR));
    if (hour === 4)
      await answer(await object(await resolutionOf(assembly, troubled), 0, 'Too deep.'), true);
  }
}

/** What three residents object to, the first of whom was answered. */
async function speak(): Promise<void> {
  spoken = await resolutionOf(assembly, await votedOn(assembly, ALL, { title: 'A wall' }));
  await answer(await object(spoken, 0, 'Too high.'), false);
  await object(spoken, 1, 'Too long.');
  await object(spoken, 2, 'Too grey.');
}

/** A grant from a pool that has less, tried three times. */
async function runDry(): Promise<void> {
  const { dataSource } = assembly.database;
  const pool = await newPool(dataSource, assembly.world.home);
  await fund(dataSource, pool, 30_000n);
  await decideByCouncil(assembly, pool.globalId);
  const acts = grantActs(dataSource, assembly.world.home);
  const award = async (title: string) => {
    const { globalId } = await acts.apply(pool, [30_000], {}, START);
    const act = { awardGrant: { applicationId: globalId } };
    return resolutionOf(assembly, await votedOn(assembly, ALL, { title, act }));
  };
  poor = await award('The menders');
  const rich = await award('The singers');
  for (const each of [rich, poor, poor, poor])
    await doing(
      assembly,
      assembly.world.home.cadre.actor,
      executeResolution,
      { idempotencyKey: randomUUID(), resolutionId: resolutionId(each) },
      NOTICE_OVER,
    );
}

const place = () => assembly.world.home.place.globalId;

const look = async (who: Client, id: string, fields: string, language: Language = 'en') => {
  const answered = await who.ask(
    `query ($id: ID!) { node(id: $id) { ${fields} } }`,
    { id },
    language,
  );
  expect(answered.errors).toEqual([]);
  return answered.data?.node as Data;
};

/** The nodes of a list of something. */
const listed = async (who: Client, id: string, on: string, list: string, node: string) => {
  const name = /^\w+/.exec(list)?.[0] ?? '';
  const read = await look(who, id, `... on ${on} { ${list} { edges { node { ${node} } } } }`);
  return (read[name].edges as { node: Data }[]).map((each) => each.node);
};

const titles = (motions: readonly { title: string }[]) => motions.map(({ title }) => title);

test('what was put before a place, by how far it is', async () => {
  const by = async (args: string, id = place()) =>
    titles(await listed(stranger, id, 'Place', `motions(${args})`, 'title'));
  const newest = ['The singers', 'The menders', 'A wall', 'A pond'];
  const all = [...newest, 'A tower', 'A bench', 'A lamp in the grid', 'A shed'];
  expect(await by('first: 50')).toEqual(all);
  expect(await by('first: 50, state: PASSED')).toEqual(newest);
  expect(await by('first: 50, state: TABLED')).toEqual(['A lamp in the grid', 'A shed']);
  expect(await by('first: 50, state: RETURNED')).toEqual(['A tower']);
  expect(await by('first: 50, state: VOTING')).toEqual([]);
  expect(await by('first: 50', gridId)).toEqual(['A lamp in the grid']);
});

test('its pages follow each other within a state', async () => {
  const page = async (after: string | null) =>
    (
      await look(
        stranger,
        place(),
        `... on Place { motions(first: 3, state: PASSED${after ? `, after: "${after}"` : ''}) {
          edges { node { title } } pageInfo { hasNextPage endCursor } } }`,
      )
    ).motions;
  const first = await page(null);
  expect(first).toMatchObject({ pageInfo: { hasNextPage: true } });
  const second = await page(first.pageInfo.endCursor);
  expect(second).toMatchObject({
    ...{ edges: [{ node: { title: 'A pond' } }], pageInfo: { hasNextPage: false } },
  });
  expect(first.edges).toHaveLength(3);
});

test('what was put before a council, and what it resolved', async () => {
  const id = councilId(assembly.council);
  const gives = 'title council { id }';
  const gathering = await listed(stranger, id, 'Council', 'motions(state: GATHERING)', gives);
  expect(gathering).toEqual([{ title: 'A bench', council: { id } }]);
  const RESOLUTION = 'number state motion { title } endedBy { displayName }';
  const cadreEnds = { endedBy: { displayName: expect.any(String) } };
  const waits = { state: 'ADOPTED', endedBy: null };
  const expected = [
    { number: 5, state: 'EXECUTED', motion: { title: 'The singers' }, ...cadreEnds },
    { number: 4, motion: { title: 'The menders' }, ...waits },
    { number: 3, motion: { title: 'A wall' }, ...waits },
    { number: 2, motion: { title: 'A pond' }, ...waits },
    { number: 1, state: 'SET_ASIDE', motion: { title: 'A pond' }, ...cadreEnds },
  ];
  expect(await listed(stranger, id, 'Council', 'resolutions', RESOLUTION)).toEqual(expected);
  expect(await listed(stranger, place(), 'Place', 'resolutions', RESOLUTION)).toEqual(expected);
  const two = await listed(stranger, place(), 'Place', 'resolutions(first: 2)', 'number');
  expect(two).toEqual([{ number: 5 }, { number: 4 }]);
});

test('every vote on a motion, and every resolution that came of it', async () => {
  const fields = `... on Motion { state act { name input }
    ballots { outcome { outcome } tookPart }
    resolutions { number state noticeUntil endedBecause ballot { outcome { outcome } } } }`;
  expect(await look(stranger, motionId(troubled), fields)).toEqual({
    ...{ state: 'PASSED', act: { name: 'freeText', input: '{}' } },
    ballots: [
      { outcome: { outcome: 'NO_QUORUM' }, tookPart: 1 },
      { outcome: { outcome: 'PASSED' }, tookPart: 5 },
      { outcome: { outcome: 'PASSED' }, tookPart: 5 },
    ],
    resolutions: [2, 1].map((number) => ({
      ...{ number, state: number === 1 ? 'SET_ASIDE' : 'ADOPTED' },
      ...{ endedBecause: number === 1 ? 'We looked.' : null, noticeUntil: expect.any(String) },
      ballot: { outcome: { outcome: 'PASSED' } },
    })),
  });
});

test('strangers read a motion, and not who put a name to it', async () => {
  const id = motionId(gathered);
  const open = '... on Motion { title text coSignatures coSignersNeeded }';
  expect(await look(stranger, id, open)).toEqual({
    ...{ title: 'A bench', text: 'Who waits there may sit.' },
    ...{ coSignatures: 2, coSignersNeeded: 10 },
  });
  const query = `query ($id: ID!) { node(id: $id) { ... on Motion {
    coSigners { edges { node { resident { id } } } } } } }`;
  const refusals: [Client, string][] = [
    [stranger, 'UNAUTHENTICATED'],
    [bystander, 'FORBIDDEN'],
    [coSigners[1]!, 'FORBIDDEN'],
  ];
  for (const [who, code] of refusals) {
    const { errors, text } = await who.ask(query, { id });
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual([code]);
    expect(text).not.toContain(assembly.residents[0]!.residentId);
  }
  const names = await listed(cadre, id, 'Motion', 'coSigners', 'signedAt resident { id }');
  const signedAt = expect.any(String) as string;
  // By the id beneath, which letters and digits of its text are not in the order of.
  const both = assembly.residents
    .slice(0, 2)
    .map(({ residentId }) => Buffer.from(residentId, 'base64url'))
    .sort(Buffer.compare)
    .map((each) => ({ signedAt, resident: { id: each.toString('base64url') } }));
  expect(names).toEqual(both);
});

test('who put a name to it is told so, and nobody else', async () => {
  const query = `query ($id: ID!) { node(id: $id) { ... on Motion { coSignedByMe } } }`;
  const own = async (who: Client) =>
    (await who.ask(query, { id: motionId(gathered) })).data?.node as Data;
  for (const who of coSigners) expect(await own(who)).toEqual({ coSignedByMe: true });
  for (const who of [bystander, cadre]) expect(await own(who)).toEqual({ coSignedByMe: false });
  const { errors } = await stranger.ask(query, { id: motionId(gathered) });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
});

test('who wrote a motion is told that it is theirs, and no other who signed it', async () => {
  const query = `query ($id: ID!) { node(id: $id) { ... on Motion { writtenByMe } } }`;
  const own = async (who: Client) =>
    (await who.ask(query, { id: motionId(gathered) })).data?.node as Data;
  const [writer, ...others] = coSigners;
  expect(await own(writer!)).toEqual({ writtenByMe: true });
  for (const who of [...others, bystander, cadre])
    expect(await own(who)).toEqual({ writtenByMe: false });
  const { errors } = await stranger.ask(query, { id: motionId(gathered) });
  expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['UNAUTHENTICATED']);
});

test('what residents object, with the answers and without their names', async () => {
  const gives = 'text answer upheld answeredAt resolution { number }';
  const said = await listed(
    stranger,
    resolutionId(spoken),
    'Resolution',
    'objections(first: 9)',
    gives,
  );
  const resolution = { number: spoken.number };
  const waits = { answer: null, upheld: null, answeredAt: null, resolution };
  const answeredAt = expect.any(String) as string;
  expect(said).toEqual([
    { text: 'Too high.', answer: 'We looked.', upheld: false, answeredAt, resolution },
    { text: 'Too long.', ...waits },
    { text: 'Too grey.', ...waits },
  ]);
});

test('why a resolution could not be executed, in both languages', async () => {
  const fields = '... on Resolution { state attempts { edges { node { code message } } } }';
  const messages: Record<Language, string> = {
    en: 'The pool has 0.00 available; 300.00 is needed.',
    'zh-CN': '资金池可用余额 0.00，需要 300.00。',
  };
  for (const language of ['en', 'zh-CN'] as const) {
    const read = await look(stranger, resolutionId(poor), fields, language);
    const tried = { node: { code: 'POOL_SHORT', message: messages[language] } };
    expect(read).toEqual({ state: 'ADOPTED', attempts: { edges: [tried, tried, tried] } });
  }
});

describe('as many statements for a page as for one row', () => {
  const RESOLUTION = `number state motion { title } council { name } ballot { tookPart }
    endedBy { displayName } objections(first: 3) { edges { node { text } } }
    attempts(first: 3) { edges { node { message } } }`;
  const MOTION = `title state act { name } place { name } council { name } coSignatures
    mergedInto { title } ballots { tookPart outcome { outcome } } resolutions { number state }`;
  const cases: [name: string, on: string, list: string, node: string][] = [
    ['Place.motions', 'Place', 'motions', `${MOTION} coSignedByMe`],
    ['Council.motions', 'Council', 'motions', `${MOTION} coSignedByMe`],
    ['Place.resolutions', 'Place', 'resolutions', RESOLUTION],
    ['Council.resolutions', 'Council', 'resolutions', RESOLUTION],
    ['Resolution.objections', 'Resolution', 'objections', 'text resolution { number }'],
  ];

  test.each(cases)('%s', async (_name, on, list, node) => {
    const ids = { Place: place(), Council: councilId(assembly.council) };
    const id = ids[on as keyof typeof ids] ?? resolutionId(spoken);
    const { dataSource } = assembly.database;
    const count = (first: number) =>
      countQueries(dataSource, () =>
        listed(coSigners[0]!, id, on, `${list}(first: ${first})`, node),
      );
    await count(1);
    const few = await count(1);
    const many = await count(50);
    expect(few.result).toHaveLength(1);
    expect(many.result.length).toBeGreaterThanOrEqual(3);
    const more = many.statements.length - few.statements.length;
    expect({ more, ok: more <= JOINED }).toEqual({ more, ok: true });
  });
});
