import { DEMO_PASSWORD } from '../../seeds/demo-people';
import { describeInChromium } from './support/chromium';
import { SCREENS, STORY_SCREENS, wordsOf } from './support/screens';
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

    await page.getByRole('button', { name: say('desk.language') }).click();
    const other = wordsOf(screen.language === 'en' ? 'zh-CN' : 'en');
    await page.getByText(other('desk.till.says')).waitFor();
    await page.getByRole('button', { name: other('desk.dark') }).click();
    await desk.expectAccessible();
    await page.reload();
    await page.getByText(other('desk.till.says')).waitFor();

    await page.locator('button[aria-haspopup="menu"]').last().click();
    await page.getByRole('menuitem', { name: other('desk.sign-out') }).click();
    await page.waitForURL('**/sign-in');
    await desk.expectAccessible();
    await desk.done();
  });

  test('a desk that is not one’s own stays shut, and an address may be wrong', async () => {
    const desk = await stage.open(STORY_SCREENS[1]!, 'clerk');
    await desk.go('/board');
    await desk.page.getByText(desk.say('desk.not-yours')).waitFor();
    await desk.go('/desks/nowhere');
    await desk.page.getByText(desk.say('desk.not-here')).waitFor();
    await desk.expectAccessible();
    await desk.done();
  });

  test('a window becomes the other person’s who signs in beside it', async () => {
    const desk = await stage.open(STORY_SCREENS[2]!, 'clerk');
    const { page, context, say } = desk;
    await desk.go('/desks');
    await page.getByText(say('desk.till.says')).waitFor();
    const beside = await context.newPage();
    await beside.goto(`${stage.url}/sign-in`);
    await beside.getByLabel(say('sign-in.login')).fill('chair');
    await beside.getByLabel(say('sign-in.password'), { exact: true }).fill(DEMO_PASSWORD);
    await beside.getByRole('button', { name: say('sign-in.go') }).click();
    await beside.getByText(say('desk.board.says')).waitFor();
    await page.getByText(say('desk.board.says')).waitFor();
    expect(await page.getByText(say('desk.till.says')).count()).toBe(0);
    await desk.done();
  });

  test('nobody is led out of the house by a link to sign in', async () => {
    const desk = await stage.open(STORY_SCREENS[1]!);
    const { page, say } = desk;
    await desk.go('/sign-in?to=%2F%2Felsewhere.invalid%2F');
    await page.getByLabel(say('sign-in.login')).fill('clerk');
    await page.getByLabel(say('sign-in.password'), { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: say('sign-in.go') }).click();
    await page.waitForURL(`${stage.url}/desks`);
    await desk.done();
  });

  test('a fault shows its number, and trying again goes on', async () => {
    const desk = await stage.open(STORY_SCREENS[2]!, 'clerk');
    const { page, say } = desk;
    await stage.database.dataSource.query('alter table membership rename to membership_gone');
    await desk.go('/desks');
    await page.getByRole('alert').waitFor();
    await page.locator('code', { hasText: /^[0-9a-f-]{36}$/ }).waitFor();
    await stage.database.dataSource.query('alter table membership_gone rename to membership');
    await page.getByRole('button', { name: say('desk.again') }).click();
    await page.getByText(say('desk.till.says')).waitFor();
    expect(stage.takeLogged().join()).toContain('incident');
    expect(desk.takeComplaints().join()).toContain('500');
    await desk.done();
  });

  test('who cannot sign out without a network is told so', async () => {
    const [phone] = STORY_SCREENS;
    if (!phone) throw new Error('There is no phone');
    const desk = await stage.open(phone, 'clerk');
    const { page, say } = desk;
    await desk.go('/desks');
    await page.getByText(say('desk.till.says')).waitFor();
    await desk.context.setOffline(true);
    await page.locator('button[aria-haspopup="menu"]').last().click();
    await page.getByRole('menuitem', { name: say('desk.sign-out') }).click();
    await page.getByRole('dialog', { name: say('desk.still-in') }).waitFor();
    await desk.context.setOffline(false);
    await page.getByRole('dialog').getByText(say('desk.close'), { exact: true }).click();
    expect(desk.takeComplaints().join()).toContain('INTERNET_DISCONNECTED');
    await desk.done();
  });
});
