import { localOf } from '../../web/desks/kit/act-input';
import { press, shown } from './support/acts';
import { describeInChromium } from './support/chromium';
import { form, loseAnswer, Neighbourhood, said, send } from './support/me';
import { screenOf } from './support/screens';
import { openStage, type Stage } from './support/stage';

const DAY_MS = 86_400_000;

/** Ten in the morning, so many days from now, as the device's own clock writes it. */
const tenOn = (days: number) =>
  `${localOf(new Date(Date.now() + days * DAY_MS)).slice(0, 10)}T10:00`;

describeInChromium('courses, by whoever gives them', () => {
  let stage: Stage;
  /** The leader's community, and how addresses name it. */
  let home = '';
  let slug = '';

  beforeAll(async () => {
    stage = await openStage();
    ({ home, slug } = await new Neighbourhood(stage).home());
  }, 240_000);
  afterAll(() => stage?.close());

  const opened = () => stage.sql(`select id from course where title = '智能手机入门'`);
  const stands = () =>
    stage.sql(
      `select resident.name, attendance.confirmed_at is not null as confirmed
       from course_attendance attendance
       join course on course.community_id = attendance.community_id
         and course.id = attendance.course_id and course.title = '智能手机入门'
       join resident on resident.community_id = attendance.community_id
         and resident.id = attendance.resident_id
       where attendance.community_id = $1 order by resident.name`,
      home,
    );

  test('a leader opens a course; only the answer is lost, and it is not opened twice', async () => {
    const desk = await stage.open(screenOf('phone', 'zh-CN'), 'leader');
    const { page, say } = desk;
    await desk.go('/me/courses');
    const dialog = await form(desk, 'courses.open');
    await dialog.getByLabel(say('courses.title')).fill('智能手机入门');
    await dialog.getByLabel(say('courses.lecturer')).fill('高老师');
    await dialog.getByLabel(say('courses.capacity')).fill('12');
    const cell = (key: string, n: number) => dialog.getByLabel(`${say(key)} ${n}`);
    await press(desk, say('courses.session.more'));
    for (const [n, days] of [-1, 6].entries()) {
      await cell('courses.session.starts', n + 1).fill(tenOn(days));
      await cell('courses.session.minutes', n + 1).fill(n === 0 ? '5' : '60');
      await cell('courses.session.venue', n + 1).fill('活动室');
    }
    // Five minutes are no session.
    const go = dialog.getByRole('button', { name: say('courses.open'), exact: true });
    await go.click();
    await dialog.getByRole('alert').first().waitFor();
    expect(await cell('courses.session.venue', 2).inputValue()).toBe('活动室');
    await desk.expectAccessible();
    await desk.picture('course-open');
    await cell('courses.session.minutes', 1).fill('60');
    await loseAnswer(page, 'CourseOpen');
    await go.click();
    await dialog.getByText(say('desk.no-network')).waitFor();
    expect(await opened()).toHaveLength(1);
    await send(desk, 'courses.open');
    await page.getByRole('link', { name: '智能手机入门' }).waitFor();
    expect(await opened()).toHaveLength(1);
    expect(desk.takeComplaints().join()).toContain('ERR_CONNECTION_RESET');
    await desk.done();
  }, 120_000);

  test('a neighbour enrols alone, another through a cadre; who was there is told by the leader', async () => {
    const neighbour = await stage.open(screenOf('phone', 'en'), 'member');
    await neighbour.go('/me/courses');
    const line = neighbour.page.getByRole('listitem').filter({ hasText: '智能手机入门' });
    await line.getByRole('button', { name: neighbour.say('me.courses.enrol') }).click();
    await send(neighbour, 'me.courses.enrol');
    await line.getByText(neighbour.say('me.courses.mine')).waitFor();
    await neighbour.done();

    const desk = await stage.open(screenOf('desktop', 'zh-CN'), 'cadre');
    const { page, say } = desk;
    await desk.go(`/cadre/courses?in=${slug}`);
    await page.getByRole('link', { name: '智能手机入门' }).click();
    await said(desk, 'courses.participants');
    const [other] = await stage.sql(
      `select resident.name from resident where community_id = $1 and person_id is null
         and moved_out is null and not exists (select from resident twin
           where twin.community_id = $1 and twin.id <> resident.id
             and twin.name like resident.name || '%') order by resident.id limit 1`,
      home,
    );
    const dialog = await form(desk, 'courses.enrol');
    const box = dialog.getByRole('combobox', { name: say('courses.resident') });
    await box.fill(other?.name ?? '');
    await page
      .locator('.ant-select-item-option')
      .filter({ hasText: other?.name ?? '' })
      .click();
    await send(desk, 'courses.enrol');
    await shown(desk, other?.name ?? '');
    await desk.expectAccessible();
    await desk.picture('course');
    await desk.done();

    const leader = await stage.open(screenOf('phone', 'zh-CN'), 'leader');
    await leader.go('/me/courses');
    await leader.page.getByRole('link', { name: '智能手机入门' }).click();
    const record = await form(leader, 'courses.attendance.record');
    const who = record.getByRole('combobox', { name: leader.say('courses.attendance.who') });
    await who.click();
    for (const option of await leader.page.locator('.ant-select-item-option').all())
      await option.click();
    await who.press('Escape');
    await send(leader, 'courses.attendance.record');
    await said(leader, 'courses.attendance.RECORDED');
    // Whoever recorded it does not confirm it.
    const confirm = leader.say('courses.attendance.confirm');
    expect(await leader.page.getByRole('button', { name: confirm, exact: true }).count()).toBe(0);
    await leader.expectAccessible();
    await leader.picture('course-recorded');
    await leader.done();
    expect((await stands()).map(({ confirmed }) => confirmed)).toEqual([false, false]);
  }, 120_000);

  test('a cadre confirms who was there, once, and takes one back with a reason', async () => {
    const [course] = await opened();
    expect(course).toBeDefined();
    const desk = await stage.open(screenOf('tablet', 'en'), 'cadre');
    const { page, say } = desk;
    await desk.go(`/cadre/courses?in=${slug}`);
    await page.getByRole('link', { name: '智能手机入门' }).click();
    await form(desk, 'courses.attendance.confirm');
    await desk.expectAccessible();
    await send(desk, 'courses.attendance.confirm');
    await said(desk, 'courses.attendance.CONFIRMED');
    expect((await stands()).map(({ confirmed }) => confirmed)).toEqual([true, true]);
    await desk.picture('course-confirmed');

    const back = say('courses.attendance.reverse');
    await page
      .getByRole('button', { name: new RegExp(`^${back}: `) })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(say('courses.reason')).fill('登记有误');
    await dialog.getByRole('button', { name: back, exact: true }).click();
    await said(desk, 'courses.attendance.CANCELLED');
    await shown(desk, '登记有误');
    await desk.expectAccessible();
    await desk.done();
  }, 120_000);
});
