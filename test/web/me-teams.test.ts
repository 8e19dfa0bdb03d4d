import sharp from 'sharp';
import { disburseTranche } from '../../src/grants/disburse-tranche';
import { requestDisbursement } from '../../src/grants/request-disbursement';
import { closeMeeting } from '../../src/meetings/close-meeting';
import { conveneMeeting } from '../../src/meetings/convene-meeting';
import { toGlobalId } from '../../src/kernel/global-id';
import { describeInChromium } from './support/chromium';
import { form, Neighbourhood, said, send } from './support/me';
import { ON_DESKTOP, ON_PHONE, ON_TABLET, type Screen } from './support/screens';
import { openStage, type Stage } from './support/stage';

const HOUR_MS = 3_600_000;

describeInChromium('a resident’s team and council', () => {
  let stage: Stage;
  let street: Neighbourhood;

  beforeAll(async () => {
    stage = await openStage();
    street = new Neighbourhood(stage);
  }, 240_000);
  afterAll(() => stage?.close());

  const sit = async (screen: Screen, login: 'leader' | 'member', path: string) => {
    const desk = await stage.open(screen, login);
    await desk.page.goto(stage.url + path);
    return desk;
  };

  test.each(ON_DESKTOP)(
    'applies for a grant; what was refused keeps what was typed: $device',
    async (screen) => {
      const leader = await sit(screen, 'leader', '/me/teams');
      const { page, say } = leader;
      await page.locator('main a[href^="/me/teams/"]').first().click();
      await page.getByRole('button', { name: say('me.apply') }).click();
      await page.getByLabel(say('me.title')).fill(`换灯 ${screen.device}`);
      await page.getByLabel(say('me.apply.pool')).selectOption({ index: 1 });
      await page.getByLabel(say('me.apply.purpose')).fill('给三号楼换声控灯。');
      await page.getByLabel(say('me.apply.budget.text', { number: 1 }), { exact: true }).fill('灯');
      await page.getByLabel(say('me.apply.budget.amount', { number: 1 })).fill('120.50');
      await page.getByLabel(say('me.apply.tranches.text', { number: 1 })).fill('全部装好');
      const part = page.getByLabel(say('me.apply.tranches.amount', { number: 1 }));
      await part.fill('100');
      await page.getByLabel(say('me.apply.tranches.due', { number: 1 })).fill(dayIn(60));
      await said(leader, 'me.apply.differ');
      await page.getByRole('button', { name: say('me.apply.send') }).click();
      await page.getByRole('alert').last().waitFor();
      await leader.expectAccessible();
      await leader.picture('apply');
      await part.fill('120.50');
      await page.getByRole('button', { name: say('me.apply.send') }).click();
      await said(leader, 'me.application.state.SUBMITTED');
      await leader.expectAccessible();
      await form(leader, 'me.application.withdraw');
      await send(leader, 'me.application.withdraw');
      await said(leader, 'me.application.state.WITHDRAWN');
      await leader.done();
    },
    240_000,
  );

  test.each(ON_PHONE)(
    'shows what was spent with a photo, and another of the team confirms: $device',
    async (screen) => {
      await payOnce();
      const purpose = `螺丝 ${screen.device}`;
      const leader = await sit(screen, 'leader', grantPage);
      const spend = await form(leader, 'me.spend');
      await spend.getByLabel(leader.say('me.spend.on')).fill(purpose);
      await spend.getByLabel(leader.say('me.spend.amount')).fill('99999');
      await spend.getByLabel(leader.say('me.spend.when')).fill(dayIn(0));
      const buffer = await photo();
      await spend
        .getByLabel(leader.say('me.spend.paper'))
        .setInputFiles({ name: 'paper.jpg', mimeType: 'image/jpeg', buffer });
      await spend.getByRole('button', { name: leader.say('me.spend') }).click();
      await spend.getByRole('alert').waitFor();
      await leader.expectAccessible();
      await leader.picture('spend');
      await spend.getByLabel(leader.say('me.spend.amount')).fill('12.30');
      await send(leader, 'me.spend');
      await leader.page.getByText(purpose).waitFor();
      await leader.done();

      const member = await sit(screen, 'member', '/me');
      const waits = member.page.getByRole('listitem').filter({ hasText: purpose });
      await waits.getByRole('link').click();
      const line = member.page.getByRole('listitem').filter({ hasText: purpose });
      await line.getByRole('link', { name: member.say('me.spending.paper') }).waitFor();
      await line.getByRole('button', { name: member.say('me.spending.confirm') }).click();
      await send(member, 'me.spending.confirm');
      await line.getByText(member.say('me.spending.state.CONFIRMED')).waitFor();
      await member.expectAccessible();
      await member.picture('grant');
      const grant = new URL(member.page.url()).pathname;
      await member.done();

      // It was another's bill: as much is to be accounted for again, and everyone may read why.
      const back = await sit(screen, 'leader', grant);
      const wrong = back.page.getByRole('listitem').filter({ hasText: purpose });
      await wrong.getByRole('button', { name: back.say('me.spending.reverse') }).click();
      await back.page.getByRole('dialog').getByLabel(back.say('me.why')).fill('记错了账单');
      await back.expectAccessible();
      await send(back, 'me.spending.reverse');
      await wrong.getByText(back.say('me.spending.state.REVERSED')).waitFor();
      await wrong.getByText(/记错了账单/).waitFor();
      await back.done();
    },
    240_000,
  );

  test.each(ON_TABLET)(
    'sits in a council: agenda, being there, minutes: $device',
    async (screen) => {
      const title = `议事会例会 ${screen.device}`;
      const meetingId = await convene(title);
      const leader = await sit(screen, 'leader', '/me');
      const councils = leader.page.locator('main a[href^="/me/councils/"]');
      await councils.filter({ hasText: /社区议事会/ }).click();
      await leader.page.getByRole('link', { name: title }).click();
      await said(leader, 'me.meeting.agenda');
      await form(leader, 'me.meeting.attend');
      await send(leader, 'me.meeting.attend');
      await said(leader, 'me.meeting.there');
      await said(leader, 'me.meeting.quorum');
      const write = await form(leader, 'me.minutes.write');
      await write.getByLabel(leader.say('me.minutes.text')).fill('通报了上月执行情况。');
      await send(leader, 'me.minutes.write');
      await leader.page.getByText('通报了上月执行情况。').waitFor();
      await leader.expectAccessible();
      await leader.picture('council-meeting');
      await leader.done();
      await street.acting.as(await street.person('cadre'), closeMeeting, { meetingId }, new Date());

      const member = await sit(screen, 'member', '/me');
      const waits = member.page.getByRole('listitem').filter({ hasText: title });
      await waits.getByRole('link', { name: member.say('me.inbox.MinutesToApprove.do') }).click();
      await form(member, 'me.minutes.approve');
      await send(member, 'me.minutes.approve');
      await said(member, 'me.minutes.approved');
      await member.done();
    },
    240_000,
  );

  /** A meeting of the community's council that began ten minutes ago. */
  async function convene(title: string): Promise<string> {
    const [council] = await stage.database.dataSource.query(
      `select council.community_id home, council.id from council
       join council_seat seat on seat.community_id = council.community_id
         and seat.council_id = council.id
       join person on person.resident_id = seat.resident_id
       where council.kind = 'community_council' and person.login = 'leader' limit 1`,
    );
    const { home, id } = council as { home: string; id: string };
    const meeting = await street.acting.as(
      await street.person('cadre'),
      conveneMeeting,
      {
        ...{ kind: 'council_meeting', placeId: await street.community(), title },
        ...{ councilId: toGlobalId('Council', home, id), agenda: '一、通报；二、讨论。' },
        ...{ startsAt: new Date(Date.now() - HOUR_MS / 6), durationMinutes: 120 },
        venue: '社区议事厅',
      },
      new Date(Date.now() - 5 * DAY_MS),
    );
    return toGlobalId('Meeting', meeting.communityId, meeting.id);
  }

  let grantPage = '';

  /** The team's grant is paid, so that something can be spent of it. */
  async function payOnce(): Promise<void> {
    if (grantPage) return;
    const [found] = await stage.database.dataSource.query(
      `select made.community_id home, made.id granted, tranche.id tranche from pool_grant made
       join tranche on tranche.community_id = made.community_id
         and tranche.application_id = made.id
       join membership on membership.organisation_id = made.grantee_id
       join person on person.id = membership.person_id and person.login = 'leader'
       where made.state = 'active' limit 1`,
    );
    const { home, granted, tranche } = found as Record<'home' | 'granted' | 'tranche', string>;
    const trancheId = toGlobalId('Tranche', home, tranche);
    const secretary = await street.person('secretary');
    await street.acting.as(secretary, requestDisbursement, { trancheId }, new Date());
    const paid = { idempotencyKey: 'me-stories/pay', trancheId };
    await street.acting.as(await street.person('treasurer'), disburseTranche, paid, new Date());
    grantPage = `/me/grants/${encodeURIComponent(toGlobalId('Grant', home, granted))}`;
  }
});

const DAY_MS = 24 * HOUR_MS;
const ZONE_MS = 8 * HOUR_MS;
const dayIn = (days: number) =>
  new Date(Date.now() + days * DAY_MS + ZONE_MS).toISOString().slice(0, 10);

/** A paper as a phone takes it. */
const photo = () =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#ddd' } })
    .jpeg()
    .toBuffer();
