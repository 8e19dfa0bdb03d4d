import { firstPool, gift, idOf, inDialog } from './support/board';
import { describeInChromium } from './support/chromium';
import { ON_DESKTOP, ON_PHONE, ON_TABLET, STORY_SCREENS } from './support/screens';
import { type Desk, openStage, type Stage } from './support/stage';

const LONG = 180_000;

describeInChromium('money at the board', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  const press = ({ page }: Desk, name: string) =>
    page.getByRole('button', { name, exact: true }).click();
  const shown = ({ page }: Desk, text: string) => page.getByText(text).first().waitFor();

  test.each(ON_PHONE)(
    'leads from a figure of a pool to the entry: $device $language',
    async (screen) => {
      const desk = await stage.open(screen, 'treasurer');
      const { page, say } = desk;
      const pool = await firstPool(stage);
      await desk.go('/board/pools');
      await page.locator(`a[href="/board/pools/${pool}/statement"]`).last().click();
      await shown(desk, say('board.statement.balance'));
      await page.locator('a[href^="/board/entries/"]').first().click();
      await shown(desk, say('board.entry.by'));
      expect(await page.locator('.board-table .credit').count()).toBeGreaterThan(0);
      await page.locator('.board-table .debit a').first().click();
      await page.locator('a[href^="/board/entries/"]').first().waitFor();
      await desk.expectAccessible();
      await desk.done();
    },
    LONG,
  );

  test.each(ON_TABLET)(
    'gives back a gift by two people: $device $language',
    async (screen) => {
      const given = await gift(stage, await firstPool(stage), '120.00');
      const maker = await stage.open(screen, 'secretary');
      await maker.go(`/board/gifts/${given}`);
      await press(maker, maker.say('board.refund.ask'));
      const dialog = maker.page.getByRole('dialog');
      await dialog.getByLabel(maker.say('board.amount')).fill('999999');
      await dialog.getByLabel(maker.say('board.reason')).fill('重复捐赠');
      await press(maker, maker.say('board.refund.ask.go'));
      // Refused: the reason stands at its field, and what was typed is still there.
      await dialog.locator('.ant-form-item-explain-error').waitFor();
      expect(await dialog.getByLabel(maker.say('board.reason')).inputValue()).toBe('重复捐赠');
      await maker.expectAccessible();
      await dialog.getByLabel(maker.say('board.amount')).fill('20');
      await inDialog(maker, maker.say('board.refund.ask.go'));
      await maker.page.getByRole('link', { name: '重复捐赠' }).click();
      await shown(maker, maker.say('board.refund.own'));
      await maker.expectAccessible();
      const refund = new URL(maker.page.url()).pathname;
      await maker.done();

      const checker = await stage.open(screen, 'chair');
      await checker.go(refund);
      await press(checker, checker.say('board.refund.approve'));
      await shown(checker, checker.say('board.effect.left'));
      await checker.picture('board-refund');
      await inDialog(checker, checker.say('board.refund.approve'));
      await checker.page
        .getByRole('button', { name: checker.say('board.refund.approve'), exact: true })
        .waitFor({ state: 'detached' });
      await checker.done();
    },
    LONG,
  );

  test(
    'a statement is accepted by one and paid by another',
    async () => {
      const statement = await idOf(
        ...([stage, 'OperatorStatement'] as const),
        'select community_id, id from operator_statement where settled_at is null limit 1',
      );
      const [phone, tablet, desktop] = STORY_SCREENS;
      const secretary = await stage.open(phone!, 'secretary');
      await secretary.go(`/board/statements/${statement}`);
      await press(secretary, secretary.say('board.stated.check'));
      await secretary.expectAccessible();
      await inDialog(secretary, secretary.say('board.stated.check'));
      await shown(secretary, secretary.say('board.stated.own-check'));
      await secretary.done();

      const member = await stage.open(tablet!, 'board1');
      await member.go(`/board/statements/${statement}`);
      await shown(member, member.say('board.stated.for-payer'));
      await member.done();

      const treasurer = await stage.open(desktop!, 'treasurer');
      await treasurer.go(`/board/statements/${statement}`);
      await press(treasurer, treasurer.say('board.stated.pay'));
      await shown(treasurer, treasurer.say('board.effect.left'));
      await treasurer.expectAccessible();
      await treasurer.picture('board-pay-operator');
      await inDialog(treasurer, treasurer.say('board.stated.pay'));
      // One line is in dispute: the rest is paid, and nothing more can be.
      await shown(treasurer, treasurer.say('board.stated.nothing'));
      await treasurer.done();
    },
    LONG,
  );

  test.each(ON_DESKTOP)(
    'the chair sets approvals, and a campaign begins and ends: $device $language',
    async (screen) => {
      const pool = await firstPool(stage);
      const from = '6000';
      const chair = await stage.open(screen, 'chair');
      const { page, say } = chair;
      await chair.go(`/board/pools/${pool}/rules`);
      await press(chair, say('board.thresholds.set'));
      await press(chair, say('board.thresholds.add'));
      const dialog = page.getByRole('dialog');
      const last = (key: string) => dialog.getByLabel(say(key), { exact: false }).last();
      await last('board.thresholds.from').fill('100');
      await last('board.thresholds.approvals').fill('3');
      await press(chair, say('board.thresholds.go'));
      // Refused: the amounts have to rise. What was written stays, and is put right.
      await dialog.locator('.ant-form-item-explain-error, [role=alert]').first().waitFor();
      await chair.expectAccessible();
      await last('board.thresholds.from').fill(from);
      await inDialog(chair, say('board.thresholds.go'));
      await page.getByRole('cell', { name: `¥${from[0]},000.00` }).waitFor();

      await page.getByRole('link', { name: say('board.pool.tab.campaigns') }).click();
      await press(chair, say('board.campaign.open'));
      const title = `雨棚 ${screen.device}`;
      await dialog.getByLabel(say('board.campaign.title')).fill(title);
      await dialog.getByLabel(say('board.campaign.story')).fill('给自行车棚装雨棚。');
      await dialog.getByLabel(say('board.campaign.starts')).fill(today());
      await chair.expectAccessible();
      await inDialog(chair, say('board.campaign.go'));
      const card = page.getByRole('listitem').filter({ hasText: title });
      await card.getByRole('button', { name: say('board.campaign.end') }).click();
      await inDialog(chair, say('board.campaign.end'));
      await card.getByText(say('board.campaign.ENDED')).waitFor();
      await chair.done();
    },
    LONG,
  );
});

/** The calendar day in Shanghai. */
const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
