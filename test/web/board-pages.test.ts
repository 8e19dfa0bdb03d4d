import { firstPool, gift, idOf, refundAsked, stockTake } from './support/board';
import { describeInChromium } from './support/chromium';
import { unseen } from './support/routes';
import { type Desk, openStage, type Stage } from './support/stage';
import { LANGUAGES, walk, type Walked } from './support/walk';

describeInChromium('every page of the boardroom', () => {
  let stage: Stage;
  let pages: readonly Walked[];

  beforeAll(async () => {
    stage = await openStage();
    pages = await pagesOf(stage);
  }, 120_000);
  afterAll(() => stage?.close());

  test('are all that the desk opens', () => expect(unseen('board', pages)).toEqual([]));

  test.each(LANGUAGES)('is for everybody: %s', (language) =>
    walk(stage, language, 'secretary', pages),
  );
});

/** The pages, each about something of the demo. */
async function pagesOf(stage: Stage): Promise<Walked[]> {
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
  const refund = await refundAsked(stage, given, '5.00');
  const lot = await found('Lot', OWN_LOT);
  const said = (key: string) => (desk: Desk) => desk.say(key);
  return [
    { path: '/board', shows: said('board.asked') },
    { path: '/board/pools', shows: said('board.pool.received') },
    ...['grants', 'applications', 'statement', 'campaigns', 'rules'].map((tab) => ({
      path: `/board/pools/${pool}/${tab}`,
      shows: said(SHOWN_ON[tab]!),
    })),
    { path: `/board/applications/${open}`, shows: said('board.decision') },
    { path: `/board/grants/${grant}`, shows: said('board.grant.money') },
    { path: `/board/statements/${statement}`, shows: said('board.stated.lines') },
    { path: `/board/entries/${entry}`, shows: said('board.entry.by') },
    { path: `/board/accounts/${account}`, shows: said('board.statement.balance') },
    { path: `/board/tasks/${task}`, shows: said('board.task.PAYOUT_FAILED') },
    { path: '/board/bank' },
    { path: `/board/refunds/${refund}` },
    { path: `/board/stock-takes/${await stockTake(stage)}` },
    { path: `/board/store/lots/${lot}` },
    { path: '/board/gifts', shows: () => '周宁' },
    { path: `/board/gifts/${given}` },
  ];
}

const OWN_LOT = `select lot.community_id, lot.id from lot
  join store on store.community_id = lot.community_id and store.id = lot.store_id
  where store.code = 'ZQ1' limit 1`;

const SHOWN_ON: Readonly<Record<string, string>> = {
  grants: 'board.grant.paid',
  applications: 'board.application.AWARDED',
  statement: 'board.statement.balance',
  campaigns: 'board.campaign.raised',
  rules: 'board.members',
};
