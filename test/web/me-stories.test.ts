import { foundCouncil } from '../../src/councils/found-council';
import { callElection } from '../../src/elections/call-election';
import { wardsOfElection } from '../../src/elections/election.reader';
import { nominateCandidate } from '../../src/elections/nominate-candidate';
import { toGlobalId } from '../../src/kernel/global-id';
import { describeInChromium } from './support/chromium';
import { form, Neighbourhood, said, send } from './support/me';
import { ON_PHONE, ON_TABLET, type Screen, STORY_SCREENS } from './support/screens';
import { openStage, type Stage } from './support/stage';

const HOUR_MS = 3_600_000;

describeInChromium('a resident’s day', () => {
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

  test.each(STORY_SCREENS)(
    'serves, is confirmed, and hands credits on: $device',
    async (screen) => {
      const hours = 3 * (STORY_SCREENS.indexOf(screen) + 1);
      const began = new Date(Date.now() - hours * HOUR_MS + ZONE_MS).toISOString().slice(0, 16);
      const note = `修水龙头 ${screen.device}`;
      const { name } = await street.row('leader');

      const leader = await sit(screen, 'leader', '/me/services');
      await leader.page.getByRole('tab').nth(2).click();
      const record = await form(leader, 'me.services.record');
      await record.getByRole('button', { name: leader.say('me.services.record') }).click();
      await record.getByText(leader.say('me.missing')).first().waitFor();
      await record.getByLabel(name, { exact: true }).check();
      await record.getByLabel(leader.say('me.services.what')).selectOption('repair');
      await record.getByLabel(leader.say('me.services.when')).fill(began);
      await record.getByLabel(leader.say('me.services.note')).fill(note);
      await leader.expectAccessible();
      await leader.picture('service-form');
      await send(leader, 'me.services.record');
      await leader.page.getByText(note).waitFor();

      const member = await sit(screen, 'member', '/me/services');
      await member.page.getByRole('tab').nth(2).click();
      const line = member.page.getByRole('listitem').filter({ hasText: note });
      await line.getByRole('button', { name: member.say('me.services.confirm') }).click();
      await send(member, 'me.services.confirm');
      await line.getByText(member.say('me.services.state.CONFIRMED')).waitFor();
      await member.done();

      await leader.page.goto(`${stage.url}/me/wallet`);
      const hand = await form(leader, 'me.hand-on');
      await hand.getByLabel(leader.say('me.hand-on.to')).selectOption({ index: 1 });
      await hand.getByLabel(leader.say('me.credits')).fill('9999');
      await hand.getByRole('button', { name: leader.say('me.hand-on') }).click();
      await hand.getByRole('alert').waitFor();
      await hand.getByLabel(leader.say('me.credits')).fill('1');
      await leader.expectAccessible();
      await send(leader, 'me.hand-on');
      const lines = leader.page.getByRole('listitem');
      await lines.filter({ hasText: '-1' }).first().waitFor();
      await leader.picture('wallet-after');
      await leader.done();
    },
    240_000,
  );

  test.each(ON_TABLET)(
    'puts a motion forward, and a neighbour puts a name under it: $device',
    async (screen) => {
      const title = `楼道加装扶手 ${screen.device}`;
      const leader = await sit(screen, 'leader', '/me/affairs/motions');
      const motion = await form(leader, 'me.motions.table');
      await motion.getByLabel(leader.say('me.title')).fill(title);
      await motion.getByLabel(leader.say('me.motions.text')).fill('老人上下楼不便。');
      await leader.expectAccessible();
      await send(leader, 'me.motions.table');
      await leader.page.getByRole('link', { name: title }).click();
      await said(leader, 'me.motion.signed');
      await leader.done();

      const member = await sit(screen, 'member', '/me/affairs/motions');
      await member.page
        .getByLabel(member.say('me.motions.state'))
        .selectOption(member.say('me.motion.state.GATHERING'));
      await member.page.getByRole('link', { name: title }).click();
      await said(member, 'me.motion.names', { found: 1, needed: 10 });
      await form(member, 'me.motion.sign');
      await member.expectAccessible();
      await send(member, 'me.motion.sign');
      await said(member, 'me.motion.signed');
      await said(member, 'me.motion.names', { found: 2, needed: 10 });
      await member.picture('motion-signed');
      await member.done();
    },
    240_000,
  );

  test.each(ON_PHONE)(
    'supports a neighbour, stands, and is asked to accept: $device',
    async (screen) => {
      const name = `邻里理事会 ${screen.device}`;
      const { name: neighbour } = await street.row('member');
      await callElectionOf(name);
      const leader = await sit(screen, 'leader', '/me/affairs/elections');
      await leader.page.getByRole('link', { name }).click();
      const line = leader.page.getByRole('listitem').filter({ hasText: neighbour });
      await line.getByRole('button', { name: leader.say('me.election.support') }).click();
      await send(leader, 'me.election.support');
      await line.getByText(leader.say('me.motion.names', { found: 2, needed: 3 })).waitFor();
      const nominate = await form(leader, 'me.election.nominate');
      await nominate
        .getByLabel(leader.say('me.election.who'))
        .selectOption(leader.say('me.election.myself'));
      await nominate.getByLabel(leader.say('me.election.statement')).fill('愿为大家跑腿。');
      await leader.expectAccessible();
      await send(leader, 'me.election.nominate');
      await leader.page.getByText('愿为大家跑腿。').waitFor();
      await leader.expectAccessible();
      await leader.picture('election');
      await leader.done();

      const member = await sit(screen, 'member', '/me');
      const waits = member.page.getByRole('listitem').filter({ hasText: name });
      await waits.getByRole('link', { name: member.say('me.inbox.NominationToAccept.do') }).click();
      await form(member, 'me.election.accept');
      await send(member, 'me.election.accept');
      await member.page
        .getByRole('listitem')
        .filter({ hasText: neighbour })
        .getByText(member.say('me.candidate.stands'))
        .waitFor();
      await member.done();
    },
    240_000,
  );

  /** The leader's group elects a council; a neighbour has named the member for it. */
  async function callElectionOf(name: string): Promise<void> {
    const [seat] = await stage.database.dataSource.query(
      `select council.community_id home, council.id "group", other.person_id third from council
       join council_seat own on own.community_id = council.community_id
         and own.council_id = council.id
       join person on person.resident_id = own.resident_id and person.login = 'leader'
       join council_seat named on named.community_id = council.community_id
         and named.council_id = council.id
       join resident other on other.community_id = council.community_id
         and other.id = named.resident_id
       join person neighbour on neighbour.id = other.person_id and neighbour.login is null
       where council.kind = 'group_council' limit 1`,
    );
    const { home, group, third } = seat as Record<'home' | 'group' | 'third', string>;
    const cadre = await street.person('cadre');
    const placeId = await street.community();
    const asked = { kind: 'neighbourhood_council' as const, name, placeId };
    const council = await street.acting.as(cadre, foundCouncil, asked);
    const election = await street.acting.as(cadre, callElection, {
      ...{ councilId: toGlobalId('Council', home, council.id), termFrom: dayIn(30) },
      ...{ voteBy: 'resident', nominationsUntil: new Date(Date.now() + 2 * DAY_MS) },
      wards: [{ seats: 5, groupId: toGlobalId('Council', home, group) }],
    });
    const [ward] = await wardsOfElection.read(stage.database.dataSource.manager, home, [
      election.id,
    ]);
    const { residentId } = await street.neighbour('member');
    const wardId = toGlobalId('ElectionWard', home, ward?.id ?? '');
    await street.acting.as(third, nominateCandidate, { wardId, residentId });
  }
});

const DAY_MS = 24 * HOUR_MS;
const ZONE_MS = 8 * HOUR_MS;
const dayIn = (days: number) =>
  new Date(Date.now() + days * DAY_MS + ZONE_MS).toISOString().slice(0, 10);
