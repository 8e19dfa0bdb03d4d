import 'reflect-metadata';
import { graphql, GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import type { Context } from '../../src/api/context';
import {
  anyone,
  byCommand,
  enforcePolicies,
  policy,
  policyOf,
  signedIn,
  withParent,
  type Policy,
} from '../../src/api/policy';
import { STRANGER, SYSTEM, type Actor } from '../../src/kernel/actor';
import { Denied } from '../../src/kernel/refusal';

const PERSON: Actor = { kind: 'person', personId: 'li', standings: [], residences: [] };
const as = (actor: Actor) => ({ actor }) as Context;

const field = (rule?: Policy) => ({
  type: GraphQLString,
  extensions: rule ? { policy: rule } : {},
  resolve: () => 'said',
});

function schemaOf(fields: Record<string, ReturnType<typeof field>>, rule?: Policy) {
  const query = new GraphQLObjectType({
    name: 'Query',
    fields,
    extensions: rule ? { policy: rule } : {},
  });
  return new GraphQLSchema({ query });
}

async function ask(schema: GraphQLSchema, name: string, actor: Actor) {
  const answer = await graphql({ schema, source: `{ ${name} }`, contextValue: as(actor) });
  const cause = answer.errors?.[0]?.originalError;
  return cause instanceof Denied
    ? cause.code
    : (answer.data?.[name] ?? answer.errors?.[0]?.message);
}

describe('a schema', () => {
  test('in which a field has no policy is not built, and the field is named', () => {
    expect(() => enforcePolicies(schemaOf({ open: field(anyone), bare: field() }))).toThrow(
      'No policy is stated for Query.bare',
    );
  });

  test('takes the policy of the type for the fields that state none', () => {
    const schema = enforcePolicies(schemaOf({ one: field(), two: field(signedIn) }, anyone));
    const query = schema.getQueryType()!;
    expect(policyOf(query, 'one')).toBe(anyone);
    expect(policyOf(query, 'two')).toBe(signedIn);
    expect(policyOf(query, 'three')).toBe(anyone);
  });

  test('asks the policy before the resolver, which is not reached when it says no', async () => {
    let reached = 0;
    const never = policy('Nobody.', () => false);
    const schema = enforcePolicies(
      schemaOf({ x: { ...field(never), resolve: () => `said ${(reached += 1)}` } }),
    );
    expect(await ask(schema, 'x', PERSON)).toBe('FORBIDDEN');
    expect(await ask(schema, 'x', STRANGER)).toBe('UNAUTHENTICATED');
    expect(reached).toBe(0);
  });

  test('waits for a policy that has to look something up', async () => {
    const later = (may: boolean) => policy('Later.', () => Promise.resolve(may));
    const schema = enforcePolicies(schemaOf({ yes: field(later(true)), no: field(later(false)) }));
    expect(await ask(schema, 'yes', STRANGER)).toBe('said');
    expect(await ask(schema, 'no', STRANGER)).toBe('UNAUTHENTICATED');
    expect(await ask(schema, 'no', PERSON)).toBe('FORBIDDEN');
  });

  test('does not answer when the policy itself fails', async () => {
    const broken = policy('Broken.', () => Promise.reject(new Error('no database')));
    const schema = enforcePolicies(schemaOf({ x: field(broken) }));
    expect(await ask(schema, 'x', PERSON)).toBe('no database');
  });

  test('gives the policy the object that the field stands on', async () => {
    const own = policy<{ owner: string }>('The owner.', ({ actor }, { owner }) => {
      return owner === actor.personId;
    });
    const thing = new GraphQLObjectType({
      name: 'Thing',
      extensions: { policy: own },
      fields: { secret: { type: GraphQLString } },
    });
    const query = new GraphQLObjectType({
      name: 'Query',
      extensions: { policy: anyone },
      fields: { thing: { type: thing, resolve: () => ({ owner: 'li', secret: 'rice' }) } },
    });
    const schema = enforcePolicies(new GraphQLSchema({ query }));
    const read = async (actor: Actor) =>
      (await graphql({ schema, source: '{ thing { secret } }', contextValue: as(actor) })).data;
    expect(await read(PERSON)).toEqual({ thing: { secret: 'rice' } });
    expect(await read(STRANGER)).toEqual({ thing: { secret: null } });
  });

  test('asks once for the fields of an object, and again for another object or asker', async () => {
    const asked: string[] = [];
    const rule = policy<{ owner: string }>('The owner.', ({ actor }, { owner }) => {
      asked.push(`${actor.personId} ${owner}`);
      return owner === actor.personId;
    });
    const thing = new GraphQLObjectType({
      name: 'Thing',
      extensions: { policy: rule },
      fields: { a: { type: GraphQLString }, b: { type: GraphQLString } },
    });
    const things = ['li', 'wang'].map((owner) => ({ owner, a: owner, b: owner }));
    const query = new GraphQLObjectType({
      name: 'Query',
      extensions: { policy: anyone },
      fields: { things: { type: new GraphQLList(thing), resolve: () => things } },
    });
    const schema = enforcePolicies(new GraphQLSchema({ query }));
    const read = async (actor: Actor) =>
      (await graphql({ schema, source: '{ things { a b } }', contextValue: as(actor) })).data;
    const nothing = { a: null, b: null };
    expect(await read(PERSON)).toEqual({ things: [{ a: 'li', b: 'li' }, nothing] });
    expect(await read(STRANGER)).toEqual({ things: [nothing, nothing] });
    expect(asked).toEqual(['li li', 'li wang', 'null li', 'null wang']);
  });
});

test.each<[string, Policy, boolean, boolean]>([
  ['anyone', anyone, true, true],
  ['withParent', withParent, true, true],
  ['signedIn', signedIn, false, true],
  ['byCommand', byCommand('Officers'), false, true],
])('%s lets a stranger in: %s', async (_name, rule, stranger, person) => {
  expect(await rule.allows(as(STRANGER), undefined as never)).toBe(stranger);
  expect(await rule.allows(as(PERSON), undefined as never)).toBe(person);
  // The system never asks through the API.
  expect(rule.says).toMatch(/[.)]$/);
  expect(SYSTEM.kind).toBe('system');
});
