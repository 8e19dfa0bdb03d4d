import type { Page } from 'playwright-core';
import { castRollCallVote } from '../../src/ballots/cast-roll-call-vote';
import { castVote } from '../../src/ballots/cast-vote';
import { closeBallot } from '../../src/ballots/close-ballot';
import { openBallot, type OpenBallot } from '../../src/ballots/open-ballot';
import { takeVotingToken } from '../../src/ballots/take-voting-token';
import { STRANGER } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { inUnitOfWork } from '../../src/kernel/unit-of-work';
import { blind } from '../../seeds/voting-device';
import { describeInChromium } from './support/chromium';
import { asksFor, loseAnswer, Neighbourhood } from './support/me';
import { ON_PHONE, STORY_SCREENS } from './support/screens';
import { openStage, type Desk, type Stage } from './support/stage';

const DAY_MS = 86_400_000;
const CHOICES = ['晾衣区', '自行车棚', '花坛'];

describeInChromium('a resident votes', () => {
  let stage: Stage;
  let street: Neighbourhood;

  beforeAll(async () => {
    stage = await openStage();
    street = new Neighbourhood(stage);
  }, 240_000);
  afterAll(() => stage?.close());

  async function open(more: Partial<OpenBallot> & Pick<OpenBallot, 'question'>) {
    const [cadre, leader, member] = [
      await street.person('cadre'),
      await street.neighbour('leader'),
      await street.neighbour('member'),
    ];
    const ballot = await street.acting.as(cadre, openBallot, {
      ...{ communityId: await street.community(), choices: CHOICES, voteBy: 'resident' },
      ...{ closesAt: new Date(Date.now() + 2 * DAY_MS) },
      electors: [leader.residentId, member.residentId],
      ...more,
    });
    return { ballot, id: toGlobalId('Ballot', ballot.communityId, ballot.id) };
  }

  const close = async (ballotId: string) =>
    void (await street.acting.as(
      await street.person('cadre'),
      closeBallot,
      { ballotId },
      new Date(Date.now() + 3 * DAY_MS),
    ));

  /** Another voter's device does the same, without a browser. */
  async function memberVotes({ ballot, id }: Awaited<ReturnType<typeof open>>, choice: string) {
    const { token, blindedToken, unblind } = await blind(ballot);
    const asked = { ballotId: id, blindedToken };
    const member = await street.person('member');
    const { blindSignature } = await street.acting.as(member, takeVotingToken, asked);
    const vote = {
      ...{ ballotId: id, token: token.toString('base64url'), choice },
      signature: await unblind(blindSignature),
    };
    await inUnitOfWork(stage.database.dataSource, STRANGER, (work) => castVote(work, vote));
  }

  const go = async (desk: Desk, id: string, question: string) => {
    await desk.page.goto(`${stage.url}/me/votes/${encodeURIComponent(id)}`);
    await desk.page.getByRole('heading', { level: 1, name: question }).waitFor();
  };

  const press = ({ page, say }: Desk, key: string) =>
    page.getByRole('button', { name: say(key), exact: true }).click();

  const seen = async ({ page, say }: Desk, key: string, facts = {}) =>
    await page.getByText(say(key, facts)).first().waitFor();

  test.each(STORY_SCREENS)(
    'in secret, through lost answers and reloads, and counts again: $device',
    async (screen) => {
      const question = `先改造哪里？${screen.device}`;
      const opened = await open({ question });
      const { id } = opened;
      const desk = await stage.open(screen, 'leader');
      const { page } = desk;
      const sent: { body: string; url: string; headers: Promise<Record<string, string>> }[] = [];
      const said: string[] = [];
      page.on('console', (line) => said.push(line.text()));
      page.on('request', (request) =>
        sent.push({
          ...{ body: request.postData() ?? '', url: request.url() },
          headers: request.allHeaders(),
        }),
      );

      await desk.go('/me');
      const waits = page.getByRole('listitem').filter({ hasText: question });
      await waits.getByRole('link', { name: desk.say('me.inbox.BallotToCast.do') }).click();
      await seen(desk, 'me.vote.take.title');
      await desk.expectAccessible();
      await desk.picture('vote-token');

      const other = await stage.open(screen, 'leader');
      await go(other, id, question);
      await seen(other, 'me.vote.take.title');

      await loseAnswer(page, 'MeTakeToken');
      await press(desk, 'me.vote.take');
      await page.getByRole('alert').waitFor();
      await page.reload();
      await seen(desk, 'me.vote.take.begun');
      await press(desk, 'me.vote.take.again');

      await page.getByRole('radio', { name: CHOICES[1]! }).check();
      await press(desk, 'me.vote.cast');
      await seen(desk, 'me.vote.wait', { choice: CHOICES[1]! });
      await desk.expectAccessible();
      await desk.picture('vote-wait');
      await loseAnswer(page, 'MeCastVote');
      await press(desk, 'me.vote.wait.now');
      await seen(desk, 'me.vote.no-answer');
      await desk.go('/me');
      await seen(desk, 'me.kept.title');
      await page.getByRole('link', { name: question }).first().click();
      await press(desk, 'me.vote.cast.again');
      await seen(desk, 'me.vote.in-the-box');
      await press(desk, 'me.vote.check');
      await seen(desk, 'me.vote.found', { choice: CHOICES[1]! });
      await desk.expectAccessible();
      await desk.picture('vote-receipt');

      await press(other, 'me.vote.take');
      await other.page.getByRole('alert').waitFor();
      await press(other, 'me.vote.take.refused');
      await seen(other, 'me.vote.elsewhere');
      await other.go('/me');
      expect(await other.page.getByText(other.say('me.kept.title')).count()).toBe(0);
      await go(other, id, question);
      await seen(other, 'me.vote.elsewhere');
      await other.expectAccessible();
      await other.done();

      await memberVotes(opened, CHOICES[0]!);
      await close(id);
      await page.reload();
      await press(desk, 'me.recount.go');
      await seen(desk, 'me.recount.agrees', { count: 2 });
      const papers = page.getByRole('list', { name: desk.say('me.recount.papers') });
      await papers.getByRole('listitem').nth(1).waitFor();
      const own = papers.getByRole('listitem').filter({ hasText: desk.say('me.recount.mine') });
      expect(await own.textContent()).toContain(CHOICES[1]);
      await desk.expectAccessible();
      await desk.picture('vote-recount');

      const token = await keptToken(page);
      expect(token).toHaveLength(43);
      expect([...said, ...sent.map(({ url }) => url)].join(' ')).not.toContain(token);
      const nameless = sent.filter(({ body }) => body.includes(token));
      expect(nameless.length).toBeGreaterThanOrEqual(3);
      for (const { headers } of nameless) {
        const { cookie, referer, authorization } = await headers;
        expect([cookie, referer, authorization]).toEqual([undefined, undefined, undefined]);
      }
      expect(nameless.some(({ body }) => asksFor(body, 'MeCastVote'))).toBe(true);

      await press(desk, 'me.vote.forget');
      await page
        .getByRole('tooltip')
        .getByRole('button', { name: desk.say('me.vote.forget') })
        .click();
      await seen(desk, 'me.vote.over');
      expect(await keptToken(page)).toBe('');
      const lost = desk.takeComplaints();
      expect(lost).toHaveLength(2);
      expect(lost.every((each) => each.includes('ERR_CONNECTION_RESET'))).toBe(true);
      await desk.done();
    },
    120_000,
  );

  test.each(ON_PHONE)(
    'by name with several marks, and for a household: $device',
    async (screen) => {
      const question = `请推选召集人${screen.device}`;
      const { id } = await open({ question, kind: 'roll_call', mostMarks: 2 });
      const desk = await stage.open(screen, 'member', { colorScheme: 'dark' });
      const { page } = desk;
      await go(desk, id, question);
      for (const choice of CHOICES.slice(0, 2))
        await page.getByRole('checkbox', { name: choice }).check();
      expect(await page.getByRole('checkbox', { name: CHOICES[2]! }).isDisabled()).toBe(true);
      await press(desk, 'me.named.go');
      const choice = CHOICES.slice(0, 2).join('、');
      await seen(desk, 'me.named.effect', { choice });
      await desk.expectAccessible();
      await desk.picture('vote-named');
      await press(desk, 'me.named.give');
      await seen(desk, 'me.named.done', { choice });
      const leader = await street.person('leader');
      await street.acting.as(leader, castRollCallVote, { ballotId: id, marks: [] });
      await close(id);
      await page.reload();
      await seen(desk, 'me.named.roll');
      await seen(desk, 'me.ballot.none-marked');
      await desk.expectAccessible();

      const home = `院落意见${screen.device}`;
      const opinion = await open({ question: home, voteBy: 'household', electors: null });
      await go(desk, opinion.id, home);
      await seen(desk, 'me.ballot.by.HOUSEHOLD');
      await press(desk, 'me.vote.take');
      await page.getByRole('radio', { name: CHOICES[2]! }).check();
      await press(desk, 'me.vote.cast');
      await press(desk, 'me.vote.wait.now');
      await seen(desk, 'me.vote.in-the-box');
      await desk.expectAccessible();
      expect(await keptToken(page)).toHaveLength(43);

      await page.locator('header button[aria-haspopup="menu"]').last().click();
      await page.getByRole('menuitem', { name: desk.say('desk.sign-out') }).click();
      const leaving = page.getByRole('dialog', { name: desk.say('leave.receipts_one') });
      await leaving.getByText(home).waitFor();
      await desk.expectAccessible();
      await desk.picture('leave-receipts');
      await leaving.getByRole('button', { name: desk.say('leave.take-off') }).click();
      await page.waitForURL('**/sign-in');
      expect(await keptToken(page)).toBe('');
      await desk.done();
    },
    120_000,
  );
});

/** Runs in the page: the token that its browser keeps last; null where it keeps none. */
const KEPT_TOKEN = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('linli-votes', 1);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const reading = opening.result.transaction('votes').objectStore('votes').getAll();
    reading.onsuccess = () => {
      opening.result.close();
      resolve(reading.result.at(-1)?.token ?? null);
    };
  };
})`;

const keptToken = async (page: Page) => (await page.evaluate<string | null>(KEPT_TOKEN)) ?? '';
