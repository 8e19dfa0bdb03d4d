import { recordReceipt, type RecordReceipt } from '../../src/donations/record-receipt';
import { STRANGER, type Actor } from '../../src/kernel/actor';
import { toGlobalId } from '../../src/kernel/global-id';
import { runner } from '../foundations/money';
import { openDesk, papersOf, type Desk, type Gift } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const secretary = () => desk.world.home.secretary.actor;
const RECEIPT = { code: '11010125', number: '0012345678', checkCode: 'a1b2c3' };

/** The id of the acknowledgement of a gift. */
async function paperOf({ communityId, id }: Gift): Promise<string> {
  const [row] = await desk.source.query<{ id: string }[]>(
    'select id from acknowledgement where donation_id = $1',
    [id],
  );
  return toGlobalId('Acknowledgement', communityId, row?.id ?? '');
}

const recordFor = (actor: Actor, acknowledgementId: string, more: Partial<RecordReceipt> = {}) =>
  runner(desk.source)(actor, (work) =>
    recordReceipt(work, { acknowledgementId, ...RECEIPT, ...more }),
  );

test('a receipt is recorded once, with who did it; the same again is the same', async () => {
  const gift = await desk.paid();
  const paper = await paperOf(gift);
  const recorded = await recordFor(secretary(), paper);
  expect(recorded).toMatchObject({
    ...{ receiptCode: '11010125', receiptNumber: '0012345678', receiptCheckCode: 'a1b2c3' },
    receiptRecordedBy: desk.world.home.secretary.id,
  });
  expect(await recordFor(desk.world.home.treasurer.actor, paper)).toEqual(recorded);
  await expect(recordFor(secretary(), paper, { number: '1' })).rejects.toMatchObject({
    ...{ code: 'RECEIPT_RECORDED', path: ['acknowledgementId'] },
  });
  // What the paper said when it was issued is left as it was.
  expect(await papersOf(desk.source, gift)).toMatchObject([{ receipt: null }]);
});

test.each<[string, () => Actor, string]>([
  ['a stranger', () => STRANGER, 'UNAUTHENTICATED'],
  ['the chair', () => desk.world.home.chair.actor, 'FORBIDDEN'],
  ["another foundation's treasurer", () => desk.world.other.treasurer.actor, 'FORBIDDEN'],
])('%s records none', async (_who, actor, code) => {
  const paper = await paperOf(await desk.paid());
  await expect(recordFor(actor(), paper)).rejects.toMatchObject({ code });
});

test.each<['code' | 'number' | 'checkCode', string]>([
  ['code', ' '],
  ['number', ''],
  ['checkCode', '1'.repeat(41)],
])('%s is refused as %j', async (field, value) => {
  const paper = await paperOf(await desk.paid());
  await expect(recordFor(secretary(), paper, { [field]: value })).rejects.toMatchObject({
    ...{ code: 'TEXT_LENGTH', path: [field] },
  });
});

test('one that nobody knows is unknown', async () => {
  const { globalId } = await desk.paid();
  for (const id of ['nothing', globalId])
    await expect(recordFor(secretary(), id)).rejects.toMatchObject({ code: 'ID_UNKNOWN' });
});
