import { toGlobalId } from '../../../src/kernel/global-id';
import { addProduct } from '../../../src/supermarkets/add-product';
import { answerDispute } from '../../../src/supermarkets/answer-dispute';
import { disputeStatementLine } from '../../../src/supermarkets/dispute-statement-line';
import { issueStatement } from '../../../src/supermarkets/issue-statement';
import { openStore } from '../../../src/supermarkets/open-store';
import { receiveGoods } from '../../../src/supermarkets/receive-goods';
import { recordExchange } from '../../../src/supermarkets/record-exchange';
import type { CommunityWorld, World } from '../../support/world';
import { cny, key, type Run } from './furnish';
import { month, noon } from './moments';

/** A store that lives by its operator's own goods: in each of five months one piece was taken. */
export interface Stated {
  readonly store: string;
  /** Last month has no statement yet. Two that nobody has checked: */
  readonly toCheck: string;
  readonly toDispute: string;
  /** A dispute that nobody has answered, and one on which the operator insists. */
  readonly toAnswer: string;
  readonly toSettle: string;
}

export async function stateMonths(
  run: Run,
  { officer }: World,
  home: CommunityWorld,
  poolId: string,
): Promise<Stated> {
  const first = noon(`${month(-5)}-10`);
  const communityId = home.place.globalId;
  const { storekeeper, secretary, clerk } = home;
  const opening = {
    ...{ communityId, name: 'Store of the operator', code: 'O1', poolId },
    ...{ operatorId: home.operator.globalId, premisesOwnerId: home.committee.globalId },
  };
  const { id: storeRow } = await run(officer, (work) => openStore(work, opening), first);
  const store = toGlobalId('Store', home.id, storeRow);
  const vinegar = { communityId, name: 'Vinegar', unit: 'bottle', price: 1 };
  const { id: productRow } = await run(storekeeper, (work) => addProduct(work, vinegar), first);
  const productId = toGlobalId('Product', home.id, productRow);
  const goods = {
    ...{ idempotencyKey: key(), storeId: store, productId, quantity: 50 },
    ...{ source: 'OPERATOR_OWNED' as const, unitCost: cny('3.00') },
  };
  await run(storekeeper, (work) => receiveGoods(work, goods), first);
  const take = async (monthsAgo: number) => {
    const on = noon(`${month(-monthsAgo)}-11`);
    const basket = {
      ...{ idempotencyKey: key(), storeId: store, occurredAt: on },
      ...{ residentId: home.leader.resident.globalId, lines: [{ productId, quantity: 1 }] },
    };
    await run(clerk, (work) => recordExchange(work, basket), on);
    return month(-monthsAgo);
  };
  const state = async (monthsAgo: number) => {
    const of = { storeId: store, month: await take(monthsAgo) };
    const { id } = await run(storekeeper, (work) => issueStatement(work, of));
    return toGlobalId('OperatorStatement', home.id, id);
  };
  const dispute = async (monthsAgo: number) => {
    const about = { statementId: await state(monthsAgo), line: 1, pieces: 1 };
    const asked = { idempotencyKey: key(), ...about, reason: 'It was never on the shelf' };
    const { id } = await run(secretary, (work) => disputeStatementLine(work, asked));
    return toGlobalId('OperatorDispute', home.id, id);
  };
  const insist = async (disputeId: string) => {
    const says = { answer: 'insist' as const, says: 'Here is its slip' };
    await run(storekeeper, (work) =>
      answerDispute(work, { idempotencyKey: key(), disputeId, ...says }),
    );
    return disputeId;
  };
  const toSettle = await insist(await dispute(5));
  const toAnswer = await dispute(4);
  const stated = { toSettle, toAnswer, toDispute: await state(3), toCheck: await state(2) };
  await take(1);
  return { store, ...stated };
}
