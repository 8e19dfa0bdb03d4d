import type { Tell } from '.';
import { inMonths } from './days';
import type { Neighbourhood } from './neighbourhood';
import type { Newcomers } from './newcomers';
import { StoryStopped } from './voice';

/** How long the member helps, in minutes: at ten credits an hour that makes thirty. */
const MINUTES = 180;

const HOUR_MS = 3_600_000;

/** The leader records a service, a cadre confirms it: the member has credits. */
export async function earnCredits(
  at: Neighbourhood,
  { team, leader, residentId }: Newcomers,
  tell: Tell,
): Promise<void> {
  const { service } = await leader.does<{ service: { id: string } }>(
    'recordService',
    {
      organisationId: team.id,
      residentId,
      serviceKind: 'volunteering',
      performedAt: new Date(Date.now() - 24 * HOUR_MS).toISOString(),
      minutes: MINUTES,
      note: '陪两位老人看病取药',
    },
    'service { id }',
  );
  const { service: confirmed } = await at.voices.cadre.does<{
    service: { entry: { id: string } };
  }>('confirmService', { serviceId: service.id }, 'service { entry { id } }');
  await tell('A member helps for three hours; a cadre confirms it.', confirmed.entry.id);
}

/** Goods arrive, the member takes some at the till, and one exchange is taken back. */
export async function takeGoods(
  { voices, store }: Neighbourhood,
  { residentId }: Newcomers,
  run: string,
  tell: Tell,
): Promise<void> {
  const products = store.products.edges.map(({ node }) => node);
  const rice = products.find(({ name }) => name.includes('大米'));
  const flour = products.find(({ name }) => name.includes('面粉'));
  if (!rice || !flour) throw new StoryStopped('The store has neither rice nor flour');
  const { lot } = await voices.storekeeper.does<{ lot: { entry: { id: string } } }>(
    'receiveGoods',
    {
      idempotencyKey: `story/${run}/goods`,
      storeId: store.id,
      productId: rice.id,
      quantity: 10,
      source: 'DONATED',
      donorName: '一位邻居',
      expiresOn: inMonths(7),
    },
    'lot { entry { id } }',
  );
  await tell('A neighbour gives ten bags of rice.', lot.entry.id);
  const exchange = async (key: string, productId: string) =>
    await voices.clerk.does<{ exchange: { id: string; number: string; entry: { id: string } } }>(
      'recordExchange',
      {
        idempotencyKey: `story/${run}/${key}`,
        storeId: store.id,
        residentId,
        occurredAt: new Date().toISOString(),
        lines: [{ productId, quantity: 1 }],
      },
      'exchange { id number entry { id } }',
    );
  const { exchange: mistaken } = await exchange('mistaken', rice.id);
  await tell(`At the till the clerk gives rice: slip ${mistaken.number}.`, mistaken.entry.id);
  const { exchange: voided } = await voices.storekeeper.does<{
    exchange: { voided: { entry: { id: string } } };
  }>(
    'voidExchange',
    { idempotencyKey: `story/${run}/void`, exchangeId: mistaken.id, reason: '拿错了' },
    'exchange { voided { entry { id } } }',
  );
  await tell('It was flour she wanted: the slip is voided.', voided.voided.entry.id);
  const { exchange: right } = await exchange('right', flour.id);
  await tell(`The clerk gives flour instead: slip ${right.number}.`, right.entry.id);
}
