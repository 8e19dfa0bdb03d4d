import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Measured } from '../arithmetic';
import type { Script } from './scripts';

/** One slice of a naive arm. */
export interface NaiveRun extends Measured {
  /** Scripts that ended well: each is one entry, or one page. */
  readonly done: number;
}

/** pgbench as PostgreSQL's server packages bring it; null: this machine has none. */
export function findPgbench(): string | null {
  const packaged = '/usr/lib/postgresql';
  const versions = fs.existsSync(packaged) ? fs.readdirSync(packaged) : [];
  const places = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => path.join(packaged, version, 'bin/pgbench'));
  const works = (program: string) => spawnSync(program, ['--version']).status === 0;
  return ['pgbench', ...places].find(works) ?? null;
}

/** New sessions plan what they run; of so many, that takes a good part of the first second. */
const MANY = 16;

/** Runs a script with so many clients at once; its answers come through the same loopback port. */
export async function runPgbench(
  program: string,
  url: string,
  script: Script,
  clients: number,
  seconds: number,
): Promise<NaiveRun> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const file = path.join(os.tmpdir(), `linli-bench-${randomUUID()}.sql`);
  fs.writeFileSync(file, asPgbench(script));
  const env = {
    ...process.env,
    ...{ PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: password },
    PGDATABASE: pathname.slice(1),
    PGOPTIONS: script.session ?? '',
  };
  const threads = Math.min(clients, os.cpus().length);
  const given = Object.entries(script.values ?? {}).flatMap(([name, each]) => [
    '-D',
    `${name}=${each}`,
  ]);
  const args = ['-n', '-M', 'prepared', '-f', file, '-c', `${clients}`, '-j', `${threads}`];
  const warmUp = clients >= MANY ? 1 : 0;
  try {
    const timed = ['-T', `${seconds + warmUp}`, '-P', '1'];
    return read(await run(program, [...args, ...given, ...timed], env), warmUp);
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function asPgbench({ draws, statements, repeats }: Script): string {
  const sets = Object.entries(draws).map(
    ([name, [from, to]]) => `\\set ${name} random(${from}, ${to})`,
  );
  const all = statements.map((statement) => `${statement.replace(/\s+/g, ' ').trim()};`);
  const again = [`\\set again random(1, ${repeats})`, '\\if :again = 1', ...all, '\\endif'];
  return [...sets, ...all, ...(repeats === null ? [] : again), ''].join('\n');
}

function run(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(said) : reject(new Error(`pgbench failed (${code}): ${said}`)),
    );
  });
}

function read(said: string, warmUp: number): NaiveRun {
  const number = (pattern: RegExp) => {
    const found = Number(pattern.exec(said)?.[1]);
    if (Number.isFinite(found)) return found;
    throw new Error(`pgbench said something else: ${said}`);
  };
  if (number(/number of failed transactions: (\d+)/) > 0) throw new Error(`It failed: ${said}`);
  const done = number(/number of transactions actually processed: (\d+)/);
  const whole = {
    perSecond: number(/tps = ([\d.]+) \(without initial connection time\)/),
    meanMs: number(/latency average = ([\d.]+) ms/),
  };
  return { done, ...(warmUp === 0 ? whole : (readProgress(said, warmUp) ?? whole)) };
}

/** The seconds after the first ones, by their speeds and mean latencies; null: none was told. */
function readProgress(said: string, warmUp: number): Measured | null {
  const lines = [...said.matchAll(/^progress: ([\d.]+) s, ([\d.]+) tps, lat ([\d.]+) ms/gm)]
    .map(([, at, tps, latency]) => ({ at: Number(at), tps: Number(tps), ms: Number(latency) }))
    .filter(({ at, tps }) => at > warmUp + 0.5 && tps > 0);
  const all = lines.reduce((sum, { tps }) => sum + tps, 0);
  if (all === 0) return null;
  return {
    perSecond: all / lines.length,
    meanMs: lines.reduce((sum, { tps, ms }) => sum + tps * ms, 0) / all,
  };
}
