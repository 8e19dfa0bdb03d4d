import type { Locator } from 'playwright-core';
import { conveneMeeting } from '../../src/meetings/convene-meeting';
import { toGlobalId } from '../../src/kernel/global-id';
import { DEMO_PASSWORD, type DemoLogin } from '../../seeds/demo-people';
import { giveLogin } from '../../src/society/give-login';
import { describeInChromium } from './support/chromium';
import { form, Neighbourhood, said, send } from './support/me';
import { screenOf } from './support/screens';
import { openStage, type Stage } from './support/stage';

const PHONE = screenOf('phone', 'zh-CN');
const TABLET = screenOf('tablet', 'en');
const DESKTOP = screenOf('desktop', 'zh-CN');
const DAY_MS = 86_400_000;

/** What neighbours take back, demand, announce and confirm, and lists that go on. */
describeInChromium('neighbours', () => {
  let stage: Stage;
  let street: Neighbourhood;

  beforeAll(async () => {
    stage = await openStage();
    street = new Neighbourhood(stage);
  }, 240_000);
  afterAll(() => stage?.close());

  /** Two who elected a council and do not sit in it; they have got a login by now. */
  async function electors(): Promise<[DemoLogin, DemoLogin]> {
    const people = await stage.sql(
      `select resident.person_id id from election_ward ward
       join election on election.community_id = ward.community_id
         and election.id = ward.election_id
       join council_seat own on own.community_id = ward.community_id
         and own.council_id = ward.group_id
       join resident on resident.community_id = own.community_id
         and resident.id = own.resident_id
       where election.state = 'concluded' and resident.person_id is not null
       order by exists (select from council_seat sits where sits.council_id = election.council_id
         and sits.resident_id = resident.id), resident.id limit 2`,
    );
    const officer = await street.person('officer');
    for (const [n, { id = '' }] of people.entries())
      await street.acting.as(officer, giveLogin, {
        ...{ personId: toGlobalId('Person', null, id), login: `elector-${n}` },
        password: DEMO_PASSWORD,
      });
    // They have been here before, and changed what the officer gave them.
    await stage.sql('update password set given = false');
    return ['elector-0', 'elector-1'] as unknown as [DemoLogin, DemoLogin];
  }

  /** A council in the leader's community whose members were not elected. */
  async function seatedCouncil(): Promise<string> {
    const { home } = await street.row('leader');
    const [council] = await stage.sql(
      `select council.id from council join council_term term on term.community_id = $1
         and term.council_id = council.id and term.valid_until > current_date
       where council.community_id = $1 and not exists (select from election
         where election.community_id = $1 and election.council_id = council.id) limit 1`,
      home,
    );
    return toGlobalId('Council', home, council?.id ?? '');
  }

  test('a long list goes on, and whoever proposed a topic takes it off', async () => {
    const title = '春季居民论坛';
    const asked = {
      ...{ kind: 'forum' as const, title, placeId: await street.community() },
      ...{ venue: '社区议事厅', durationMinutes: 120 },
      startsAt: new Date(Date.now() + 12 * DAY_MS),
    };
    const meeting = await street.acting.as(await street.person('cadre'), conveneMeeting, asked);
    await stage.sql(
      `insert into meeting_topic
         (community_id, id, meeting_id, title, text, on_the_day, proposed_by, proposed_at)
       select $1, gen_random_uuid(), $2, '议题 ' || n, '请讨论。', false, $3, now()
       from generate_series(1, 59) n`,
      ...[meeting.communityId, meeting.id, await street.person('member')],
    );
    const desk = await stage.open(PHONE, 'leader');
    const { page, say } = desk;
    const id = toGlobalId('Meeting', meeting.communityId, meeting.id);
    await desk.go(`/me/meetings/${encodeURIComponent(id)}`);
    const topics = page.getByRole('listitem').filter({ hasText: '请讨论。' });
    expect(await topics.count()).toBe(50);
    const propose = await form(desk, 'me.topics.propose');
    await propose.getByLabel(say('me.title')).fill('楼道灯');
    await propose.getByLabel(say('me.topics.text')).fill('请讨论。');
    await send(desk, 'me.topics.propose');
    await desk.settle();
    await page.getByRole('button', { name: `${say('desk.more')}: ${say('me.topics')}` }).click();
    await topics.nth(59).waitFor();
    expect(await topics.count()).toBe(60);
    await desk.expectAccessible();

    const own = topics.filter({ hasText: '楼道灯' });
    expect(await page.getByRole('button', { name: say('me.topics.withdraw') }).count()).toBe(1);
    await own.getByRole('button', { name: say('me.topics.withdraw') }).click();
    const why = page.getByRole('dialog', { name: say('me.topics.withdraw') });
    await why.getByRole('button', { name: say('me.topics.withdraw') }).click();
    await why.getByText(say('me.missing')).waitFor();
    await why.getByLabel(say('me.why')).fill('已经修好了。');
    await desk.expectAccessible();
    await send(desk, 'me.topics.withdraw');
    await page.getByRole('listitem').nth(49).waitFor();
    const more = page.getByRole('button', { name: `${say('desk.more')}: ${say('me.topics')}` });
    await more.click();
    await own.getByText(say('me.topic.WITHDRAWN')).waitFor();
    await desk.picture('topics');
    await desk.done();
  }, 120_000);

  test('a motion of one’s own is taken back, and nobody else’s', async () => {
    const desk = await stage.open(TABLET, 'leader');
    const { page, say } = desk;
    await desk.go('/me/affairs/motions');
    const table = await form(desk, 'me.motions.table');
    await table.getByLabel(say('me.title')).fill('A bench at the gate');
    await table.getByLabel(say('me.motions.text')).fill('For whoever waits.');
    await send(desk, 'me.motions.table');
    await page.getByRole('link', { name: 'A bench at the gate' }).click();
    await said(desk, 'me.motion.signed');

    const other = await stage.open(TABLET, 'member');
    await other.go(new URL(page.url()).pathname);
    await other.page.getByRole('button', { name: say('me.motion.sign') }).waitFor();
    expect(await other.page.getByRole('button', { name: say('me.motion.withdraw') }).count()).toBe(
      0,
    );
    await other.done();

    const back = await form(desk, 'me.motion.withdraw');
    await back.getByText('A bench at the gate').waitFor();
    await back.getByLabel(say('me.why')).fill('There is one already.');
    await desk.expectAccessible();
    await send(desk, 'me.motion.withdraw');
    await said(desk, 'me.motion.state.WITHDRAWN');
    await page.getByText('There is one already.').waitFor();
    await desk.done();
  }, 120_000);

  test('electors demand that a seat is voted on again, and see how many are missing', async () => {
    const [first, second] = await electors();
    const desk = await stage.open(PHONE, first);
    const { page, say } = desk;
    await desk.go('/me/affairs/councils');
    await page
      .getByRole('link', { name: /邻里理事会/ })
      .first()
      .click();
    await said(desk, 'me.council.members');
    const demand = await form(desk, 'me.recall.demand');
    const seats = demand.getByLabel(say('me.recall.seat'));
    const title = await seats.locator('option').last().innerText();
    await seats.selectOption(title);
    await demand.getByLabel(say('me.why')).fill('连续半年没有到会。');
    await desk.expectAccessible();
    await send(desk, 'me.recall.demand');
    const seat = (on: typeof desk) => on.page.getByRole('listitem').filter({ hasText: title });
    const signed = (n: number) =>
      say('me.recall.names_other', { signatures: n }).split('undef')[0]!;
    await seat(desk).getByText(signed(1)).waitFor();
    await desk.picture('recall');

    const member = await stage.open(PHONE, second);
    await member.go(new URL(page.url()).pathname);
    await seat(member)
      .getByRole('button', { name: say('me.recall.sign') })
      .click();
    const sign = member.page.getByRole('dialog', { name: say('me.recall.sign') });
    await sign.getByText('连续半年没有到会。').waitFor();
    await send(member, 'me.recall.sign');
    await seat(member).getByText(signed(2)).waitFor();
    await member.expectAccessible();
    await member.done();

    // Who was seated by a cadre has no electors.
    await desk.go(`/me/councils/${await seatedCouncil()}`);
    await said(desk, 'me.council.members');
    expect(await page.getByRole('button', { name: say('me.recall.demand') }).count()).toBe(0);
    await desk.done();
  }, 120_000);

  test('whoever leads a courtyard announces something, and tells what came of it', async () => {
    const desk = await stage.open(DESKTOP, 'leader');
    const { page, say } = desk;
    await desk.go('/me/affairs/activities');
    const announce = await form(desk, 'me.activity.announce');
    await announce.getByLabel(say('me.title')).fill('修花坛');
    await announce.getByLabel(say('me.activity.about')).fill('带上铲子。');
    await announce.getByLabel(say('me.meeting.begins')).fill(localIn(2 * DAY_MS));
    await announce.getByLabel(say('me.meeting.venue')).fill('院门口');
    await desk.expectAccessible();
    await send(desk, 'me.activity.announce');
    await page.getByRole('link', { name: '修花坛' }).click();
    await said(desk, 'me.activity.state.ANNOUNCED');
    expect(await page.getByRole('button', { name: say('me.activity.tell') }).count()).toBe(0);

    await stage.sql(`update activity set announced_at = now() - interval '3 days',
      starts_at = now() - interval '2 hours' where title = '修花坛'`);
    await page.reload();
    const tell = await form(desk, 'me.activity.tell');
    await tell.getByLabel(say('me.activity.report')).fill('种了二十棵月季。');
    await tick(tell, 2);
    await desk.expectAccessible();
    await send(desk, 'me.activity.tell');
    await said(desk, 'me.activity.state.HELD');
    await page.getByText('种了二十棵月季。').waitFor();
    await desk.picture('activity');
    await desk.done();
  }, 120_000);

  test('a leader records what several did together, and others confirm it at once', async () => {
    const note = 'stairs swept, floors one to six';
    const leader = await stage.open(TABLET, 'leader');
    const { say } = leader;
    await leader.go('/me/services');
    await leader.page.getByRole('tab').nth(2).click();
    const record = await form(leader, 'me.services.record');
    await tick(record, 4);
    await record.getByLabel(say('me.services.what')).selectOption('repair');
    await record.getByLabel(say('me.services.when')).fill(localIn(-4 * 3_600_000));
    await record.getByLabel(say('me.services.note')).fill(note);
    await leader.expectAccessible();
    await send(leader, 'me.services.record');
    const lines = leader.page.getByRole('listitem').filter({ hasText: note });
    await lines.nth(3).waitFor();
    expect(await lines.count()).toBe(4);
    await leader.done();

    const member = await stage.open(TABLET, 'member');
    await member.go('/me/services');
    await member.page.getByRole('tab').nth(2).click();
    const mark = member.page.getByRole('listitem').getByText(say('me.services.state.CONFIRMED'));
    await member.page.getByRole('listitem').filter({ hasText: note }).first().waitFor();
    const before = await mark.count();
    const confirm = await form(member, 'me.services.confirm-many');
    await tick(confirm, 2);
    await member.expectAccessible();
    await send(member, 'me.services.confirm-many');
    await mark.nth(before + 1).waitFor();
    expect(await mark.count()).toBe(before + 2);
    await member.done();
  }, 120_000);
});

/** What the clocks of the street show so long from now. */
const localIn = (ms: number) =>
  new Date(Date.now() + ms + 8 * 3_600_000).toISOString().slice(0, 16);

/** Ticks the first few of a list. */
async function tick(within: Locator, many: number): Promise<void> {
  for (let n = 0; n < many; n += 1) await within.getByRole('checkbox').nth(n).check();
}
