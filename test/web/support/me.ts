import { createRequire } from 'node:module';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { DemoLogin } from '../../../seeds/demo-people';
import { Stage as Acting } from '../../../seeds/stage';
import { toGlobalId } from '../../../src/kernel/global-id';
import type { Desk, Stage } from './stage';

/** Somebody of the demo who lives in a community. */
export interface Neighbour {
  readonly personId: string;
  readonly communityId: string;
  /** The resident's global id. */
  readonly residentId: string;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly home: string;
  readonly resident: string;
}

/** What goes on in the demo beside what is done in the browser: others act by commands. */
export class Neighbourhood {
  readonly acting: Acting;

  constructor(private readonly stage: Stage) {
    this.acting = new Acting(stage.database.dataSource, new Date());
  }

  /** Who has a login. */
  async person(login: DemoLogin): Promise<string> {
    return (await this.row(login)).id;
  }

  async neighbour(login: DemoLogin): Promise<Neighbour> {
    const { id: personId, home: communityId, resident } = await this.row(login);
    return { personId, communityId, residentId: toGlobalId('Resident', communityId, resident) };
  }

  /** The community in which the leader lives, as its node. */
  async community(): Promise<string> {
    return toGlobalId('Place', null, (await this.row('leader')).home);
  }

  /** The same as its row's id, and how addresses name it. */
  async home(): Promise<{ home: string; slug: string }> {
    const { home } = await this.row('leader');
    const [{ slug } = { slug: '' }] = await this.stage.sql(
      'select slug from place where id = $1',
      home,
    );
    return { home, slug: slug ?? '' };
  }

  async row(login: DemoLogin): Promise<Row> {
    const [row] = await this.stage.database.dataSource.query(
      'select id, name, home_community_id home, resident_id resident from person where login = $1',
      [login],
    );
    return row as Row;
  }
}

interface Operation {
  readonly name: string;
  readonly hash: string;
}

const { readOperations } = createRequire(__filename)(
  path.resolve(__dirname, '../../../web/build/read-operations.cjs'),
) as { readOperations: (folder: string) => Operation[] };

const HASHES = new Map(
  readOperations(path.resolve(__dirname, '../../../web/documents')).map(({ name, hash }) => [
    name,
    hash,
  ]),
);

/** Whether a request asks for an operation of ours. */
export const asksFor = (body: string | null, name: string): boolean =>
  body?.includes(HASHES.get(name) ?? 'no such operation') ?? false;

/** The server does what is asked next under a name, and its answer is lost on the way. */
export async function loseAnswer(page: Page, name: string): Promise<void> {
  let isLost = false;
  await page.route('**/graphql', async (route) => {
    if (isLost || !asksFor(route.request().postData(), name)) return await route.fallback();
    isLost = true;
    await route.fetch();
    await route.abort('connectionreset');
  });
}

/** Waits until something is said. */
export async function said({ page, say }: Desk, key: string, facts = {}): Promise<void> {
  await page.getByText(say(key, facts)).first().waitFor();
}

const dialogOf = ({ page, say }: Desk, key: string) => page.getByRole('dialog', { name: say(key) });

/** Opens a form by its button. */
export async function form(desk: Desk, key: string): Promise<Locator> {
  const { page, say } = desk;
  await page
    .getByRole('button', { name: say(key), exact: true })
    .first()
    .click();
  await dialogOf(desk, key).waitFor();
  return dialogOf(desk, key);
}

/** Sends the form that is open, and waits until it is gone. */
export async function send(desk: Desk, key: string): Promise<void> {
  const dialog = dialogOf(desk, key);
  await dialog.getByRole('button', { name: desk.say(key), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
