import { Context } from '../../src/api/context';
import { giftReader, seenAs, seenByToken } from '../../src/donations/donation.policy';
import { donationByToken } from '../../src/donations/donation.reader';
import { pledgeById } from '../../src/donations/pledge.reader';
import { STRANGER } from '../../src/kernel/actor';
import { openDesk, type Desk } from './desk';
import { running } from './pledges';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const request = () => {
  const cookie = { set: () => undefined, clear: () => undefined };
  const session = { tokenHash: null, cookie, address: '127.0.0.1' };
  return new Context(desk.source, STRANGER, 'en', session);
};

test('what one request may see by a token, another of the same moment may not', async () => {
  const pledge = await running(desk);
  const gift = await donationByToken(desk.source.manager, pledge.first.token);
  const mine = seenByToken(gift!);
  const [holder, other] = [request(), request()];
  const load = (by: Context) => by.load(pledgeById, pledge.communityId, pledge.id);
  const [seen, read] = await Promise.all([
    load(holder).then((row) => seenAs(mine, row!)),
    load(other),
  ]);
  expect(seen).toEqual(read);
  expect(await giftReader.allows(holder, seen as never)).toBe(true);
  expect(await giftReader.allows(other, read as never)).toBe(false);
});
