import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { giveGlobalIds } from '../../src/api/node.graphql';
import { anyone, policy, policyOf, withParent, type Policy } from '../../src/api/policy';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { RESOLVERS } from '../../src/server/resolvers';
import { createSchema } from '../../src/server/schema';
import { KeptAnswerRow } from '../../src/society/kept-answer.entity';
import { uploadFor } from '../attachments/stage';
import { newCounter, type Counter } from '../donations/gifts';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld } from '../support/world';
import { drift } from './drift';
import { beginLife, STEPS } from './life';
import { contextOf, counterpart, keep, nobody, rightPerson, run } from './living';
import { printWhoMay } from './print-who-may';
import { SAMPLES } from './samples';
import { ROOT } from './source';
import type { Life, Step } from './step';
import { everyone, handedToStrangers, walk } from './who-may';

const schema: GraphQLSchema = createSchema();
let database: FreshDatabase;
let life: Life;
let counter: Counter;

beforeAll(async () => {
  database = await freshDatabase();
  counter = await newCounter(database.dataSource, { availableAfterSeconds: 0 });
  life = beginLife(await newWorld(database.dataSource), counter, new Date());
  await uploadFor(database.dataSource, life);
});
afterAll(async () => {
  await counter.close();
  await database.drop();
});

const world = () => ({ schema, source: database.dataSource });

/** The sentence of a mutation's or a query's policy. */
const sentence = (name: string) => {
  const type = name in (schema.getMutationType()?.getFields() ?? {}) ? 'Mutation' : 'Query';
  return policyOf(schema.getType(type) as never, name)?.says ?? '';
};

test('a life uses every mutation, and every query that a command guards', () => {
  const lived = new Set(STEPS.map(({ does }) => does));
  const queries = Object.keys(schema.getQueryType()?.getFields() ?? {});
  const asked = [
    ...Object.keys(schema.getMutationType()?.getFields() ?? {}),
    ...queries.filter((name) => sentence(name).includes('decided by the command')),
  ];
  expect(asked.filter((name) => !lived.has(name))).toEqual([]);
});

/** Nothing tells when somebody voted or stood aside; other entries are known by their own keys. */
const UNKEPT = [
  ...['takeVotingToken', 'recuseFromBallot', 'recordExchange', 'recordExchanges'],
  ...['confirmService', 'confirmServices'],
];

/** Who was not refused, or not as they should be. */
async function notRefused(on: GraphQLSchema, step: Step): Promise<string[]> {
  const says = sentence(step.does);
  const faults: string[] = [];
  const expectEnding = async (who: string, actor: Actor, ending: string) => {
    const ended = (await run({ ...world(), schema: on }, step, life, actor)).says;
    if (ended !== ending) faults.push(`${step.does} by ${who}: ${ended}, not ${ending}`);
  };
  if (says !== anyone.says) await expectEnding('a stranger', STRANGER, 'UNAUTHENTICATED');
  if (!says.includes('decided by the command')) return faults;
  await expectEnding('a person who is nothing', nobody(life.world), 'FORBIDDEN');
  const other = step.anywhere ? null : counterpart(step, life);
  if (other) await expectEnding('their like elsewhere', other, 'FORBIDDEN');
  return faults;
}

const isMutation = (name: string) => name in (schema.getMutationType()?.getFields() ?? {});

describe('each act is refused to whom it is not for, done by whom it is for, and done once', () => {
  test.each(STEPS.map((step, i) => [`${i + 1} ${step.does}`, step] as const))(
    '%s',
    async (name, step) => {
      expect(await notRefused(schema, step)).toEqual([]);
      const right = rightPerson(step, life);
      const key = isMutation(step.does) ? name.replace(' ', '/once/') : undefined;
      const done = await run(world(), step, life, right, key);
      expect(done.says).toBe('done');
      keep(step, life, done.payload);
      if (right.kind !== 'person' || key === undefined) return;
      const again = await run(world(), { ...step, first: undefined }, life, right, key);
      const hash = createHash('sha256').update(`${key} 0`).digest();
      const kept = await database.dataSource.manager.countBy(KeptAnswerRow, { keyHash: hash });
      expect(kept).toBe(UNKEPT.includes(step.does) ? 0 : 1);
      if (kept > 0) expect(again).toEqual(done);
    },
  );
});

/** The schema without its guards, to take samples from. */
const unguarded = () =>
  giveGlobalIds(
    buildSchemaSync({
      resolvers: RESOLVERS as unknown as NonEmptyArray<new () => object>,
      validate: false,
    }),
  );

describe('who may see what', () => {
  const page = join(ROOT, 'schema', 'who-may.md');

  test('is what schema/who-may.md says, for every field and everyone', async () => {
    const { verdicts, faults } = await walk(
      { schema, open: unguarded() },
      database.dataSource,
      life,
    );
    expect(faults).toEqual([]);
    const made = printWhoMay(verdicts);
    if (process.env.WRITE) writeFileSync(page, made);
    // When this fails and the change is meant: WRITE=1 npm test -- test/architecture/policy-walk
    expect(drift(existsSync(page) ? readFileSync(page, 'utf8') : '', made)).toEqual([]);
  });

  test('is not undone by node(id)', async () => {
    const schemas = { schema, open: unguarded() };
    expect(await handedToStrangers(schemas, database.dataSource, life)).toEqual([]);
  });

  test('is asked about types that exist', () => {
    expect(Object.keys(SAMPLES).filter((name) => !schema.getType(name))).toEqual([]);
  });
});

describe('the guard goes red', () => {
  /** A schema of one type whose rule looks at the row. */
  const tiny = (name: string, rule: Policy | null, isNode = false) => {
    const node = new GraphQLInterfaceType({
      name: 'Node',
      fields: { id: { type: GraphQLString } },
    });
    const thing = new GraphQLObjectType({
      name,
      fields: { id: { type: GraphQLString, extensions: rule ? { policy: rule } : {} } },
      interfaces: isNode ? [node] : [],
    });
    return new GraphQLSchema({
      query: new GraphQLObjectType({
        name: 'Query',
        fields: { thing: { type: thing, extensions: { policy: anyone } } },
      }),
    });
  };
  const looking = (allows: (actor: Actor) => boolean) =>
    policy<{ id: string }>('Some.', ({ actor }, _row) => allows(actor));
  const walkTiny = (small: GraphQLSchema) =>
    walk({ schema: small, open: unguarded() }, database.dataSource, life);

  /** The API with one mutation that does whatever anybody asks as if an officer had. */
  const careless = (name: string): GraphQLSchema => {
    const spoilt = createSchema();
    const field = spoilt.getMutationType()!.getFields()[name]!;
    const { resolve } = field;
    field.resolve = (source, args, _context, info) =>
      resolve!(source, args, contextOf(database.dataSource, life.world.officer.actor), info);
    return spoilt;
  };

  test('on a command that authorises nobody', async () => {
    const step = STEPS.find(({ does }) => does === 'registerPlace')!;
    expect(await notRefused(schema, step)).toEqual([]);
    const faults = await notRefused(careless('registerPlace'), step);
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'registerPlace by a stranger',
      'registerPlace by a person who is nothing',
      'registerPlace by their like elsewhere',
    ]);
  });

  test('on a type without a sample', async () => {
    const { faults } = await walkTiny(
      tiny(
        'Unheard',
        looking(() => true),
      ),
    );
    expect(faults).toEqual([expect.stringContaining('Unheard has no sample: name one')]);
  });

  test('on a field without a policy', async () => {
    const { faults } = await walkTiny(tiny('Pool', null));
    expect(faults).toEqual(['Pool.id has no policy']);
  });

  test('on a rule that lets in one more', async () => {
    const printed = async (rule: Policy) =>
      printWhoMay((await walkTiny(tiny('Pool', rule))).verdicts);
    const before = await printed(looking(({ personId }) => personId === null));
    const after = await printed(looking(() => true));
    expect(before).toContain('| id | Some. | a stranger | – | – | – |');
    expect(drift(before, after).join()).toContain('foundation: all');
    const chairs = ({ standings }: Actor) => standings.some(({ role }) => role === 'chair');
    expect(await printed(looking(chairs))).toContain(
      '| id | Some. | – | foundation: chair | foundation: chair; public fund: chair |',
    );
  });

  test('on a node that node(id) gives to anyone', async () => {
    const schemas = { schema: tiny('Pool', withParent, true), open: unguarded() };
    expect(await handedToStrangers(schemas, database.dataSource, life)).toEqual([
      'node(id) gives a Pool to anyone: it needs rules of its own',
    ]);
  });

  test('and everyone is everyone: each role in its own body, in another, and elsewhere', () => {
    const all = everyone(life);
    const chairs = all.filter(({ name }) => name === 'foundation chair');
    expect(chairs.map(({ where }) => where)).toEqual([
      'its own bodies',
      'others of the community',
      'elsewhere',
    ]);
    expect(all.filter(({ where }) => where === 'people')).toHaveLength(6);
    expect(all.length).toBeGreaterThan(50);
  });
});
