import type { DataSource } from 'typeorm';
import { ZHANQIAN, type DemoPerson, type Size } from './cast';
import { buildSociety } from './society';
import { Stage } from './stage';

export type { DemoPerson } from './cast';

/**
 * Fills an empty database with Zhanqian Street and a year of its life, through the same commands the
 * API uses. Returns who can sign in to the demo, also when it stands already.
 */
export async function seedDemo(
  source: DataSource,
  print: (line: string) => void,
  size: Size = ZHANQIAN,
): Promise<DemoPerson[]> {
  const stage = new Stage(source, new Date());
  const began = Date.now();
  const { register } = await buildSociety(stage, size);
  print(`society ${Date.now() - began}`);
  return register.people;
}
