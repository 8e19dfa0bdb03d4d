import type { DataSource } from 'typeorm';
import { rolling } from '../../src/reports/rolling';
import { seal } from '../../src/ledger/seal';
import { hashPassword } from '../../src/society/password-hash';
import { DEMO_PASSWORD } from '../demo-people';
import { bareTables } from './bare-tables';
import { City } from './city';
import { breathe, openTables, type CityTables } from './city-tables';
import { liveInCommunity } from './community';
import { layCity } from './ground';
import { citySize, type CitySize } from './size';

type Print = (line: string) => void;

/** How often the pouring tells how far it is. */
const TELL = 500;

/**
 * Fills an empty, migrated database with a whole city and a year of its life, or with a part of it,
 * to measure on. It is written by COPY into tables without keys and triggers, which are put back
 * afterwards and sealed as any other; the entries are the posting rules' own.
 */
export async function seedCity(source: DataSource, print: Print, part = 1): Promise<void> {
  const size = citySize(part);
  const since = Date.now();
  const tell = (what: string) => print(`  ${((Date.now() - since) / 1000).toFixed(0)} s  ${what}`);
  print(`Building a city of ${size.communities} communities and a year of its life …`);
  const restore = await bareTables(source);
  const { url } = source.options as { url?: string };
  const counts = await pour(url ?? '', size, tell);
  tell(counts);
  await restore();
  tell('keys, indexes and triggers are as the migrations made them');
  await source.query('analyze');
  tell(`${await seal(source, rolling(source))} entries are sealed and rolled up by month`);
  await source.query('vacuum (analyze)');
  tell('the city stands');
}

async function pour(url: string, size: CitySize, tell: Print): Promise<string> {
  const tables = await openTables(url);
  try {
    const hash = await hashPassword(DEMO_PASSWORD, []);
    const city = new City(tables, size, new Date(), hash);
    for (const [number, site] of layCity(city).entries()) {
      await liveInCommunity(city, site, number);
      await breathe(tables);
      if (number % TELL === 0) tell(`${number + 1} communities, ${tables.ledger_leg.count} legs`);
    }
    for (const table of Object.values(tables)) await table.close();
  } catch (error) {
    for (const table of Object.values(tables)) await table.drop();
    throw error;
  }
  return describe(tables);
}

function describe(tables: CityTables): string {
  const { ledger_entry, ledger_leg, ledger_account, resident } = tables;
  return (
    `${resident.count} residents, ${ledger_account.count} accounts, ` +
    `${ledger_entry.count} entries, ${ledger_leg.count} legs are written`
  );
}
