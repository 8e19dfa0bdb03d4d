import { conveneMeeting } from '../../src/meetings/convene-meeting';
import { toGlobalId } from '../../src/kernel/global-id';
import { describeInChromium } from './support/chromium';
import { form, Neighbourhood } from './support/me';
import { screenOf } from './support/screens';
import { openStage, type Stage } from './support/stage';

const PHONE = screenOf('phone', 'en');
const TABLET = screenOf('tablet', 'zh-CN');
const DESKTOP = screenOf('desktop', 'en');
const DAY_MS = 86_400_000;

/** Logins from hand to hand, where a desk is, and lists of many people. */
describeInChromium('people and their cadres', () => {
  let stage: Stage;
  let street: Neighbourhood;

  beforeAll(async () => {
    stage = await openStage();
    street = new Neighbourhood(stage);
  }, 240_000);
  afterAll(() => stage?.close());

  test('a resident is given a login, signs in with the slip, and changes the password', async () => {
    const { home } = await street.row('leader');
    const [nobody] = await stage.sql(
      `select id, name from resident where community_id = $1 and person_id is null
         and moved_out is null and birth_date < '1990-01-01' order by id limit 1`,
      home,
    );
    const id = toGlobalId('Resident', home, nobody?.id ?? '');
    const cadre = await stage.open(DESKTOP, 'cadre');
    const { page, say } = cadre;
    await cadre.go(`/cadre/register/${id}`);
    const give = await form(cadre, 'cadre.login.give');
    await give.getByLabel(say('sign-in.login')).fill('clerk');
    await give.getByRole('button', { name: say('cadre.login.give') }).click();
    await give.getByRole('alert').waitFor();
    await give.getByLabel(say('sign-in.login')).fill('neighbour-1');
    await cadre.expectAccessible();
    await give.getByRole('button', { name: say('cadre.login.give') }).click();
    const slip = page.getByRole('dialog', {
      name: say('cadre.login.slip', { name: nobody?.name ?? '' }),
    });
    const password = await slip.locator('code').nth(1).innerText();
    expect(password).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{5}$/);
    await cadre.expectAccessible();
    await cadre.picture('login-slip');
    await page.keyboard.press('Escape');
    await slip.getByRole('button', { name: say('cadre.login.handed-over') }).click();
    await page.getByText('neighbour-1').waitFor();
    expect(await page.getByRole('button', { name: say('cadre.login.give') }).count()).toBe(0);
    await cadre.done();

    const desk = await stage.open(PHONE);
    const own = desk.page;
    const signIn = async (word: string) => {
      await own.getByLabel(say('sign-in.login')).fill('neighbour-1');
      await own.getByLabel(say('sign-in.password'), { exact: true }).fill(word);
      await own.getByRole('button', { name: say('sign-in.go') }).click();
    };
    await desk.go('/me/wallet');
    await signIn(password);
    // Two know this password: wherever one wanted to go, another is chosen first.
    await own.getByRole('heading', { level: 1, name: say('account.first') }).waitFor();
    const field = (name: string) => own.getByLabel(say(`account.${name}`), { exact: true });
    await field('oldPassword').fill('not this one');
    await field('newPassword').fill('three quiet lanterns');
    await field('again').fill('three quiet lantern');
    const change = own.getByRole('button', { name: say('account.change') });
    await change.click();
    await own.getByText(say('account.differs')).waitFor();
    await field('again').fill('three quiet lanterns');
    await change.click();
    await own
      .locator('.ant-form-item')
      .filter({ has: field('oldPassword') })
      .getByRole('alert')
      .first()
      .waitFor();
    expect(await field('newPassword').inputValue()).toBe('three quiet lanterns');
    await desk.expectAccessible();
    await desk.picture('first-password');
    await field('oldPassword').fill(password);
    await change.click();
    await own.getByText(say('account.changed')).waitFor();
    await own.getByRole('heading', { level: 1, name: say('me.nav.wallet') }).waitFor();
    await own.locator('header button[aria-haspopup="menu"]').last().click();
    await own.getByRole('menuitem', { name: say('desk.sign-out') }).click();
    await own.waitForURL('**/sign-in');
    await signIn('three quiet lanterns');
    await own.waitForURL('**/desks');
    await own.getByText(say('desk.me.says')).waitFor();
    await desk.done();
  }, 120_000);

  test('an address names its community, and keeps it over a reload', async () => {
    const desk = await stage.open(TABLET, 'officer');
    const { page, say } = desk;
    await desk.go('/cadre/councils');
    const choice = page.getByRole('combobox', { name: say('cadre.community') });
    await page.waitForURL(/\?in=/);
    const first = new URL(page.url()).searchParams.get('in');
    await choice.click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('in') !== first);
    const address = page.url();
    await desk.settle();
    const shown = () => page.getByRole('main').locator('li').allInnerTexts();
    const councils = await shown();
    await page.getByRole('link', { name: say('cadre.part.meetings'), exact: true }).click();
    await page.waitForURL(/meetings\?in=/);

    await page.evaluate('localStorage.clear()');
    await page.goto(address);
    await desk.settle();
    expect(page.url()).toBe(address);
    expect(await shown()).toEqual(councils);
    await desk.done();
  }, 120_000);

  test('everybody who came to a meeting can be seen, page by page', async () => {
    const asked = {
      ...{ kind: 'forum' as const, title: '夏季居民论坛', placeId: await street.community() },
      ...{ venue: '社区议事厅', durationMinutes: 120 },
      startsAt: new Date(Date.now() + 12 * DAY_MS),
    };
    const meeting = await street.acting.as(await street.person('cadre'), conveneMeeting, asked);
    const { communityId } = meeting;
    await stage.sql(
      `update meeting set convened_at = convened_at - interval '20 days',
         starts_at = now() - interval '30 minutes' where community_id = $1 and id = $2`,
      ...[communityId, meeting.id],
    );
    const came = await stage.sql(
      `insert into meeting_attendance (community_id, meeting_id, resident_id, online_at)
       select community_id, $2, id, now() from resident where community_id = $1
         and moved_out is null order by id limit 120 returning resident_id`,
      ...[communityId, meeting.id],
    );
    expect(came.length).toBeGreaterThan(100);
    const desk = await stage.open(TABLET, 'cadre');
    const { page, say } = desk;
    await desk.go(`/cadre/meetings/${toGlobalId('Meeting', communityId, meeting.id)}`);
    const people = page.getByText(` · ${say('cadre.attendance.on-line')}`);
    expect(await people.count()).toBe(100);
    const more = page.getByRole('button', {
      name: `${say('desk.more')}: ${say('cadre.attendance')}`,
    });
    await more.click();
    await people.nth(came.length - 1).waitFor();
    expect(await people.count()).toBe(came.length);
    expect(await more.count()).toBe(0);
    await desk.expectAccessible();

    await desk.done();
  }, 120_000);
});
