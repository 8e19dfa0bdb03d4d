import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Client } from 'pg';
import { CannotStart } from '../cannot-start';
import { type Binaries, program } from './binaries';
import { giveTo, urls } from './cluster';
import { commandLineOf, isAlive } from './lock';
import { inPlace, type Place } from './place';
import { runAs } from './run';

/** The port of a server that still runs on this cluster, left by a process that was killed. */
export async function findRunning(cluster: string, password: string): Promise<number | undefined> {
  const file = path.join(cluster, 'postmaster.pid');
  for (const giveUpAt = Date.now() + 30_000; fs.existsSync(file); await pause(100)) {
    const [pid, directory = '', , port] = fs.readFileSync(file, 'utf8').split('\n');
    if (!isPostmaster(Number(pid), directory)) {
      // Its id may belong to another process by now, and PostgreSQL would then refuse to start.
      fs.rmSync(file, { force: true });
      return undefined;
    }
    if (Number(port) > 0 && (await answers(Number(port), password))) return Number(port);
    if (Date.now() > giveUpAt) {
      throw new CannotStart(`PostgreSQL (process ${pid}) runs on ${cluster} but does not answer.`);
    }
  }
  return undefined;
}

function isPostmaster(pid: number, directory: string): boolean {
  if (!(pid > 0) || !isAlive(pid)) return false;
  return commandLineOf(pid)?.includes(directory) ?? true;
}

async function answers(port: number, password: string): Promise<boolean> {
  const client = new Client({ connectionString: urls(port, password).adminUrl });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** Starts the server on a free loopback port and waits until it answers. */
export async function startServer(place: Place, binaries: Binaries, options: string[]) {
  const { cluster, log } = inPlace(place.folder);
  fs.rmSync(log, { force: true });
  fs.writeFileSync(log, '', { mode: 0o600 });
  giveTo(place.account, log);
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    // pg_ctl gives the server a session of its own: Ctrl-C must reach us first and only us.
    const outcome = await runAs(place.account, program(binaries, 'pg_ctl'), [
      ...['start', '-D', cluster, '-l', log, '-w', '-t', '60'],
      ...['-o', [`-p ${port}`, ...options].join(' ')],
    ]);
    if (outcome.code === 0) return port;
    const said = fs.readFileSync(log, 'utf8');
    if (attempt === 3 || !/could not bind|pre-existing shared memory/.test(said)) {
      const tail = said.trim().split('\n').slice(-12).join('\n');
      throw new CannotStart(`PostgreSQL did not start.\n${tail || outcome.output}`);
    }
    await pause(500);
  }
}

/** Fast shutdown: open transactions roll back, everything committed is on disk. */
export async function stopServer(place: Place, binaries: Binaries): Promise<void> {
  const { cluster } = inPlace(place.folder);
  if (!fs.existsSync(path.join(cluster, 'postmaster.pid'))) return;
  const outcome = await runAs(place.account, program(binaries, 'pg_ctl'), [
    ...['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '60'],
  ]);
  if (outcome.code !== 0 && fs.existsSync(path.join(cluster, 'postmaster.pid'))) {
    throw new CannotStart(`PostgreSQL did not stop: ${outcome.output.trim()}`);
  }
}

/** The system names a port; another process may still take it first, hence the attempts above. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
