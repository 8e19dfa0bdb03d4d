import { describeInChromium } from './support/chromium';
import { SCREENS, STORY_SCREENS } from './support/screens';
import { openStage, type Desk, type More, type Stage } from './support/stage';

const PAGES = [
  ...[
    '/me',
    '/me/wallet',
    '/me/exchanges',
    '/me/services',
    '/me/courses',
    '/me/votes',
    '/me/teams',
  ],
  ...[
    '/me/affairs/motions',
    '/me/affairs/meetings',
    '/me/affairs/results',
    '/me/affairs/elections',
  ],
];

/** Pages of one thing: they are reached by the first link of a list. */
const DEEPER: readonly (readonly [list: string, start: string])[] = [
  ['/me/votes', '/me/votes/'],
  ['/me/affairs/motions', '/me/motions/'],
  ['/me/affairs/meetings', '/me/meetings/'],
  ['/me/affairs/results', '/me/resolutions/'],
  ['/me/affairs/elections', '/me/elections/'],
  ['/me', '/me/councils/'],
  ['/me/teams', '/me/teams/'],
];

describeInChromium('a resident’s own pages', () => {
  let stage: Stage;
  let pages: string[];

  beforeAll(async () => {
    stage = await openStage();
    pages = await findPages();
  }, 240_000);
  afterAll(() => stage?.close());

  /** Opens a page, and waits until all of it is drawn. */
  async function go({ page }: Desk, path: string): Promise<void> {
    await page.goto(stage.url + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
  }

  async function firstUnder({ page }: Desk, start: string): Promise<string> {
    const link = page.locator(`main a[href^="${start}"]`).first();
    return (await link.getAttribute('href')) ?? start;
  }

  async function findPages(): Promise<string[]> {
    const desk = await stage.open(SCREENS[0]!, 'leader');
    const found: string[] = [];
    for (const [list, start] of DEEPER) {
      await go(desk, list);
      found.push(await firstUnder(desk, start));
    }
    const team = found.at(-1) ?? '';
    await go(desk, team);
    found.push(await firstUnder(desk, '/me/grants/'), await firstUnder(desk, '/me/applications/'));
    await desk.done();
    return [...PAGES, ...found, `${team}/apply`];
  }

  async function lookAtAll(desk: Desk): Promise<void> {
    for (const [n, path] of pages.entries()) {
      await go(desk, path);
      await desk.picture(`me-${n}${path.split('/').slice(2, 3).join('')}`);
      await desk.expectAccessible();
      await fits(desk);
    }
    await desk.done();
  }

  const open = (screen: (typeof SCREENS)[number], more: More = {}) =>
    stage.open(screen, 'leader', more);

  test.each(SCREENS)(
    'each can be read and used: $device $language',
    async (screen) => await lookAtAll(await open(screen)),
    120_000,
  );

  test('and in the dark', async () => {
    await lookAtAll(await open(STORY_SCREENS[1]!, { colorScheme: 'dark' }));
  }, 120_000);

  test('who lives in no community is told what to do', async () => {
    const desk = await stage.open(SCREENS[1]!, 'clerk');
    for (const path of ['/me', '/me/wallet', '/me/votes', '/me/affairs', '/me/teams']) {
      await go(desk, path);
      await desk.expectAccessible();
    }
    await desk.done();
  }, 120_000);
});

/** Nothing is wider than the window. */
async function fits({ page, screen }: Desk): Promise<void> {
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(screen.width);
}
