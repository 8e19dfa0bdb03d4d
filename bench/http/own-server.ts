import { spawn } from 'node:child_process';
import path from 'node:path';
import { AS_STARTED } from '../processes/child';

/** Our server as `npm start` runs it, in a process of its own. */
export interface OwnServer {
  readonly port: number;
  stop(): Promise<void>;
}

const MAIN = path.resolve(__dirname, '../../src/main.js');
const PATIENCE_MS = 30_000;

/** Starts it on a database; it takes any free port and says which. */
export async function startOwnServer(
  databaseUrl: string,
  nodeArgs: readonly string[],
): Promise<OwnServer> {
  const child = spawn(process.execPath, [...AS_STARTED, ...nodeArgs, MAIN], {
    env: {
      ...process.env,
      ...{ DATABASE_URL: databaseUrl, PORT: '0', HOST: '127.0.0.1', NODE_ENV: 'production' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  let said = '';
  const port = await new Promise<number>((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error(`It did not start: ${said}`)), PATIENCE_MS);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /https?:\/\/127\.0\.0\.1:(\d+)\/graphql/.exec(said)?.[1];
      if (!found) return;
      clearTimeout(giveUp);
      resolve(Number(found));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void gone.then(() => reject(new Error(`The server ended: ${said}`)));
  });
  // An incident that the server writes down is worth seeing here.
  child.stderr.on('data', (chunk: Buffer) => process.stderr.write(chunk));
  return {
    port,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      process.off('exit', end);
    },
  };
}
