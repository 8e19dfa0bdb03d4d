import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { SYSTEM } from '../../kernel/actor';
import { dayOf } from '../../kernel/calendar';
import { toGlobalId } from '../../kernel/global-id';
import { inUnitOfWork } from '../../kernel/unit-of-work';
import { appointMember } from '../../society/appoint-member';
import { registerOrganisation } from '../../society/register-organisation';
import { registerPerson } from '../../society/register-person';
import { registerPlace } from '../../society/register-place';
import { print, runCommand } from './command';

const USAGE = `Usage: npm run found -- --city 鞍山市 --officer 王芳 --login wangfang
  [--slug anshan] [--zone Asia/Shanghai] [--office 鞍山市社区治理办公室]`;

interface Founding {
  readonly city: string;
  readonly officer: string;
  readonly login: string;
  readonly slug?: string;
  readonly zone: string;
  readonly office: string;
}

/**
 * `npm run found`: the first city of an empty database, with the first officer, who does the rest.
 */
function readFounding(): Founding | null {
  const text = { type: 'string' } as const;
  const options = { city: text, officer: text, login: text, slug: text, zone: text, office: text };
  const { city, officer, login, slug, zone, office } = parseArgs({ options }).values;
  if (!city || !officer || !login) return null;
  return {
    city,
    officer,
    login,
    ...(slug ? { slug } : {}),
    zone: zone ?? 'Asia/Shanghai',
    office: office ?? `${city}社区治理办公室`,
  };
}

/** All of it or nothing; returns the officer's first password. */
async function found(source: DataSource, founding: Founding): Promise<string> {
  const password = randomBytes(12).toString('base64url');
  await inUnitOfWork(source, SYSTEM, async (work) => {
    await work.begin();
    const { city: name, slug, zone: timeZone } = founding;
    const city = await registerPlace(work, { kind: 'city', name, slug: slug ?? null, timeZone });
    const office = await registerOrganisation(work, {
      kind: 'street_office',
      name: founding.office,
      placeId: toGlobalId('Place', null, city.id),
    });
    const { officer, login } = founding;
    const person = await registerPerson(work, { name: officer, login, password });
    await appointMember(work, {
      organisationId: toGlobalId('Organisation', null, office.id),
      role: 'officer',
      personId: toGlobalId('Person', null, person.id),
      validFrom: dayOf(work.now, timeZone),
    });
  });
  return password;
}

void runCommand(async ({ source }) => {
  const founding = readFounding();
  if (!founding) {
    print(USAGE);
    return false;
  }
  const places: unknown[] = await source.query('select 1 from place limit 1');
  if (places.length > 0) {
    print('There is a city already; its officers do the rest.');
    return false;
  }
  const password = await found(source, founding);
  print(`${founding.city} is founded. ${founding.officer} signs in as ${founding.login} with`);
  print(`  ${password}`);
  print('and changes this password first: it is shown only here.');
  return true;
});
