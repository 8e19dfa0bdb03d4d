import 'reflect-metadata';
import { createDataSource } from '../../../ormconfig';
import { openCounter } from '../givers';

/** A server that takes gifts, in a process of its own, so that it can be killed. */
async function main(): Promise<void> {
  const [, , url = '', port = '0'] = process.argv;
  const dataSource = await createDataSource(url).initialize();
  const counter = await openCounter({ dataSource }, { port: Number(port) });
  process.stdout.write(`${counter.url}\n`);
  process.on('SIGTERM', () => {
    void counter.close().then(() => process.exit(0));
  });
}

void main();
