import { describeInChromium } from './support/chromium';
import { type Screen, SCREENS } from './support/screens';
import { openStage, type More, type Stage } from './support/stage';

/** Each page of the till, and what of it tells that it is there. */
const PAGES = [
  { path: '/till', word: 'desk.till' },
  { path: '/till/slips', word: 'till.page.slips' },
  { path: '/till/tasks', word: 'till.page.tasks' },
  { path: '/till/shift', word: 'till.page.shift' },
  { path: '/till/intake', word: 'till.page.intake' },
  { path: '/till/stock-takes', word: 'till.page.stock-takes' },
  { path: '/till/waiting', word: 'till.waiting.title' },
] as const;

describeInChromium('the pages of the till', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  async function lookAround(screen: Screen, more: More = {}): Promise<void> {
    const desk = await stage.open(screen, 'storekeeper', more);
    for (const { path, word } of PAGES) {
      await desk.go(path);
      await desk.page.getByRole('heading', { level: 1, name: desk.say(word) }).waitFor();
      await desk.page.locator('.ant-skeleton').first().waitFor({ state: 'detached' });
      await desk.expectAccessible();
      const wide = await desk.page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(screen.width);
      await desk.picture(`page${path.replaceAll('/', '-')}${more.colorScheme ?? ''}`);
    }
    await desk.done();
  }

  test.each(SCREENS)('can be read by everybody: $device $language', (screen) => lookAround(screen));

  test('can be read in the dark', () => lookAround(SCREENS[2]!, { colorScheme: 'dark' }));
});
