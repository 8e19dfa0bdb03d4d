import { DEMO_PASSWORD } from '../../seeds/demo-people';
import { describeInChromium } from './support/chromium';
import { SCREENS } from './support/screens';
import { openStage, type Stage } from './support/stage';

describeInChromium('the house around the desks', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  test.each(SCREENS)('sign in, choose a desk, sign out: $device $language', async (screen) => {
    const desk = await stage.open(screen);
    const { page, say } = desk;
    await desk.go('/till');
    await page.waitForURL('**/sign-in?to=%2Ftill');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await desk.expectAccessible();
    await desk.picture('sign-in');

    await page.getByLabel(say('sign-in.login')).fill('clerk');
    await page.getByLabel(say('sign-in.password'), { exact: true }).fill('wrong-word');
    await page.getByRole('button', { name: say('sign-in.go') }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel(say('sign-in.password'), { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: say('sign-in.go') }).click();
    await page.getByRole('heading', { level: 1, name: say('desk.till') }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/till');

    await desk.go('/desks');
    await page.getByText(say('desk.till.says')).waitFor();
    await desk.expectAccessible();
    await desk.picture('desks');
    await desk.done();
  });
});
