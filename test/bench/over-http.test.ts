import { randomUUID } from 'node:crypto';
import { bareSql } from '../../bench/http/bare-sql';
import { KeptAlive } from '../../bench/http/kept-alive';
import {
  bodyOf,
  exchangeRequest,
  exchangesRequest,
  idleMutation,
  placesRequest,
  type Request,
} from '../../bench/http/requests';
import { buildWorld, type World } from '../../bench/world/build';
import { serve, type Served } from '../../src/server/serve';
import { freshDatabase, type FreshDatabase } from '../support/database';

let database: FreshDatabase;
let world: World;
let served: Served;
let authorization: string;
const logged: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildWorld(database.dataSource);
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, database.dataSource, (line) => logged.push(line));
  const { login, password } = world;
  const answer = await send(bodyOf('SignInElsewhere', { input: { login, password } }), {});
  authorization = `Bearer ${/"token":"([\w-]+)"/.exec(answer)?.[1]}`;
}, 60_000);
afterAll(async () => {
  await served.close();
  await database.drop();
});

const portOf = ({ url }: Served) => Number(new URL(url).port);

async function send(
  body: string,
  headers: Record<string, string>,
  port = portOf(served),
): Promise<string> {
  const connection = await KeptAlive.open({ port, path: '/graphql', headers });
  return await connection.ask(body).finally(() => connection.close());
}

/** A request with its gaps filled, as the caller fills them. */
const filled = ({ template, choices }: Request) =>
  template.replace(/%([A-Z]+)%/g, (_, name: string) => {
    if (name === 'KEY') return randomUUID();
    if (name === 'NOW') return new Date().toISOString();
    return choices[name]?.[0] ?? '';
  });

test('what a stranger asks for is answered', async () => {
  for (const request of [idleMutation(), placesRequest(world)])
    expect(await send(filled(request), {})).toContain(request.expects);
});

test('one connection carries many requests, and a repeat has the same answer', async () => {
  const request = exchangeRequest(world);
  const target = { port: portOf(served), path: '/graphql', headers: { authorization } };
  const connection = await KeptAlive.open(target);
  const body = filled(request);
  const [first, again, other] = [
    await connection.ask(body),
    await connection.ask(body),
    await connection.ask(filled(request)),
  ];
  connection.close();
  const id = (answer: string) => /"id":"([^"]+)"/.exec(answer)?.[1];
  for (const answer of [first, again, other]) expect(answer).toContain(request.expects);
  expect(id(again)).toBe(id(first));
  expect(id(other)).not.toBe(id(first));
  const [row] = await database.dataSource.query(
    `select count(distinct leg.entry_id)::integer as entries, count(*)::integer as legs
     from ledger_entry entry join ledger_leg leg
       on leg.community_id = entry.community_id and leg.entry_id = entry.id
     where entry.community_id = $1 and entry.rule = 'goodsExchanged'`,
    [world.communityId],
  );
  expect(row).toEqual({ entries: 2, legs: 16 });
});

test('the bare statements of a list are those that it needs, and run by themselves', async () => {
  const request = exchangesRequest(world);
  const { statements, values } = await bareSql(database.url, (port) =>
    send(filled(request), { authorization }, port),
  );
  expect(statements.length).toBeGreaterThan(2);
  expect(statements.join()).toContain('ledger_leg');
  for (const statement of statements) {
    expect(statement).not.toMatch(/\$\d/);
    const names: string[] = [];
    const text = statement.replace(
      /(?<!:):(v\d+_\d+)/g,
      (_, name: string) => `$${names.push(name)}`,
    );
    await database.dataSource.query(
      text,
      names.map((name) => values?.[name]),
    );
  }
  expect(logged).toEqual([]);
});
