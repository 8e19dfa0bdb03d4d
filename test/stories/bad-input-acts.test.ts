import { books, findings, type Books } from './support/books';
import { CLOSED } from './support/faults/closed';
import { COMMON } from './support/faults/common';
import { COURTYARDS } from './support/faults/courtyards';
import { DAYS } from './support/faults/days';
import { ELECTIONS } from './support/faults/elections';
import { ENDED } from './support/faults/ended';
import { MEETINGS } from './support/faults/meetings';
import { OWED } from './support/faults/owed';
import { ROOM } from './support/faults/rooms';
import { MOTIONS } from './support/faults/motions';
import type { Row } from './support/faults/row';
import { TOO_MANY } from './support/faults/too-many';
import { TOO_MUCH } from './support/faults/too-much';
import { WRONG_KIND } from './support/faults/wrong-kind';
import { cny } from './support/furnish';
import { GOOD, withValue, type Input } from './support/good';
import { day, month } from './support/moments';
import { mutate, outcomeOf, refusals } from './support/mutate';
import { newStage, type Home, type Stage } from './support/stage';

/**
 * What a field may hold, but not as things stand: days in the wrong period, what is closed, ended,
 * expired, used up, too much or too many. Each is answered with its own code at its own field, in
 * two languages, and nothing is different afterwards.
 */

let stage: Stage;
beforeAll(async () => {
  stage = await newStage();
}, 60_000);
afterAll(() => stage.close());

/** Puts what is wrong into an input that is right. */
const wronged = (input: Input, wrong: Input): Input =>
  Object.entries(wrong).reduce((so, [path, value]) => withValue(so, path, value), input);

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  'a day in the wrong period': DAYS,
  'what is closed, or done': CLOSED,
  'what has ended': ENDED,
  'too much': TOO_MUCH,
  'too many': TOO_MANY,
  'the wrong kind': WRONG_KIND,
  'what is owed': OWED,
  'goods and shifts': ROOM,
  'credits, courses and ballots': COMMON,
  'courtyards and projects': COURTYARDS,
  elections: ELECTIONS,
  'motions and resolutions': MOTIONS,
  meetings: MEETINGS,
};

describe.each(Object.keys(TABLES))('%s', (table) => {
  const rows = TABLES[table]!.map(([what, act, wrong, answer, who]) => {
    return { what, act, wrong, answer, who };
  });

  test.each(rows)('$what: $act', async ({ act, wrong, answer, who }) => {
    const { home } = stage;
    const { mutation, as, input } = GOOD[act]!;
    const client = await stage.as((who ?? as)(stage));
    const asked = wronged(input(home, stage), wrong(home, stage));
    const before = await books(stage.source);
    expect(await refusals(client, mutation, [asked])).toEqual([answer]);
    expect(await books(stage.source)).toEqual(before);
    expect(stage.logged.splice(0)).toEqual([]);
  });
});

/** Another body than the first under the same key. */
const ANOTHER: Readonly<Record<string, Input | ((home: Home) => Input)>> = {
  declareSurplus: { dueOn: day(40) },
  amendDeclaration: { reason: 'Another reason' },
  remitSurplus: { amount: cny('100.01') },
  settleClearing: { amount: cny('10.01') },
  reviewApplication: { verdict: 'DECLINE' },
  disburseTranche: { occurredAt: null },
  returnUnspent: { amount: cny('1.01') },
  reverseService: { reason: 'Another reason' },
  receiveGoods: { quantity: 11 },
  'receiveGoods, bought': { 'unitCost.amount': '1.51' },
  recordExchange: { 'lines.0.quantity': 2 },
  voidExchange: { reason: 'Another reason' },
  settleOperator: { month: month(-2) },
  recallLot: { reason: 'Another reason' },
  clearRecalled: { quantity: 2 },
  approveStockTake: (home) => ({ stockTakeId: home.counted.toDecline }),
  recordServices: { note: 'Another note' },
  disputeStatementLine: { reason: 'Another reason' },
  'disputeStatementLine, an amount': { reason: 'Another reason' },
  answerDispute: { says: 'Another answer' },
  settleDispute: { reason: 'Another reason' },
  writeOffGoods: { note: 'Another note' },
  approveWriteOff: (home) => ({ writeOffId: home.room.toDecline }),
  reverseWriteOff: { reason: 'Another reason' },
  sendGoods: { note: 'Another note' },
  receiveTransfer: { note: 'Another note' },
  cancelTransfer: { reason: 'Another reason' },
  settleTransferDifference: { reason: 'Another reason' },
  receiveGoodsGift: { 'lines.0.quantity': 4 },
  'receiveGoodsGift, a name': { 'lines.0.quantity': 4 },
  'receiveGoodsGift, an organisation': { 'lines.0.quantity': 4 },
  reverseGoodsThanks: { reason: 'Another reason' },
  transferCredits: { credits: 6 },
  reverseAttendance: { reason: 'Another reason' },
  promiseMatch: { percent: 51 },
  recordSpending: { purpose: 'Screws' },
  confirmSpending: (home) => ({ spendingId: home.yards.toDecline }),
  reverseSpending: { reason: 'Another reason' },
  allotPublicFund: { name: 'Another name' },
  recordAllotmentReceived: { amount: cny('10.01') },
  settlePublicFund: (home) => ({ fundId: home.funded.fund }),
  executeResolution: (home) => ({ resolutionId: home.resolved.shown }),
};

/** They move nothing yet: their keys are among themselves. */
const KEYS_OF_THEIR_OWN = ['recordServices', 'recordSpending', 'executeResolution'];

/** What is told once and kept nowhere is made anew for whom the answer did not reach. */
const MADE_ANEW: readonly string[] = ['goods_gift_link'];

const withoutNew = (all: Books): Books =>
  Object.fromEntries(Object.entries(all).filter(([table]) => !MADE_ANEW.includes(table)));

const REUSED = ['KEY_REUSED idempotencyKey'];

test('a key that another act has used is used', async () => {
  const { idempotencyKey, ...exchange } = GOOD.recordExchange!.input(stage.home, stage);
  const clerk = await stage.as(stage.home.clerk);
  const asked = { idempotencyKey, ...exchange };
  expect(outcomeOf(await mutate(clerk, 'recordExchange', asked), 'recordExchange')).toBe('done');
  const before = await books(stage.source);
  for (const name of Object.keys(ANOTHER)) {
    if (KEYS_OF_THEIR_OWN.includes(name)) continue;
    const { mutation, as, input } = GOOD[name]!;
    const client = await stage.as(as(stage));
    const other = { ...input(stage.home, stage), idempotencyKey };
    expect([name, ...(await refusals(client, mutation, [other]))]).toEqual([name, ...REUSED]);
  }
  const { session: _sessions, ...now } = await books(stage.source);
  expect(before).toMatchObject(now);
});

describe('nothing but the fault was refused', () => {
  test.each(Object.keys(GOOD))('%s', async (name) => {
    const { mutation, as, input } = GOOD[name]!;
    const client = await stage.as(as(stage));
    const asked = input(stage.home, stage);
    const done = await mutate(client, mutation, asked);
    expect(outcomeOf(done, mutation)).toBe('done');
    if (!('idempotencyKey' in asked)) return;
    const after = withoutNew(await books(stage.source));
    expect((await mutate(client, mutation, asked)).text).toBe(done.text);
    const another = ANOTHER[name]!;
    const wrong = typeof another === 'function' ? another(stage.home) : another;
    const others = [wronged(asked, wrong)];
    expect(await refusals(client, mutation, others)).toEqual(REUSED);
    expect(withoutNew(await books(stage.source))).toEqual(after);
  });

  test('what nobody can type is left out of a name, and never stored', async () => {
    const officer = await stage.as(stage.world.officer);
    const { data } = await officer.ask(
      `mutation ($input: RegisterOrganisationInput!) {
        registerOrganisation(input: $input) { organisation { name } } }`,
      {
        input: {
          ...GOOD.registerOrganisation!.input(stage.home, stage),
          name: ' Wea\u0000vers\u0007 \ud800of Yongle\u001b\n',
        },
      },
    );
    expect(data).toEqual({ registerOrganisation: { organisation: { name: 'Weavers of Yongle' } } });
  });
});

test('the books are right', async () => {
  expect(await findings(stage.source)).toEqual([]);
});
