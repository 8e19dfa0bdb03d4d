import { parseArgs } from 'node:util';
import { CannotStart } from '../src/server/cannot-start';

/** How `npm run bench --` was called. */
export interface Options {
  /** Numbers of metrics; a whole number takes all of its parts along (3: 3.1 and 3.2). */
  readonly only: readonly string[];
  readonly rounds: number;
  /** Of one slice of one arm; pgbench takes whole seconds. */
  readonly seconds: number;
  readonly json: boolean;
  readonly write: boolean;
  readonly city: boolean;
  /** Where the city's database lies; null: it is built into a folder of the bench's own. */
  readonly cityData: string | null;
  /** Of a city that has to be built first: a part of the whole one. */
  readonly citySize: string;
  /** A folder for profiles of our processes; null: they are not looked at. */
  readonly profile: string | null;
}

const WHOLE = /^[1-9]\d{0,2}$/;

/** Reads the arguments; what is wrong is said in a sentence. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string', default: '' },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      city: { type: 'boolean', default: false },
      'city-data': { type: 'string' },
      'city-size': { type: 'string', default: '1' },
      profile: { type: 'string' },
    },
  });
  const whole = (name: 'rounds' | 'seconds') => {
    if (WHOLE.test(values[name])) return Number(values[name]);
    throw new CannotStart(`--${name} must be a whole number from 1, not "${values[name]}".`);
  };
  return {
    only: values.only.split(',').filter(Boolean),
    rounds: whole('rounds'),
    seconds: whole('seconds'),
    json: values.json,
    write: values.write,
    city: values.city,
    cityData: values['city-data'] ?? null,
    citySize: values['city-size'],
    profile: values.profile ?? null,
  };
}

/** True when a metric was asked for: all of them, it itself, or the row it is a part of. */
export function isAsked({ only }: Pick<Options, 'only'>, id: number): boolean {
  return only.length === 0 || only.includes(String(id)) || only.includes(`${Math.floor(id)}`);
}
