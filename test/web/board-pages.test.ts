import { firstPool, gift, idOf, visit } from './support/board';
import { describeInChromium } from './support/chromium';
import { SCREENS } from './support/screens';
import { type Desk, openStage, type Stage } from './support/stage';

/** A page of the boardroom: where it is, and what is there once it is drawn. */
interface Visited {
  readonly name: string;
  readonly path: string;
  readonly shows: (desk: Desk) => string;
}

describeInChromium('every page of the boardroom', () => {
  let stage: Stage;
  let pages: readonly Visited[];

  beforeAll(async () => {
    stage = await openStage();
    pages = await pagesOf(stage);
  }, 120_000);
  afterAll(() => stage?.close());

  test.each(SCREENS)(
    'is for everybody: $device $language',
    async (screen) => {
      const desk = await stage.open(screen, 'secretary');
      await desk.go('/board');
      for (const { name, path, shows } of pages) {
        await visit(desk, path);
        await desk.page.getByText(shows(desk)).first().waitFor();
        await desk.picture(`board-${name}`);
        await desk.expectAccessible();
      }
      await desk.done();
    },
    180_000,
  );

  test('in the dark', async () => {
    const desk = await stage.open(SCREENS[5]!, 'secretary', { colorScheme: 'dark' });
    await desk.go('/board');
    for (const { name, path, shows } of pages) {
      await visit(desk, path);
      await desk.page.getByText(shows(desk)).first().waitFor();
      await desk.picture(`board-dark-${name}`);
      await desk.expectAccessible();
    }
    await desk.done();
  }, 180_000);
});

/** The pages, each about something of the demo. */
async function pagesOf(stage: Stage): Promise<Visited[]> {
  const pool = await firstPool(stage);
  const given = await gift(stage, pool, '66.00');
  const found = (type: string, sql: string) => idOf(stage, type, sql);
  const open = await found(
    'Application',
    `select community_id, id from application where state = 'submitted'
     and exists (select from review where review.application_id = application.id) limit 1`,
  );
  const grant = await found(
    'Grant',
    `select community_id, id from pool_grant where title = '每月一次上门理发'`,
  );
  const statement = await found(
    'OperatorStatement',
    `select community_id, id from operator_statement where settled_at is null limit 1`,
  );
  const entry = await found(
    'Entry',
    `select community_id, entry_id id from disbursement where state = 'paid' limit 1`,
  );
  const account = await found(
    'Account',
    `select community_id, id from ledger_account where kind = 'poolAvailable' limit 1`,
  );
  const task = await found(
    'PaymentTask',
    `insert into payment_task
       (community_id, id, foundation_id, kind, object_id, raised_at, state)
     select community_id, gen_random_uuid(), foundation_id, 'payout_failed', 'po_1', now(), 'open'
     from pool limit 1 returning community_id, id`,
  );
  const said = (key: string) => (desk: Desk) => desk.say(key);
  return [
    { name: 'inbox', path: '/board', shows: said('board.asked') },
    { name: 'pools', path: '/board/pools', shows: said('board.pool.received') },
    ...['grants', 'applications', 'statement', 'campaigns', 'rules'].map((tab) => ({
      ...{ name: `pool-${tab}`, path: `/board/pools/${pool}/${tab}` },
      shows: said(SHOWN_ON[tab]!),
    })),
    { name: 'application', path: `/board/applications/${open}`, shows: said('board.decision') },
    { name: 'grant', path: `/board/grants/${grant}`, shows: said('board.grant.money') },
    {
      name: 'statement',
      path: `/board/statements/${statement}`,
      shows: said('board.stated.lines'),
    },
    { name: 'entry', path: `/board/entries/${entry}`, shows: said('board.entry.by') },
    { name: 'account', path: `/board/accounts/${account}`, shows: said('board.statement.balance') },
    { name: 'task', path: `/board/tasks/${task}`, shows: said('board.task.PAYOUT_FAILED') },
    { name: 'gifts', path: '/board/gifts', shows: () => '周宁' },
    { name: 'gift', path: `/board/gifts/${given}`, shows: said('board.refunds.empty') },
  ];
}

const SHOWN_ON: Readonly<Record<string, string>> = {
  grants: 'board.grant.paid',
  applications: 'board.application.AWARDED',
  statement: 'board.statement.balance',
  campaigns: 'board.campaign.raised',
  rules: 'board.members',
};
