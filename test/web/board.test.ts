import { pdf } from '../attachments/files';
import { application, inDialog } from './support/board';
import { describeInChromium } from './support/chromium';
import { type Screen, STORY_SCREENS } from './support/screens';
import { type Desk, openStage, type Stage } from './support/stage';

const LONG = 180_000;

describeInChromium('the boardroom', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  /** Fills in the vote that stands on an application's page. */
  const vote = async ({ page, say }: Desk, verdict: string, reason: string) => {
    await page.getByRole('radio', { name: say(`board.vote.${verdict}`), exact: true }).check();
    await page.getByLabel(say('board.reason')).fill(reason);
    await page.getByRole('button', { name: say('board.vote.go') }).click();
  };
  const press = ({ page }: Desk, name: string) =>
    page.getByRole('button', { name, exact: true }).click();
  const shown = ({ page }: Desk, text: string) => page.getByText(text).first().waitFor();

  /** Two members award an application of its own; a third stands aside. */
  const award = async (screen: Screen, title: string): Promise<string> => {
    const id = await application(stage, title);
    const aside = await stage.open(screen, 'board2');
    await aside.go(`/board/applications/${id}`);
    await press(aside, aside.say('board.interest'));
    await aside.page.getByLabel(aside.say('board.interest.what')).fill('我的母亲住在那里');
    await aside.expectAccessible();
    await inDialog(aside, aside.say('board.interest.go'));
    await shown(aside, aside.say('board.vote.recused'));
    expect(await aside.page.getByLabel(aside.say('board.reason')).count()).toBe(0);
    await aside.done();

    const first = await stage.open(screen, 'board1');
    const again = await stage.open(screen, 'board1');
    await again.go(`/board/applications/${id}`);
    await first.go('/board');
    await first.page.getByRole('link', { name: title }).click();
    await shown(first, first.say('board.decision.of', { needed: 2, possible: 2 }));
    await first.expectAccessible();
    await first.picture('board-vote');
    await vote(first, 'APPROVE', '老人需要。');
    await shown(first, first.say('board.vote.done'));
    await shown(first, first.say('board.decision.missing_one', { count: 1 }));
    await first.done();

    // From another window, opened before: what was typed stays, and it says why not.
    await vote(again, 'DECLINE', '另一个理由');
    await again.page.getByRole('alert').waitFor();
    expect(await again.page.getByLabel(again.say('board.reason')).inputValue()).toBe('另一个理由');
    await again.done();

    const chair = await stage.open(screen, 'chair');
    await chair.go(`/board/applications/${id}`);
    await shown(chair, '我的母亲住在那里');
    await vote(chair, 'APPROVE', '同意。');
    await chair.page.getByRole('link', { name: chair.say('board.application.grant') }).click();
    await shown(chair, chair.say('board.grant.money'));
    const path = new URL(chair.page.url()).pathname;
    await chair.done();
    return path;
  };

  test.each(STORY_SCREENS)(
    'decides, pays by two people, and accepts with evidence: $device $language',
    async (screen) => {
      const grant = await award(screen, `楼道扶手 ${screen.device}`);
      const secretary = await stage.open(screen, 'secretary');
      await secretary.go(grant);
      await shown(secretary, secretary.say('board.tranche.waits', { milestone: '装好前两栋' }));
      await press(secretary, secretary.say('board.tranche.request'));
      await shown(secretary, secretary.say('board.effect.left'));
      await secretary.expectAccessible();
      await inDialog(secretary, secretary.say('board.tranche.request.go'));
      await shown(secretary, secretary.say('board.tranche.own'));
      const pay = secretary.say('board.tranche.pay');
      expect(await secretary.page.getByRole('button', { name: pay }).count()).toBe(0);

      const treasurer = await stage.open(screen, 'treasurer');
      await treasurer.go(grant);
      await press(treasurer, treasurer.say('board.tranche.pay'));
      await shown(treasurer, '¥300.00');
      await treasurer.expectAccessible();
      await treasurer.picture('board-pay');
      await inDialog(treasurer, treasurer.say('board.tranche.pay.go'));
      await shown(treasurer, treasurer.say('board.tranche.PAID'));
      await treasurer.done();

      await secretary.go(grant);
      await press(secretary, secretary.say('board.milestone.accept'));
      await secretary.page.getByLabel(secretary.say('board.milestone.evidence')).fill('照片与签到');
      const files = secretary.page.getByLabel(secretary.say('board.files'));
      const paper = { mimeType: 'application/pdf', buffer: pdf(`signed ${screen.device}`) };
      await files.setInputFiles([{ name: 'list.pdf', ...paper }]);
      await shown(secretary, 'list.pdf');
      await secretary.expectAccessible();
      await secretary.picture('board-accept');
      await inDialog(secretary, secretary.say('board.milestone.accept.go'));
      await shown(secretary, '照片与签到');
      await shown(secretary, secretary.say('board.file', { number: 1 }));
      await secretary.picture('board-granted');
      await secretary.done();
    },
    LONG,
  );
});
