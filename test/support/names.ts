/** The migrated database that is cloned for each test file. */
export const TEMPLATE = 'linli_test_template';

/** The small demo that suites in a browser clone; the first of them builds it. */
export const DEMO = 'linli_test_demo';

/** The role that owns the clones, as the application's role owns its database. */
export const OWNER = 'linli_test_owner';

/** The address of a database of the test server, for the owner or for the superuser. */
export function at(database: string, who: 'owner' | 'superuser' = 'owner'): string {
  const url = new URL(required('LINLI_TEST_ADMIN_URL'));
  url.pathname = `/${database}`;
  if (who === 'owner') {
    url.username = OWNER;
    url.password = required('LINLI_TEST_OWNER_PASSWORD');
  }
  return url.href;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: did the global setup run?`);
  return value;
}
