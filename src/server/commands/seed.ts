import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { seedDemo } from '../../../seeds';
import { seedCity } from '../../../seeds/city';
import { connectStore } from '../../attachments/object-store';
import { openStore } from '../attachments/open-store';
import { openDatabase } from '../database';
import { buildDemo } from '../demo';
import { CannotStart } from '../cannot-start';
import { readSettings } from '../settings';
import { print } from './command';

const USAGE = 'Usage: npm run seed [-- --city [--size 0.01]]: a size is a part of the whole city.';

/** What is to be built, by the command's arguments. */
function readSeed(): (source: DataSource) => Promise<unknown> {
  const options = { city: { type: 'boolean' }, size: { type: 'string' } } as const;
  const { city, size } = parseArgs({ options }).values;
  const part = Number(size ?? '1');
  if ((size !== undefined && !city) || !(part > 0 && part <= 10)) throw new CannotStart(USAGE);
  return city ? (source) => seedCity(source, print, part) : (source) => seedDemo(source, print);
}

/**
 * `npm run seed`: builds the demo where the embedded database is still empty, as a start does; with
 * `--city` a whole city instead, in which the demo's people can sign in.
 */
async function main(): Promise<void> {
  const seed = readSeed();
  const settings = readSettings(process.env);
  const database = await openDatabase(settings, print, true);
  try {
    if (!database.embedded)
      throw new CannotStart('The demo has known passwords; it is built only without DATABASE_URL.');
    const store = await openStore(settings.attachments);
    const built = await buildDemo(database, (source) => {
      connectStore(source, store);
      return seed(source);
    });
    print(`${built ? 'It stands' : 'Something stands there already'}: ${database.where}`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  print(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
