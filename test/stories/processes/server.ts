import 'reflect-metadata';
import { createDataSource } from '../../../ormconfig';
import { serve } from '../../../src/server/serve';

/** The server in a process of its own, so that it can be killed. It says its address and serves. */
async function main(): Promise<void> {
  const source = await createDataSource(process.argv[2] ?? '').initialize();
  const settings = { host: '127.0.0.1', port: 0, publicUrl: null };
  const served = await serve(settings, source, (line) => void process.stderr.write(`${line}\n`));
  process.stdout.write(`${served.url}\n`);
  process.on('SIGTERM', () => {
    void served.close().then(() => process.exit(0));
  });
}

void main();
