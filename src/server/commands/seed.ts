import { seedDemo } from '../../../seeds';
import { openDatabase } from '../database';
import { buildDemo } from '../demo';
import { CannotStart } from '../cannot-start';
import { readSettings } from '../settings';
import { print } from './command';

/** `npm run seed`: builds the demo where the embedded database is still empty, as a start does. */
async function main(): Promise<void> {
  const database = await openDatabase(readSettings(process.env), print, true);
  try {
    if (!database.embedded)
      throw new CannotStart('The demo has known passwords; it is built only without DATABASE_URL.');
    await buildDemo(database, (source) => seedDemo(source, print));
    print(`The demo stands: ${database.where}`);
  } finally {
    await database.close();
  }
}

main().catch((error: unknown) => {
  print(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
