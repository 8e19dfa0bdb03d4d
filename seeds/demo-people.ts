import type { DataSource } from 'typeorm';
import type { DemoPerson } from './cast';

/** The password of everybody in the demo. It guards nothing: the demo listens on loopback. */
export const DEMO_PASSWORD = 'linli-demo-2026';

/** Who can sign in to the demo, in the order of the story, with what each is. */
const LOGINS = {
  officer: '街道干部 officer',
  auditor: '审计员 auditor',
  cadre: '居委会干部 cadre',
  party: '社区党组织书记 party secretary',
  director: '企业负责人 director',
  bookkeeper: '企业会计 bookkeeper',
  chair: '理事长 chair',
  board1: '理事 board member',
  board2: '理事 board member',
  secretary: '秘书 secretary',
  treasurer: '司库 treasurer',
  leader: '队长 leader',
  member: '队员 member',
  storekeeper: '店长 storekeeper',
  clerk: '店员 clerk',
} as const;

export type DemoLogin = keyof typeof LOGINS;

/** The demo's people as they stand in its database. */
export async function demoPeople(source: DataSource): Promise<DemoPerson[]> {
  const rows: { login: DemoLogin; name: string; organisation: string }[] = await source.query(
    `select person.login, person.name, organisation.name as organisation
     from person
     join membership on membership.person_id = person.id
     join organisation on organisation.id = membership.organisation_id
     where person.login = any ($1)`,
    [Object.keys(LOGINS)],
  );
  const byLogin = new Map(rows.map((row) => [row.login, row]));
  return Object.entries(LOGINS).flatMap(([login, title]) => {
    const row = byLogin.get(login as DemoLogin);
    if (!row) return [];
    const role = `${title} · ${row.organisation}`;
    return [{ role, name: row.name, login, password: DEMO_PASSWORD }];
  });
}
