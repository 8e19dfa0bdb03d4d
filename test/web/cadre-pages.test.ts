import { describeInChromium } from './support/chromium';
import { SCREENS } from './support/screens';
import { openStage, type Desk, type Stage } from './support/stage';

/** Every page of the desk, in each width and language, and in the dark. */
describeInChromium('the pages of the cadres’ desk', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  /** Opens a page and waits for what it shows. */
  const look = async (desk: Desk, name: string, path: string) => {
    await desk.go(path);
    await desk.page.getByRole('heading', { level: 1 }).waitFor();
    await desk.expectAccessible();
    await desk.picture(name);
  };

  test.each(SCREENS)('$device $language', async (screen) => {
    const desk = await stage.open(screen, 'cadre');
    await look(desk, 'inbox', '/cadre');
    await look(desk, 'fund', '/cadre/fund');
    await desk.page.getByRole('link', { name: '中心花园加装扶手' }).first().click();
    await desk.page.getByRole('heading', { level: 1, name: '中心花园加装扶手' }).waitFor();
    await desk.expectAccessible();
    await desk.picture('project');
    await desk.done();
  });
});
