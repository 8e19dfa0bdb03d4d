import { SYSTEM } from '../../src/kernel/actor';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { serve, type Served } from '../../src/server/serve';
import { registerPerson } from '../../src/society/register-person';
import { freshDatabase, type FreshDatabase } from '../support/database';

const PASSWORD = 'a long enough password';

let database: FreshDatabase;
let served: Served;
const logged: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  await inUnitOfWork(database.dataSource, SYSTEM, (work) =>
    registerPerson(work, { name: '王芳', login: 'wangfang', password: PASSWORD }),
  );
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  served = await serve(settings, database.dataSource, (line) => logged.push(line));
});
afterAll(async () => {
  await served.close();
  await database.drop();
});

async function ask(query: string, headers: Record<string, string> = {}, variables = {}) {
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { response, body: (await response.json()) as { data?: never; errors?: never[] } };
}

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) {
  session { token expiresAt } userErrors { __typename code message path } } }`;
const signIn = (password: string, language = 'en') =>
  ask(SIGN_IN, { 'accept-language': language }, { input: { login: 'wangfang', password } });

test('a client signs in with a bearer token, a browser with a cookie that no script reads', async () => {
  const { response, body } = await signIn(PASSWORD);
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  const { token } = (body.data as unknown as { signIn: { session: { token: string } } }).signIn
    .session;
  const who = '{ me { person { name } } }';
  const named = { data: { me: { person: { name: '王芳' } } } };
  expect((await ask(who, { authorization: `Bearer ${token}` })).body).toEqual(named);
  expect((await ask(who, { cookie: cookie.split(';')[0] ?? '' })).body).toEqual(named);
  expect((await ask(who)).body).toEqual({ data: { me: null } });
});

test('refusals speak the language that was asked for', async () => {
  const refused = (message: string) => ({
    data: {
      signIn: {
        session: null,
        userErrors: [
          { __typename: 'Refused', code: 'SIGN_IN_FAILED', message, path: ['password'] },
        ],
      },
    },
  });
  expect((await signIn('wrong')).body).toEqual(refused('The login or the password is wrong.'));
  expect((await signIn('wrong', 'zh-CN,zh;q=0.9')).body).toEqual(refused('账号或密码不正确。'));
});

test('what is not in the schema is BAD_USER_INPUT and names the field', async () => {
  const { body } = await ask('{ nowhere }', { 'accept-language': 'zh' });
  expect(body.errors).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(/^请求不符合接口要求.*nowhere/),
      extensions: { code: 'BAD_USER_INPUT' },
    }),
  ]);
  const wrongType = await ask(SIGN_IN, {}, { input: { login: 7, password: 'x' } });
  expect(wrongType.body.errors).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('input.login'),
      extensions: { code: 'BAD_USER_INPUT' },
    }),
  ]);
});

test('what a query refuses names the field to change and the place in the answer', async () => {
  const { body } = await ask('{ all: cities(first: 1000) { edges { cursor } } }');
  expect(body.errors).toEqual([
    expect.objectContaining({
      message: 'A page holds 1 to 100.',
      path: ['all'],
      extensions: { code: 'BAD_USER_INPUT', reason: 'PAGE_SIZE', field: ['first'] },
    }),
  ]);
});

test('our own faults show an incident number and nothing else; the log has the rest', async () => {
  await database.dataSource.query('alter table place rename to place_hidden');
  const { body } = await ask('{ community(slug: "nowhere") { name } }');
  await database.dataSource.query('alter table place_hidden rename to place');
  const [error] = body.errors as unknown as {
    message: string;
    extensions: { code: string; incident: string };
  }[];
  expect(error?.extensions.code).toBe('INTERNAL');
  expect(error?.message).toBe(
    `Something went wrong on our side. Incident ${error?.extensions.incident}.`,
  );
  expect(JSON.stringify(body)).not.toMatch(/relation|place_hidden|select/);
  expect(logged.join()).toContain(error?.extensions.incident);
  expect(logged.join()).toContain('relation "place" does not exist');
});

test('a form on another site cannot post', async () => {
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
});

test('health says alive, and ready while the database answers', async () => {
  expect(await (await fetch(`${served.url}/healthz`)).json()).toEqual({ alive: true });
  expect(await (await fetch(`${served.url}/readyz`)).json()).toEqual({ ready: true });
});

test('an act whose answer was lost is asked for again under its key, and answered as it was', async () => {
  const { response } = await signIn(PASSWORD);
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const change = (newPassword: string) =>
    ask(
      `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) {
        userErrors { code path } } }`,
      { cookie, 'idempotency-key': 'the-first-change' },
      { input: { oldPassword: PASSWORD, newPassword } },
    );
  const done = { data: { changePassword: { userErrors: [] } } };
  expect((await change('another long password')).body).toEqual(done);
  // The old password is no longer that: done again, it would be refused.
  expect((await change('another long password')).body).toEqual(done);
  const { body } = await change('yet another long password');
  expect(body).toEqual({
    data: {
      changePassword: { userErrors: [{ code: 'KEY_REUSED', path: ['idempotencyKey'] }] },
    },
  });
  expect((await signIn('another long password')).body).toMatchObject({
    data: { signIn: { userErrors: [] } },
  });
});
