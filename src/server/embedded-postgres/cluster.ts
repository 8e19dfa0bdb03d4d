import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { CannotStart } from '../cannot-start';
import { type Binaries, program } from './binaries';
import { inPlace, type Place } from './place';
import { runAs, type Account } from './run';

/** Makes the database cluster on the first start; afterwards only reads its password. */
export async function prepareCluster(place: Place, binaries: Binaries, print: Print) {
  const files = inPlace(place.folder);
  if (fs.existsSync(files.cluster)) {
    refuseOtherMajor(files.cluster, binaries.major);
    return readPassword(files.password);
  }
  print('Preparing the database (first start only) …');
  const password = randomBytes(24).toString('base64url');
  // A name of its own: the initdb of a killed start may still be writing into the last one.
  const unfinished = `${files.cluster}.unfinished-${process.pid}`;
  dropUnfinished(place.folder);
  fs.rmSync(files.password, { force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  fs.writeFileSync(files.password, `${password}\n`, { mode: 0o600 });
  giveTo(place.account, unfinished, files.password);
  const outcome = await runAs(place.account, program(binaries, 'initdb'), [
    ...['-D', unfinished, '-U', SUPERUSER, `--pwfile=${files.password}`],
    // Never `trust`: any user of this machine can reach a loopback port.
    '--auth=scram-sha-256',
    // The same order of words on every machine, whatever its language.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    ...['-c', 'timezone=UTC', '-c', 'log_timezone=UTC'],
  ]);
  if (outcome.code !== 0) {
    throw new CannotStart(
      `The database could not be prepared in ${unfinished}:\n${outcome.output}`,
    );
  }
  fs.renameSync(unfinished, files.cluster);
  return password;
}

function dropUnfinished(folder: string): void {
  const left = fs.readdirSync(folder).filter((name) => name.includes('.unfinished'));
  for (const name of left) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
}

/** A new, empty file that the account owns and nobody else reads. */
export function giveTo(account: Account, ...files: string[]): void {
  if (account) for (const file of files) fs.chownSync(file, account.uid, account.gid);
}

/** The application gets a role of its own, without a superuser's rights. */
export async function prepareDatabase(port: number, password: string): Promise<void> {
  const client = new Client({ connectionString: urlOf(SUPERUSER, password, port, 'postgres') });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [OWNER]);
    if (role.rowCount === 0) {
      await client.query(`CREATE ROLE ${OWNER} LOGIN PASSWORD '${password}'`);
    }
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [OWNER]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${OWNER} OWNER ${OWNER}`);
  } finally {
    await client.end();
  }
}

/** The addresses of a running cluster: for the application, and for its administration. */
export const urls = (port: number, password: string) => ({
  url: urlOf(OWNER, password, port, OWNER),
  adminUrl: urlOf(SUPERUSER, password, port, 'postgres'),
});

type Print = (line: string) => void;

const SUPERUSER = 'postgres';
const OWNER = 'linli';

function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
}

/** Reads the password kept beside the data. */
export function readPassword(file: string): string {
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8').trim();
  throw new CannotStart(
    `The password file ${file} is missing; without it the data cannot be opened.`,
  );
}

function refuseOtherMajor(cluster: string, major: string): void {
  const written = fs.readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (written === major) return;
  throw new CannotStart(
    `The data in ${cluster} were written by PostgreSQL ${written}, and this Linli carries ` +
      `PostgreSQL ${major}. Carry them over with pg_dump, or choose another DATA_DIR.`,
  );
}
