import { toGlobalId } from '../../../src/kernel/global-id';
import { addProduct } from '../../../src/supermarkets/add-product';
import { checkStatement } from '../../../src/supermarkets/check-statement';
import { issueStatement } from '../../../src/supermarkets/issue-statement';
import { openStore } from '../../../src/supermarkets/open-store';
import { receiveGoods } from '../../../src/supermarkets/receive-goods';
import type { ReceiveGoods } from '../../../src/supermarkets/goods-intake';
import { recordExchange } from '../../../src/supermarkets/record-exchange';
import { setAllowance } from '../../../src/supermarkets/set-allowance';
import { voidExchange } from '../../../src/supermarkets/void-exchange';
import { confirmService } from '../../../src/volunteering/confirm-service';
import { recordService } from '../../../src/volunteering/record-service';
import { reverseService } from '../../../src/volunteering/reverse-service';
import type { CommunityWorld, SomeMember, World } from '../../support/world';
import { cny, key, type Run } from './furnish';
import { hours, monthStart, noon } from './moments';

/** Services in every stage; the two members of the team have served and have credits. */
export interface Services {
  readonly toConfirm: string;
  readonly toDecline: string;
  readonly toConfirmTogether: readonly [string, string];
  readonly confirmed: string;
  readonly toReverse: string;
  readonly reversed: string;
  readonly customer: SomeMember;
}

/** Records and confirms services: the customer ends with 100 credits. */
export async function earn(run: Run, home: CommunityWorld): Promise<Services> {
  const [customer, other] = home.members;
  let daysAgo = 2;
  const record = async (who: SomeMember, minutes: number) => {
    daysAgo += 1;
    const { communityId, id } = await run(home.leader, (work) =>
      recordService(work, {
        organisationId: home.team.globalId,
        residentId: who.resident.globalId,
        serviceKind: 'repair',
        performedAt: new Date(hours(-24 * daysAgo)),
        minutes,
      }),
    );
    return toGlobalId('Service', communityId, id);
  };
  const confirm = async (serviceId: string) => {
    await run(home.cadre, (work) => confirmService(work, { serviceId }));
    return serviceId;
  };
  const reverse = async (serviceId: string) => {
    await run(home.cadre, (work) =>
      reverseService(work, { idempotencyKey: key(), serviceId, reason: 'Nobody was there' }),
    );
    return serviceId;
  };
  return {
    customer,
    confirmed: await confirm(await record(customer, 600)),
    toReverse: await confirm(await record(other, 60)),
    reversed: await reverse(await confirm(await record(other, 60))),
    toConfirm: await record(other, 60),
    toDecline: await record(other, 60),
    toConfirmTogether: [await record(other, 60), await record(other, 60)],
  };
}

/** The global ids of a store's things. */
export interface Goods {
  readonly store: string;
  /** Whose price is 4, of a class of which a household may take 20 pieces; 500 in stock. */
  readonly rice: string;
  /** Whose price is 1, of no class; 1,000 in stock. */
  readonly soap: string;
  /** One piece is left. */
  readonly lastPiece: string;
  /** All there is has expired. */
  readonly stale: string;
  /** The operator's own, at CNY 2. */
  readonly operatorOwned: string;
  /** The operator's own, each dearer than what the pool has. */
  readonly dear: string;
  readonly exchange: string;
  readonly toVoid: string;
  readonly voided: string;
}

export async function stock(
  run: Run,
  { officer }: World,
  home: CommunityWorld,
  poolId: string,
  { resident }: SomeMember,
): Promise<Goods> {
  const lastMonth = noon(monthStart(-1).replace(/01$/, '10'));
  const communityId = home.place.globalId;
  const store = await run(
    officer,
    (work) =>
      openStore(work, {
        ...{ communityId, name: 'Store', code: 'S1', poolId },
        operatorId: home.operator.globalId,
        premisesOwnerId: home.committee.globalId,
      }),
    lastMonth,
  );
  const storeId = toGlobalId('Store', store.communityId, store.id);
  await run(
    home.cadre,
    (work) =>
      setAllowance(work, { communityId, code: 'grain', name: 'Grain', pieces: 20, extraPieces: 0 }),
    lastMonth,
  );
  const add = async (name: string, price: number, allowanceClass?: string) => {
    const product = { communityId, name, unit: 'piece', price, allowanceClass };
    const row = await run(home.storekeeper, (work) => addProduct(work, product), lastMonth);
    return toGlobalId('Product', row.communityId, row.id);
  };
  const receive = async (productId: string, quantity: number, more: Partial<ReceiveGoods> = {}) => {
    const input = { storeId, productId, quantity, source: 'DONATED' as const, ...more };
    await run(
      home.storekeeper,
      (work) => receiveGoods(work, { idempotencyKey: key(), ...input }),
      lastMonth,
    );
    return productId;
  };
  const exchange = async (productId: string, quantity: number, now = new Date()) => {
    const basket = { storeId, residentId: resident.globalId, lines: [{ productId, quantity }] };
    const { id } = await run(
      home.clerk,
      (work) => recordExchange(work, { idempotencyKey: key(), occurredAt: now, ...basket }),
      now,
    );
    return toGlobalId('Exchange', home.id, id);
  };
  const owned = { source: 'OPERATOR_OWNED' as const };
  const rice = await receive(await add('Rice', 4, 'grain'), 500);
  const soap = await receive(await add('Soap', 1), 1000);
  const operatorOwned = await receive(await add('Oil', 1), 50, { ...owned, unitCost: cny('2') });
  await exchange(operatorOwned, 2, lastMonth);
  await statedAndChecked(run, home, storeId, monthStart(-1).slice(0, 7));
  // The household's allowance of this month is open from here on.
  await exchange(rice, 1);
  const voided = await exchange(soap, 1);
  await run(home.clerk, (work) =>
    voidExchange(work, { idempotencyKey: key(), exchangeId: voided, reason: 'Mistaken' }),
  );
  return {
    ...{ store: storeId, rice, soap, operatorOwned, voided },
    lastPiece: await receive(await add('Clock', 1), 1),
    stale: await receive(await add('Milk', 1), 5, {
      expiresOn: monthStart(-1).replace(/01$/, '20'),
    }),
    dear: await receive(await add('Piano', 1), 1, { ...owned, unitCost: cny('900000') }),
    exchange: await exchange(soap, 1),
    toVoid: await exchange(soap, 1),
  };
}

/** The operator states a month, and the foundation accepts it: it waits to be paid. */
async function statedAndChecked(run: Run, home: CommunityWorld, storeId: string, month: string) {
  const { communityId, id } = await run(home.storekeeper, (work) =>
    issueStatement(work, { storeId, month }),
  );
  const statementId = toGlobalId('OperatorStatement', communityId, id);
  await run(home.secretary, (work) => checkStatement(work, { statementId }));
}
