import { spawn } from 'node:child_process';

/** Who the server runs as; `undefined` means as ourselves. */
export type Account = { uid: number; gid: number } | undefined;

/** How a program ended, and what it said. */
export interface Outcome {
  code: number;
  output: string;
}

/** Runs a program to its end as the given account, in `/`, which every account can enter. */
export function runAs(account: Account, program: string, args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...account,
      cwd: process.platform === 'win32' ? undefined : '/',
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    // `exit`, not `close`: a server that the program leaves behind may hold its pipes open.
    child.on('exit', (code) => setImmediate(() => resolve({ code: code ?? -1, output })));
  });
}

/** PGPORT, PGDATA and their like belong to another PostgreSQL than ours. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
