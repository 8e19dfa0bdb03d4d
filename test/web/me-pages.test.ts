import type { DemoLogin } from '../../seeds/demo-people';
import { describeInChromium } from './support/chromium';
import { SCREENS } from './support/screens';
import { openStage, type Desk, type Stage } from './support/stage';

/** Pages that are reached by the first link in a list. */
const DEEPER: readonly (readonly [from: string, prefix: string])[] = [
  ['/me/votes', '/me/votes/'],
  ['/me/affairs/motions', '/me/motions/'],
  ['/me/affairs/meetings', '/me/meetings/'],
  ['/me/affairs/results', '/me/resolutions/'],
  ['/me/affairs/elections', '/me/elections/'],
  ['/me', '/me/councils/'],
  ['/me/teams', '/me/teams/'],
];

describeInChromium('a resident’s own page', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  /** The page is drawn: its heading is there, and nothing is a skeleton any more. */
  async function shown({ page }: Desk): Promise<void> {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
  }

  async function look(desk: Desk, path: string): Promise<void> {
    await desk.go(path);
    await shown(desk);
    await desk.picture(`me${path.split('/').slice(2, 4).join('-').slice(0, 24)}`);
    await desk.expectAccessible();
  }

  async function linksUnder({ page }: Desk, prefix: string): Promise<string[]> {
    const links = page.locator(`main a[href^="${prefix}"]`);
    await links.first().waitFor();
    return await links.evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
  }

  test.each(SCREENS)('every page: $device $language', async (screen) => {
    const desk = await stage.open(screen, 'leader' satisfies DemoLogin);
    for (const path of ['/me/wallet', '/me/exchanges', '/me/services', '/me/courses'])
      await look(desk, path);
    for (const [from, prefix] of DEEPER) {
      await look(desk, from);
      const [first] = await linksUnder(desk, prefix);
      await look(desk, first ?? prefix);
    }
    await desk.done();
  });
});
