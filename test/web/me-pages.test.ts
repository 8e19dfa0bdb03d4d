import { describeInChromium } from './support/chromium';
import { SCREENS } from './support/screens';
import { openStage, type Desk, type Stage } from './support/stage';

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

const IN_THE_DARK = SCREENS[0]!;

/** What a link does in the page; the app is not loaded again. */
const FOLLOW = (path: string) => `history.pushState(null, '', ${JSON.stringify(path)});
  window.dispatchEvent(new PopStateEvent('popstate'));
  new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))`;

describeInChromium('a resident’s own pages', () => {
  let stage: Stage;
  let pages: string[];

  beforeAll(async () => {
    stage = await openStage();
    pages = await findPages();
  }, 300_000);
  afterAll(() => stage?.close());

  /** Goes to a page as a link of ours does, and waits until all of it is drawn. */
  async function go({ page }: Desk, path: string): Promise<void> {
    if (page.url().startsWith(stage.url)) await page.evaluate(FOLLOW(path));
    else await page.goto(stage.url + path);
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

  test.each(SCREENS)(
    'each can be read and used, by day and in the dark: $device $language',
    async (screen) => {
      const desk = await stage.open(screen, 'leader');
      for (const [n, path] of pages.entries()) {
        await go(desk, path);
        await desk.picture(`me-${n}${path.split('/').slice(2, 3).join('')}`);
        await desk.expectAccessible();
        await fits(desk);
        if (screen !== IN_THE_DARK) continue;
        await desk.page.emulateMedia({ colorScheme: 'dark' });
        await desk.picture(`me-dark-${n}`);
        await desk.expectAccessible();
        await desk.page.emulateMedia({ colorScheme: 'light' });
      }
      await desk.done();
    },
    300_000,
  );

  test('who lives in no community is told what to do', async () => {
    const desk = await stage.open(SCREENS[1]!, 'clerk');
    for (const path of ['/me', '/me/wallet', '/me/votes', '/me/affairs', '/me/teams']) {
      await go(desk, path);
      await desk.expectAccessible();
    }
    await desk.done();
  }, 300_000);
});

/** Nothing is wider than the window. */
async function fits({ page, screen }: Desk): Promise<void> {
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(width).toBeLessThanOrEqual(screen.width);
}
