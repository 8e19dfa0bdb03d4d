import type { Tell } from './tell';
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

/** Goods arrive, the member takes some at the till, and one exchange is taken back (A1). */
export async function takeGoods(
  { voices, store }: Neighbourhood,
  { residentId }: Newcomers,
  run: string,
  tell: Tell,
): Promise<void> {
  const products = store.products.edges.map(({ node }) => node);
  const rice = products.find(({ name }) => name.includes('大米'));
  const oil = products.find(({ name }) => name.includes('豆油'));
  if (!rice || !oil) throw new StoryStopped('The store has no rice or no oil');
  const intake = { storeId: store.id, quantity: 10, expiresOn: inMonths(7) };
  const receive = async (key: string, goods: object) =>
    await voices.storekeeper.does<{ lot: { entry: { id: string } } }>(
      'receiveGoods',
      { idempotencyKey: `story/${run}/${key}`, ...intake, ...goods },
      'lot { entry { id } }',
    );
  const given = { productId: rice.id, source: 'DONATED', donorName: '一位邻居' };
  const { lot } = await receive('given', given);
  await tell('A neighbour gives ten bags of rice.', lot.entry.id);
  const unitCost = { amount: '21.50', currency: 'CNY' };
  const owned = { productId: oil.id, source: 'OPERATOR_OWNED', unitCost };
  const { lot: lent } = await receive('owned', owned);
  await tell('The operator puts ten bottles of its own oil on the shelf.', lent.entry.id);
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
  await tell('It was oil that was wanted: the slip is voided.', voided.voided.entry.id);
  const { exchange: right } = await exchange('right', oil.id);
  await tell(
    `The clerk gives oil, for which the pool owes the operator: slip ${right.number}.`,
    right.entry.id,
  );
}
