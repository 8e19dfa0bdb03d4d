import { choose, dialogOf, press, refused, shown, tryTo, write } from './support/acts';
import { firstPool, gift, grantNamed, inDialog, refundAsked } from './support/board';
import { describeInChromium } from './support/chromium';
import { SCREENS, type Screen } from './support/screens';
import { type Desk, openStage, type Stage } from './support/stage';

const LONG = 180_000;

/** What happens seldom at a board, each played once by whoever does it. */
describeInChromium('what a board does seldom', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  const at = (n: number): Screen => SCREENS[n]!;
  const figure = ({ page, say }: Desk, key: string) =>
    page
      .locator('dl > div')
      .filter({ has: page.getByText(say(key), { exact: true }) })
      .first()
      .locator('dd');

  test(
    'a tranche is declined with a reason, and asked for again',
    async () => {
      const grant = await grantNamed(stage, '每月一次上门理发');
      const checker = await stage.open(at(1), 'treasurer');
      await checker.go(`/board/grants/${grant}`);
      await press(checker, checker.say('board.tranche.decline'));
      await dialogOf(checker)
        .getByText(/may ask again/)
        .waitFor();
      await tryTo(checker, checker.say('board.tranche.decline'));
      // Without a reason nothing is declined.
      await refused(checker);
      await write(checker, checker.say('board.reason'), '发票抬头不对');
      await checker.expectAccessible();
      await checker.picture('board-decline-tranche');
      await inDialog(checker, checker.say('board.tranche.decline'));
      await shown(checker, checker.say('board.tranche.declined', { reason: '发票抬头不对' }));
      await shown(checker, checker.say('board.tranche.for-maker'));
      await checker.done();

      const maker = await stage.open(at(1), 'secretary');
      await maker.go(`/board/grants/${grant}`);
      await shown(maker, maker.say('board.tranche.declined', { reason: '发票抬头不对' }));
      await press(maker, maker.say('board.tranche.request'));
      await inDialog(maker, maker.say('board.tranche.request.go'));
      await shown(maker, maker.say('board.tranche.own'));
      await maker.done();
    },
    LONG,
  );

  test(
    'money of a grant comes back, and the chair ends the grant',
    async () => {
      const grant = await grantNamed(stage, '编织课堂进楼道');
      const desk = await stage.open(at(2), 'treasurer');
      await desk.go(`/board/grants/${grant}`);
      await press(desk, desk.say('board.grant.return'));
      await write(desk, desk.say('board.amount'), '900.01');
      await tryTo(desk, desk.say('board.grant.return.go'));
      // More than was paid cannot come back.
      await refused(desk);
      await desk.expectAccessible();
      await desk.picture('board-return');
      await write(desk, desk.say('board.amount'), '45.50');
      await inDialog(desk, desk.say('board.grant.return.go'));
      await figure(desk, 'board.grant.returned').getByText('¥45.50').waitFor();
      await desk.done();

      const chair = await stage.open(at(5), 'chair');
      await chair.go(`/board/grants/${grant}`);
      await press(chair, chair.say('board.grant.cancel'));
      await dialogOf(chair).getByText('¥300.00').first().waitFor();
      await write(chair, chair.say('board.reason'), '教室被收回');
      await chair.expectAccessible();
      await chair.picture('board-cancel-grant');
      await inDialog(chair, chair.say('board.grant.cancel'));
      await shown(chair, '教室被收回');
      await figure(chair, 'board.grant.committed').getByText('¥0.00').waitFor();
      // Ended: nothing is asked for or paid any more, and it cannot be ended twice.
      expect(
        await chair.page.getByRole('button', { name: chair.say('board.grant.cancel') }).count(),
      ).toBe(0);
      await chair.done();
    },
    LONG,
  );

  test(
    'a refund is declined by another person, with the reason told',
    async () => {
      const given = await gift(stage, await firstPool(stage), '700.00');
      const refund = await refundAsked(stage, given, '600.00');
      const chair = await stage.open(at(3), 'chair');
      await chair.go(`/board/refunds/${refund}`);
      await press(chair, chair.say('board.refund.decline'));
      await write(chair, chair.say('board.reason'), '捐赠已用于项目');
      await chair.expectAccessible();
      await inDialog(chair, chair.say('board.refund.decline'));
      await shown(chair, '捐赠已用于项目');
      await shown(chair, chair.say('board.refund.DECLINED'));
      await chair.picture('board-refund-declined');
      await chair.done();
    },
    LONG,
  );

  test(
    'the chair gives the decision to a council and takes it back, and changes the approvals',
    async () => {
      const pool = await firstPool(stage);
      const chair = await stage.open(at(4), 'chair');
      const { page, say } = chair;
      await chair.go(`/board/pools/${pool}/rules`);
      await press(chair, say('board.decider.set'));
      const dialog = dialogOf(chair);
      await choose(chair, say('board.decider'), '一道街社区');
      const named = await dialog.locator('.ant-select').innerText();
      await chair.expectAccessible();
      await chair.picture('board-decider');
      await inDialog(chair, say('board.decider.go'));
      await shown(chair, say('board.decider.COUNCIL', { council: named.trim() }));
      await press(chair, say('board.decider.set'));
      await choose(chair, say('board.decider'), say('board.decider.BOARD'));
      await inDialog(chair, say('board.decider.go'));
      await page.getByText(say('board.decider.BOARD'), { exact: true }).first().waitFor();

      await press(chair, say('board.thresholds.set'));
      await dialog.getByRole('button', { name: `${say('board.thresholds.remove')} 3` }).click();
      const approvals = dialog.getByLabel(`${say('board.thresholds.approvals')} 2`);
      await approvals.fill('40');
      await tryTo(chair, say('board.thresholds.go'));
      await refused(chair);
      await approvals.fill('3');
      await inDialog(chair, say('board.thresholds.go'));
      await page.getByRole('row', { name: /¥500\.00\s*3/ }).waitFor();
      expect(await page.getByRole('cell', { name: '¥5,000.00' }).count()).toBe(0);
      await chair.done();
    },
    LONG,
  );

  test(
    'the operator insists at the till, and the board reduces the line',
    async () => {
      const keeper = await stage.open(at(0), 'storekeeper');
      await keeper.go('/till');
      await keeper.page.getByRole('link', { name: keeper.say('till.page.statements') }).click();
      await shown(keeper, keeper.say('operator.disputes'));
      await keeper.expectAccessible();
      await keeper.picture('till-statements');
      // Nothing has come to a month long ago: told why, and nothing is sent.
      await keeper.page.getByLabel(keeper.say('operator.month.which')).fill('2020-01');
      await press(keeper, keeper.say('operator.issue'));
      await tryTo(keeper, keeper.say('operator.issue.go'));
      await dialogOf(keeper).getByRole('alert').waitFor();
      await keeper.page.keyboard.press('Escape');
      await keeper.page.locator('a[href^="/till/statements/"]').first().click();
      await press(keeper, keeper.say('operator.answer'));
      await dialogOf(keeper)
        .getByRole('radio', { name: keeper.say('operator.answer.INSIST') })
        .check();
      await write(keeper, keeper.say('operator.answer.says'), '小票齐全');
      await keeper.expectAccessible();
      await keeper.picture('till-answer');
      await inDialog(keeper, keeper.say('operator.answer.go'));
      await shown(keeper, '小票齐全');
      const statement = new URL(keeper.page.url()).pathname.replace('/till', '/board');
      await keeper.expectAccessible();
      await keeper.done();

      const chair = await stage.open(at(3), 'chair');
      await chair.go(statement);
      await shown(chair, '小票齐全');
      await press(chair, chair.say('board.dispute.settle'));
      await chair.page.getByRole('radio', { name: chair.say('board.dispute.REDUCE') }).check();
      await write(chair, chair.say('board.reason'), '核对后少一件');
      await chair.expectAccessible();
      await chair.picture('board-dispute');
      await inDialog(chair, chair.say('board.dispute.settle'));
      await shown(chair, chair.say('board.dispute.decision'));
      expect(
        await chair.page.getByRole('button', { name: chair.say('board.dispute.settle') }).count(),
      ).toBe(0);
      await chair.picture('board-dispute-decided');
      await chair.done();
    },
    LONG,
  );
});
