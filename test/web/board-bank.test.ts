import { choose, dialogOf, press, refused, shown, tryTo, write } from './support/acts';
import { firstPool, idOf, inDialog } from './support/board';
import { acknowledged, giftBegun, heldTask, payOut, remitToOthers } from './support/board-bank';
import { describeInChromium } from './support/chromium';
import { SCREENS, type Screen } from './support/screens';
import { type Desk, openStage, type Stage } from './support/stage';

const LONG = 180_000;

/** Pools and what reaches them: each act played once, by whoever does it. */
describeInChromium('pools and their bank', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await openStage();
  }, 120_000);
  afterAll(() => stage?.close());

  const at = (n: number): Screen => SCREENS[n]!;
  /** Opens a pool, as the secretary does; answers its address. */
  const openPool = async (desk: Desk, name: string, taken: string): Promise<string> => {
    const { page, say } = desk;
    await desk.go('/board/pools');
    await press(desk, say('board.pool.open'));
    await write(desk, say('board.pool.name'), taken);
    await choose(desk, say('board.pool.purpose'), say('board.purpose.EDUCATION'));
    await dialogOf(desk).getByRole('radio', { name: '一道街社区' }).check();
    await tryTo(desk, say('board.pool.open.go'));
    // The foundation has a pool of this name there: said at the name, and the rest stays.
    await refused(desk);
    await desk.expectAccessible();
    await desk.picture('board-open-pool');
    await write(desk, say('board.pool.name'), name);
    await inDialog(desk, say('board.pool.open.go'));
    await page.waitForURL('**/rules');
    await shown(desk, say('board.pool.close.empty'));
    return new URL(page.url()).pathname;
  };

  test(
    'a pool is opened and closed; a gift that came too late is held and goes back by two',
    async () => {
      const [{ name: taken }] = await stage.database.dataSource.query<[{ name: string }]>(
        `select pool.name from pool join place on place.id = pool.community_id
         where place.name = '一道街社区' and purpose = 'organisations' limit 1`,
      );
      const desk = await stage.open(at(0), 'secretary');
      const { say } = desk;
      const path = await openPool(desk, '夜校读书会', taken);
      const poolId = path.split('/')[3]!;
      const late = await giftBegun(stage, { poolId }, '180.00');
      await press(desk, say('board.pool.close'));
      await shown(desk, say('board.pool.close.effect', { pool: '夜校读书会' }));
      await desk.expectAccessible();
      await desk.picture('board-close-pool');
      await inDialog(desk, say('board.pool.close.go'));
      await desk.page
        .getByRole('button', { name: say('board.pool.close') })
        .waitFor({ state: 'detached' });

      await late.pay();
      const task = await heldTask(stage, 'fund_closed');
      await desk.go(`/board/tasks/${task}`);
      await shown(desk, say('board.task.FUND_CLOSED'));
      await desk.page.getByRole('radio', { name: say('board.task.do.ACCEPT') }).check();
      await desk.page.getByLabel(say('board.reason')).fill('资金池已关闭');
      await press(desk, say('board.task.go'));
      // A closed pool takes nothing: told so, and what was written stays.
      await desk.page.getByRole('alert').first().waitFor();
      expect(await desk.page.getByLabel(say('board.reason')).inputValue()).toBe('资金池已关闭');
      await desk.expectAccessible();
      await desk.page.getByRole('radio', { name: say('board.task.do.REFUND') }).check();
      await press(desk, say('board.task.go'));
      await shown(desk, say('board.task.asked'));
      await desk.picture('board-task-asked');
      await desk.done();

      const refund = await idOf(
        ...([stage, 'Refund'] as const),
        `select community_id, id from gift_refund where origin = 'held' limit 1`,
      );
      const chair = await stage.open(at(0), 'chair');
      await chair.go(`/board/refunds/${refund}`);
      await press(chair, say('board.refund.approve'));
      await inDialog(chair, say('board.refund.approve'));
      await heldTask(stage, 'fund_closed', 'resolved');
      await chair.go(`/board/tasks/${task}`);
      await shown(chair, say('board.task.resolved.REFUNDED'));
      await chair.done();
    },
    LONG,
  );

  test(
    'an enterprise pays what it matched, the state’s receipt is entered, and a payout arrives',
    async () => {
      const campaignId = await idOf(
        ...([stage, 'Campaign'] as const),
        `select community_id, id from campaign where match_enterprise_id is not null limit 1`,
      );
      const begun = await giftBegun(stage, { campaignId }, '300.00');
      await begun.pay();
      const number = await acknowledged(stage, begun.id);
      const desk = await stage.open(at(3), 'treasurer');
      const { page, say } = desk;
      await desk.go(`/board/pools/${await firstPool(stage)}/campaigns`);
      await press(desk, say('board.match.record'));
      // What is shown is what would be posted: as much as is written.
      await write(desk, say('board.amount'), '120');
      for (const sum of ['120.00', '180.00'])
        await dialogOf(desk).getByRole('definition').filter({ hasText: sum }).waitFor();
      await write(desk, say('board.amount'), '300.01');
      await write(desk, say('board.match.day'), today());
      await tryTo(desk, say('board.match.go'));
      await refused(desk);
      await desk.expectAccessible();
      await desk.picture('board-match');
      await write(desk, say('board.amount'), '300');
      await inDialog(desk, say('board.match.go'));
      await page
        .getByRole('button', { name: say('board.match.record') })
        .waitFor({ state: 'detached' });

      await desk.go(`/board/gifts/${begun.id}`);
      await shown(desk, number);
      await press(desk, say('board.receipt.record'));
      await write(desk, say('board.receipt.code'), '21060126');
      await write(desk, say('board.receipt.number'), '0004417723');
      await write(desk, say('board.receipt.checkCode'), 'x'.repeat(41));
      await tryTo(desk, say('board.receipt.go'));
      await refused(desk);
      await write(desk, say('board.receipt.checkCode'), '7f3a9c');
      await desk.picture('board-receipt');
      await inDialog(desk, say('board.receipt.go'));
      await shown(
        desk,
        say('board.receipt.is', { code: '21060126', number: '0004417723', check: '7f3a9c' }),
      );
      await desk.expectAccessible();

      await payOut(stage);
      await desk.go('/board/bank');
      await press(desk, say('board.payout.tick'));
      await write(desk, say('board.payout.day'), '2999-01-01');
      await write(desk, say('board.payout.reference'), '转账 0417');
      await tryTo(desk, say('board.payout.go'));
      await refused(desk);
      await desk.expectAccessible();
      await write(desk, say('board.payout.day'), today());
      await inDialog(desk, say('board.payout.go'));
      await shown(desk, '转账 0417');
      await desk.picture('board-bank');
      await desk.done();
    },
    LONG,
  );

  test(
    'what one set of books holds for another is transferred, never more',
    async () => {
      await remitToOthers(stage);
      const desk = await stage.open(at(4), 'treasurer', { colorScheme: 'dark' });
      const { page, say } = desk;
      await desk.go('/board/bank');
      await press(desk, say('board.due.pay'));
      const amount = dialogOf(desk).getByLabel(say('board.amount'), { exact: true });
      // The answer to one yuan is lost, and the window closed: opened again, it is the same yuan.
      const owedBefore = await amount.inputValue();
      await page.route('**/graphql', async (route) => {
        if (!route.request().postData()?.includes('"BoardSettleClearing"'))
          return await route.continue();
        await route.fetch();
        await route.abort();
      });
      await amount.fill('1');
      await tryTo(desk, say('board.due.go'));
      await shown(desk, say('desk.no-network'));
      await page.unroute('**/graphql');
      desk.takeComplaints();
      await dialogOf(desk)
        .getByRole('button', { name: say('desk.cancel'), exact: true })
        .click();
      await press(desk, say('board.due.pay'));
      await amount.fill('1');
      await inDialog(desk, say('board.due.go'));
      await desk.go('/board/bank');
      await press(desk, say('board.due.pay'));
      const owed = await amount.inputValue();
      expect(Number(owedBefore) - Number(owed)).toBeCloseTo(1);
      await amount.fill('99999');
      await tryTo(desk, say('board.due.go'));
      await refused(desk);
      await desk.expectAccessible();
      await desk.picture('board-dues');
      await amount.fill(owed);
      const before = await page.getByRole('button', { name: say('board.due.pay') }).count();
      await inDialog(desk, say('board.due.go'));
      const left = page.getByRole('button', { name: say('board.due.pay') });
      await left.nth(before - 1).waitFor({ state: 'detached' });
      await desk.expectAccessible();
      await desk.done();
      // Who only asks for money sees what stands open, and is told who transfers it.
      const secretary = await stage.open(at(2), 'secretary');
      await secretary.go('/board/bank');
      await shown(secretary, secretary.say('board.due.for-treasurer'));
      await secretary.expectAccessible();
      await secretary.done();
    },
    LONG,
  );
});

/** The calendar day in Shanghai. */
const today = () =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
