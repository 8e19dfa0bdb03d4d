import 'reflect-metadata';
import { extname, join } from 'node:path';
import { types } from 'pg';
import { DataSource } from 'typeorm';
import { drainLanes } from './src/ledger/lanes';

/** Before it goes, what waits in its lanes is posted, and their connections are closed. */
class DrainedDataSource extends DataSource {
  override async destroy(): Promise<void> {
    await drainLanes(this);
    await super.destroy();
  }
}

/**
 * Every read is by keys, of one community, for however many: planned once per connection, it is
 * planned right. Left to choose, PostgreSQL plans most of them again each time, for longer than
 * they run.
 */
export const SESSION = '-c plan_cache_mode=force_generic_plan -c jit=off';

const own = extname(__filename) === '.ts' ? 'ts' : 'js';

// A day is a day everywhere: pg would make it a moment in the server's own time zone.
types.setTypeParser(types.builtins.DATE, (day) => day);

/** The database as TypeORM sees it; `npm run migrate` and the server use the same. */
export function createDataSource(url: string, poolSize = 16): DataSource {
  return new DrainedDataSource({
    type: 'postgres',
    url,
    entities: [join(__dirname, 'src', '*', `*.entity.${own}`)],
    migrations: [join(__dirname, 'migrations', `*.${own}`)],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    poolSize,
    poolErrorHandler: () => {
      // An idle connection that PostgreSQL closed is replaced by the pool; the next query tells.
    },
    extra: { application_name: 'linli', options: SESSION },
  });
}
