import net from 'node:net';
import { freshDatabase, type FreshDatabase } from '../support/database';

let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
});

afterAll(() => fresh.drop());

test('a fresh database is migrated, empty and owned by an ordinary role', async () => {
  expect(await fresh.dataSource.showMigrations()).toBe(false);
  const [role] = await fresh.dataSource.query<{ rolsuper: boolean }[]>(
    'SELECT rolsuper FROM pg_roles WHERE rolname = current_user',
  );
  expect(role).toEqual({ rolsuper: false });
});

test('two fresh databases do not see each other', async () => {
  const other = await freshDatabase();
  try {
    await fresh.dataSource.query('CREATE TABLE only_here (n int)');
    const [found] = await other.dataSource.query<{ name: string | null }[]>(
      "SELECT to_regclass('only_here') AS name",
    );
    expect(found).toEqual({ name: null });
  } finally {
    await other.drop();
  }
});

test('a connection to another machine is refused', async () => {
  const error = await new Promise((resolve) => net.connect(80, '192.0.2.1').on('error', resolve));
  expect(error).toMatchObject({ message: expect.stringContaining('may only use this machine') });
  const refused = { cause: { message: expect.stringContaining('may only use this machine') } };
  await expect(fetch('http://192.0.2.1/')).rejects.toMatchObject(refused);
  await expect(fetch('https://example.org/')).rejects.toMatchObject(refused);
});
