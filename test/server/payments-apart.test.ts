import { openDesk, type Desk } from '../donations/desk';
import { openCounter } from './givers';

/** Payments of the demonstration and real ones are kept apart. */

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const STRIPE = {
  ...{ by: 'stripe' as const, key: 'sk_live_x', webhookSecret: 'whsec_12345678' },
  ...{ base: 'http://127.0.0.1:9', currencies: ['CNY' as const] },
};
const open = (more: Parameters<typeof openCounter>[1]) =>
  openCounter({ dataSource: desk.source }, more);

test('letters of the demonstration are shown; those of real gifts are not', async () => {
  const status = async (more: Parameters<typeof openCounter>[1]) => {
    const served = await open({ environment: 'development', ...more });
    const { status: answered } = await fetch(`${served.url}/demo/mails`);
    await served.close();
    return answered;
  };
  expect(await status({})).toBe(200);
  expect(await status({ payments: STRIPE })).toBe(404);
});

test('a database with gifts of the one starts with no other', async () => {
  await desk.paid();
  await expect(open({ payments: STRIPE })).rejects.toThrow('holds gifts of the demonstration');
  await desk.source.query(`update donation set provider = 'stripe'`);
  await expect(open({})).rejects.toThrow('holds real gifts');
  await (await open({ payments: STRIPE })).close();
});
