import type { DataSource } from 'typeorm';
import { ZHANQIAN, type Size } from './cast';
import { openEconomy } from './economy';
import { playGrants } from './grants';
import { buildSociety } from './society';
import { Stage } from './stage';
import { remitYear } from './surplus';
import { Year } from './time';

/**
 * Fills an empty database with Zhanqian Street and a year of its life, through the same commands the
 * API uses.
 */
export async function seedDemo(
  source: DataSource,
  print: (line: string) => void,
  size: Size = ZHANQIAN,
): Promise<void> {
  print(
    `Building Zhanqian Street (${size.households} households, ${size.residents} residents) ` +
      'and a year of its life …',
  );
  const stage = new Stage(source, new Date());
  const year = new Year(stage.today);
  const t = [Date.now()];
  const cast = await buildSociety(stage, size);
  t.push(Date.now());
  const economy = await openEconomy(stage, cast, year);
  t.push(Date.now());
  await remitYear(stage, cast, year);
  t.push(Date.now());
  await playGrants(stage, cast, economy.shops, year);
  t.push(Date.now());
  print(t.map((x, i) => x - (t[i - 1] ?? x)).join(' '));
}
