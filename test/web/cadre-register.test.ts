import type { Locator } from 'playwright-core';
import { choose } from './support/acts';
import { describeInChromium } from './support/chromium';
import { form, Neighbourhood, said, send } from './support/me';
import { screenOf } from './support/screens';
import { type Desk, openStage, type Stage } from './support/stage';

const LONG = 120_000;

/** Councils of groups, courtyards, bodies and people that were not there before. */
describeInChromium('what officers and cadres put on the register', () => {
  let stage: Stage;
  /** The leader's community: its id, and how addresses name it. */
  let home = '';
  let slug = '';

  beforeAll(async () => {
    stage = await openStage();
    ({ home, slug } = await new Neighbourhood(stage).home());
  }, 240_000);
  afterAll(() => stage?.close());

  /** Of each group one who sits in its council, and is found by the name alone. */
  const chosenOfGroups = () =>
    stage.sql(
      `select distinct on (council.id) council.name as "group", resident.name from council
       join council_seat seat on seat.community_id = $1 and seat.council_id = council.id
         and seat.valid_from <= current_date and seat.valid_until > current_date
       join resident on resident.community_id = $1 and resident.id = seat.resident_id
       where council.community_id = $1 and council.kind = 'group_council'
         and council.dissolved_at is null and not exists (select from resident other
           where other.community_id = $1 and other.id <> resident.id
             and other.name like resident.name || '%')
       order by council.id, seat.number`,
      home,
    );

  test(
    'a council is founded, gets a rule of its own, and is seated by its groups',
    async () => {
      const chosen = await chosenOfGroups();
      expect(chosen.length).toBeGreaterThan(2);
      const desk = await stage.open(screenOf('desktop', 'en'), 'officer');
      const { page, say } = desk;
      await desk.go(`/cadre/councils?in=${slug}`);
      const found = await form(desk, 'cadre.found-council');
      await found.getByRole('radio', { name: say('cadre.council.COMMUNITY_COUNCIL') }).check();
      await found.getByLabel(say('cadre.name')).fill('换届议事会');
      await desk.expectAccessible();
      await send(desk, 'cadre.found-council');
      await page.getByRole('link', { name: '换届议事会' }).click();
      await page.getByRole('heading', { level: 1, name: '换届议事会' }).waitFor();

      const rule = await form(desk, 'cadre.set-rule');
      const number = (name: string) => rule.getByLabel(say(`cadre.set-rule.${name}`)).first();
      await number('minSeats').fill(String(chosen.length));
      await number('seatsPerGroup').fill('1');
      await number('quorum').fill('6');
      await rule.getByRole('button', { name: say('cadre.set-rule') }).click();
      // More than all of them cannot be present.
      await rule.getByRole('alert').first().waitFor();
      expect(await number('minSeats').inputValue()).toBe(String(chosen.length));
      await desk.expectAccessible();
      await desk.picture('rule');
      await number('quorum').fill('3');
      await send(desk, 'cadre.set-rule');
      await page.getByText(`0 / ${chosen.length}`).waitFor();
      await page.getByText('3 / 5', { exact: true }).waitFor();

      const seat = await form(desk, 'cadre.seat-members');
      const names = chosen.map(({ name = '' }) => name);
      const swapped = [names[1]!, names[0]!, ...names.slice(2)];
      const of = (n: number) =>
        seat.getByRole('combobox', {
          name: say('cadre.members.of', { name: chosen[n]?.group ?? '' }),
        });
      for (const [n, name] of swapped.entries()) await pick(desk, of(n), name);
      await seat.getByRole('note').click();
      await seat.getByRole('button', { name: say('cadre.seat-members') }).click();
      // Each sits for the group that chose them.
      const refusal = seat.getByRole('alert').first();
      await refusal.waitFor();
      expect(await refusal.innerText()).toContain(chosen[0]?.group);
      await desk.expectAccessible();
      await desk.picture('seat-by-groups');
      for (const n of [0, 1]) {
        await of(n).press('Backspace');
        await pick(desk, of(n), names[n]!);
      }
      await seat.getByRole('note').click();
      await send(desk, 'cadre.seat-members');
      await said(desk, 'cadre.council.composed');
      await desk.picture('seated');
      await desk.done();
    },
    LONG,
  );

  test(
    'a courtyard is registered, gets who stands for it, and tells what it holds',
    async () => {
      const officer = await stage.open(screenOf('phone', 'zh-CN'), 'officer');
      await officer.go(`/cadre/courtyards?in=${slug}`);
      const place = await form(officer, 'cadre.place.register');
      await place.getByLabel(officer.say('cadre.name')).fill('向阳院');
      await officer.expectAccessible();
      await send(officer, 'cadre.place.register');
      const yard = officer.page.getByRole('link', { name: '向阳院' });
      await yard.waitFor();
      const grid = await form(officer, 'cadre.place.register');
      await grid.getByRole('radio', { name: officer.say('cadre.place.GRID') }).check();
      await grid.getByLabel(officer.say('cadre.name')).fill('九号网格');
      await send(officer, 'cadre.place.register');
      await officer.page.getByText('九号网格').waitFor();
      await officer.picture('courtyards');
      await yard.click();
      await officer.page.getByRole('heading', { level: 1, name: '向阳院' }).waitFor();
      await officer.expectAccessible();
      await officer.picture('courtyard-new');
      const { pathname } = new URL(officer.page.url());
      await officer.done();

      const desk = await stage.open(screenOf('tablet', 'en'), 'cadre');
      const { page, say } = desk;
      await desk.go(pathname);
      const body = await form(desk, 'cadre.courtyard.name');
      await body.getByRole('radio').first().check();
      await desk.expectAccessible();
      await send(desk, 'cadre.courtyard.name');

      await announce(desk, '赏月', 24);
      const lines = page.getByRole('main').getByRole('listitem');
      const moon = lines.filter({ hasText: '赏月' });
      await moon.getByText(say('cadre.activity.ANNOUNCED')).waitFor();
      const tell = say('cadre.activity.tell');
      expect(await moon.getByRole('button', { name: tell }).count()).toBe(0);
      const cancel = await form(desk, 'cadre.activity.cancel');
      await cancel.getByLabel(say('cadre.reason')).fill('有雨。');
      await send(desk, 'cadre.activity.cancel');
      await moon.getByText(say('cadre.activity.CANCELLED')).waitFor();
      await moon.getByText('有雨。').waitFor();

      await announce(desk, '扫雪', -2);
      const [someone] = await stage.sql(
        `select name from resident where community_id = $1 and moved_out is null
           and birth_date < '2000-01-01' order by id limit 1`,
        home,
      );
      const held = await form(desk, 'cadre.activity.tell');
      await held.getByLabel(say('cadre.activity.report')).fill('扫了三条路。');
      await held.getByRole('button', { name: tell }).click();
      await held.getByText(say('desk.required')).waitFor();
      const people = held.getByRole('combobox', { name: say('cadre.activity.people') });
      await pick(desk, people, someone?.name ?? '');
      await held.getByRole('note').click();
      await desk.expectAccessible();
      await send(desk, 'cadre.activity.tell');
      await lines.filter({ hasText: '扫雪' }).getByText(say('cadre.activity.HELD')).waitFor();
      await desk.expectAccessible();
      await desk.picture('courtyard-told');
      await desk.done();
    },
    LONG,
  );

  test(
    'a body is registered, and somebody from elsewhere gets a role in it',
    async () => {
      const desk = await stage.open(screenOf('phone', 'en'), 'officer');
      const { page, say } = desk;
      await desk.go(`/cadre/register/organisations?in=${slug}`);
      const register = await form(desk, 'cadre.organisation.register');
      const kind = say('cadre.organisation.SERVICE_STATION');
      await choose(desk, say('cadre.organisation.kind'), kind);
      await register.getByLabel(say('cadre.name')).fill('便民服务站');
      await desk.expectAccessible();
      await send(desk, 'cadre.organisation.register');
      await page.getByRole('link', { name: '便民服务站' }).click();
      await page.getByRole('heading', { level: 1, name: '便民服务站' }).waitFor();

      const outsider = await form(desk, 'cadre.outsider');
      await outsider.getByRole('button', { name: say('cadre.outsider.register') }).click();
      await outsider.getByText(say('desk.required')).waitFor();
      await outsider.getByLabel(say('cadre.person-name')).fill('顾远');
      await desk.expectAccessible();
      await outsider.getByRole('button', { name: say('cadre.outsider.register') }).click();
      await outsider.waitFor({ state: 'detached' });
      const appoint = await form(desk, 'cadre.outsider.appoint');
      await appoint.getByRole('radio', { name: say('cadre.role.STAFF') }).check();
      await desk.expectAccessible();
      await send(desk, 'cadre.outsider.appoint');
      await page.getByText(`顾远 · ${say('cadre.role.STAFF')}`).waitFor();
      // Whoever is next begins anew.
      await page.getByRole('button', { name: say('cadre.outsider') }).waitFor();
      await desk.expectAccessible();
      await desk.picture('outsider');
      await desk.done();
    },
    LONG,
  );
});

/** Finds somebody by name in a list of residents, and takes them. */
async function pick({ page }: Desk, list: Locator, name: string): Promise<void> {
  await list.fill(name);
  await page.locator('.ant-select-item-option:visible', { hasText: name }).first().click();
}

/** Announces something in a courtyard, so many hours from now. */
async function announce(desk: Desk, title: string, hours: number): Promise<void> {
  const { say } = desk;
  const activity = await form(desk, 'cadre.activity.announce');
  const at = new Date(Date.now() + (hours + 8) * 3_600_000).toISOString().slice(0, 16);
  await activity.getByLabel(say('cadre.activity.title')).fill(title);
  await activity.getByLabel(say('cadre.activity.about')).fill('大家一起来。');
  await activity.getByLabel(say('cadre.meeting.starts-at')).fill(at);
  await activity.getByLabel(say('cadre.meeting.venue')).fill('院里');
  await send(desk, 'cadre.activity.announce');
}
