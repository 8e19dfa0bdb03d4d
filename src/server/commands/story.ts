import { tellStory } from '../../../seeds/story';
import { seedDemo } from '../../../seeds';
import { createDataSource } from '../../../ormconfig';
import { connectStore } from '../../attachments/object-store';
import { openStore } from '../attachments/open-store';
import { CannotStart } from '../cannot-start';
import { openDatabase } from '../database';
import { buildDemo } from '../demo';
import { serve } from '../serve';
import { readSettings, type Settings } from '../settings';
import { print } from './command';

/**
 * `npm run story`: the whole loop of the value chain over HTTP, against the server that runs on the
 * settings' host and port. Where none runs, it starts one for as long as the story takes.
 */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const running = `http://${settings.host}:${settings.port}`;
  if (await answers(running)) return await tellStory(running, print);
  await withServer(settings, (url) => tellStory(url, print));
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) });
    return response.ok && ((await response.json()) as { ready?: boolean }).ready === true;
  } catch {
    return false;
  }
}

async function withServer(settings: Settings, work: (url: string) => Promise<void>): Promise<void> {
  const database = await openDatabase(settings, print, true);
  try {
    if (!database.embedded)
      throw new CannotStart('The story plays in the demo: unset DATABASE_URL, or start a demo.');
    const store = await openStore(settings.attachments);
    await buildDemo(database, (source) => {
      connectStore(source, store);
      return seedDemo(source, print);
    });
    const source = await createDataSource(database.url).initialize();
    connectStore(source, store);
    const log = (line: string) => void process.stderr.write(`${line}\n`);
    const here = { ...settings, openQueries: true, host: '127.0.0.1', port: 0, publicUrl: null };
    const served = await serve(here, source, log);
    try {
      await work(served.url);
    } finally {
      await served.close();
      await source.destroy();
    }
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  print(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
