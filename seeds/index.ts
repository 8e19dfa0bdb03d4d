import type { DataSource } from 'typeorm';

/** Somebody to sign in as in the demo. */
export interface DemoPerson {
  name: string;
  role: string;
  login: string;
  password: string;
}

/** Fills an empty database with the demo; returns its people at every start. */
export function seedDemo(
  _source: DataSource,
  _print: (line: string) => void,
): Promise<DemoPerson[]> {
  return Promise.resolve([]);
}
