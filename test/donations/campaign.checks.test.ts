import { CAMPAIGN_CHECKS } from '../../src/donations/campaign.checks';
import { endCampaign } from '../../src/donations/end-campaign';
import { openCampaign } from '../../src/donations/open-campaign';
import { promiseMatch } from '../../src/donations/promise-match';
import { recordMatchReceived } from '../../src/donations/record-match-received';
import { dayOf } from '../../src/kernel/calendar';
import { toGlobalId } from '../../src/kernel/global-id';
import { runChecks } from '../../src/ledger/verify';
import { cny, newPool, runner } from '../foundations/money';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { newWorld } from '../support/world';
import { CHECKED, giveTo, takeBack } from './campaigns';

/** Each tampering, as whoever has the database could do it, and the checks that find it. */
const TAMPERINGS: readonly (readonly [checks: readonly string[], sql: string])[] = [
  [['campaigns-raised'], `update campaign set raised_minor = raised_minor + 1`],
  [['campaigns-raised'], `update campaign set gifts = 0 where gifts > 0`],
  [['campaigns-raised'], `update donation set refunded_minor = refunded_minor + 1`],
  [['campaigns-raised'], `update donation set disputed_minor = 1`],
  [['campaigns-raised'], `update donation set campaign_id = null`],
  [['matches-belong'], `update campaign set currency = 'EUR'`],
  [
    ['matches-belong', 'matches-left'],
    `update ledger_account set about = id::text where kind = 'matchDue'`,
  ],
  [
    ['matches-belong'],
    `update campaign set match_enterprise_id = (select id from organisation
       where kind = 'foundation' limit 1) where match_enterprise_id is not null`,
  ],
  [['matches-left'], `update campaign set match_cap_minor = match_cap_minor + 1`],
  [['matches-left'], `update campaign set ended_at = null where ended_at is not null`],
  [['matches-left'], `update campaign set ended_at = opened_at where ended_at is null`],
  [['matches-left'], `update ledger_account set credits = credits + 1 where kind = 'matchRoom'`],
  [['matches-left'], `update ledger_account set credits = credits + 1 where kind = 'matchDue'`],
  [['matches-left'], `update ledger_account set debits = debits + 1 where kind = 'matchDeferred'`],
  [
    ['matches-left'],
    `update ledger_account set debits = debits + 1 where kind = 'matchRoomGranted'`,
  ],
  [
    ['matches-left', 'matches-received'],
    `update campaign set match_received_minor = match_received_minor + 1 where ended_at is null`,
  ],
];

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  const { dataSource } = database;
  const { home } = await newWorld(dataSource);
  const run = runner(dataSource);
  const pool = await newPool(dataSource, home);
  const today = dayOf(new Date(), 'Asia/Shanghai');
  const newCampaign = async (title: string) => {
    const input = { poolId: pool.globalId, title, story: 'Cold.', startsOn: today };
    const campaign = await run(home.chair.actor, (work) => openCampaign(work, input));
    const campaignId = toGlobalId('Campaign', campaign.communityId, campaign.id);
    const match = { campaignId, enterpriseId: home.enterprise.globalId, percent: 100 };
    const promise = { ...match, idempotencyKey: `promise-${title}`, cap: cny('100.00') };
    await run(home.director.actor, (work) => promiseMatch(work, promise));
    const gift = await giveTo(dataSource, campaign, 1000n);
    const received = { campaignId, amount: cny('5.00'), receivedOn: today };
    await run(home.treasurer.actor, (work) =>
      recordMatchReceived(work, { ...received, idempotencyKey: `received-${title}` }),
    );
    return { campaign, campaignId, gift };
  };
  await newCampaign('running');
  const { campaign, campaignId, gift } = await newCampaign('finished');
  await run(home.chair.actor, (work) => endCampaign(work, { campaignId }));
  await takeBack(dataSource, campaign, gift, [0n, 200n]);
});
afterAll(() => database.drop());

test('books that were only touched by commands pass', async () => {
  expect(await runChecks(database.dataSource, CHECKED)).toEqual([]);
});

test.each(TAMPERINGS)('%j goes red on: %s', async (checks, sql) => {
  const runner = database.dataSource.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(sql);
    const red: string[] = [];
    for (const { name, sql: check } of CAMPAIGN_CHECKS)
      if ((await runner.query(check)).length > 0) red.push(name);
    expect(red).toEqual(checks);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
});

test('every check has been seen red', () => {
  const seen = new Set(TAMPERINGS.flatMap(([checks]) => checks));
  expect(CAMPAIGN_CHECKS.map(({ name }) => name).filter((name) => !seen.has(name))).toEqual([]);
});
