import { type GraphQLSchema } from 'graphql';
import { policyOf } from '../../src/api/policy';
import { STRANGER } from '../../src/kernel/actor';
import { createSchema } from '../../src/server/schema';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld } from '../support/world';
import { beginLife, STEPS, type Life } from './life';
import { counterpart, keep, nobody, rightPerson, run } from './living';

const schema: GraphQLSchema = createSchema();
let database: FreshDatabase;
let life: Life;

beforeAll(async () => {
  database = await freshDatabase();
  life = beginLife(await newWorld(database.dataSource), new Date());
});
afterAll(() => database.drop());

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

describe('each act is refused to whom it is not for, and done by whom it is for', () => {
  test.each(STEPS.map((step, i) => [`${i + 1} ${step.does}`, step] as const))(
    '%s',
    async (_name, step) => {
      const says = sentence(step.does);
      const ending = async (actor: typeof STRANGER) => (await run(world(), step, life, actor)).says;
      if (!says.startsWith('Anyone, signed in or not'))
        expect(['a stranger', await ending(STRANGER)]).toEqual(['a stranger', 'UNAUTHENTICATED']);
      if (says.includes('decided by the command')) {
        expect(['nobody', await ending(nobody(life.world))]).toEqual(['nobody', 'FORBIDDEN']);
        const other = step.anywhere ? null : counterpart(step, life);
        if (other)
          expect(['their like elsewhere', await ending(other)]).toEqual([
            'their like elsewhere',
            'FORBIDDEN',
          ]);
      }
      const done = await run(world(), step, life, rightPerson(step, life));
      expect(done.says).toBe('done');
      keep(step, life, done.payload);
    },
  );
});
