import { toMoney } from '../api/money.graphql';
import { authorise } from '../kernel/actor';
import { amount, toDecimal, type Amount } from '../kernel/amount';
import { Refusal } from '../kernel/refusal';
import type { UnitOfWork } from '../kernel/unit-of-work';
import { needPlace } from '../society/place.reader';
import { needDeclaration, outstandingOf } from './declaration.reader';
import { divideReceived, mayRemit, type RemitSurplusInput } from './remit-surplus';
import type { RemittanceShare } from './remittance.reader';

/** What a remittance would do. */
export interface RemittancePreview {
  readonly communityId: string;
  readonly planId: string;
  readonly foundationId: string;
  readonly amount: Amount;
  readonly outstandingAfter: Amount;
  readonly shares: readonly RemittanceShare[];
}

/**
 * What remitSurplus would do with the same input; records nothing (C7; who may remit). Refuses what
 * that refuses, but for the key.
 */
export async function previewRemittance(
  work: UnitOfWork,
  input: Omit<RemitSurplusInput, 'idempotencyKey'>,
): Promise<RemittancePreview> {
  const declared = await needDeclaration(work, input.declarationId, ['declarationId']);
  const books = await needPlace(work, declared.communityId, ['declarationId']);
  authorise(work.actor, mayRemit(work.actor, declared.enterpriseId, books));
  const { received, division } = await divideReceived(work, declared, books, input);
  const { asset } = received;
  const outstanding = amount(asset, await outstandingOf(work.db, declared));
  if (received.minor > outstanding.minor) {
    const said = { available: toDecimal(outstanding), required: toDecimal(received) };
    const facts = { ...said, outstanding: toMoney(outstanding) };
    throw new Refusal('PLEDGE_EXCEEDED', facts, ['amount']);
  }
  return {
    communityId: declared.communityId,
    planId: division.planId,
    foundationId: division.at.foundationId,
    amount: received,
    outstandingAfter: amount(asset, outstanding.minor - received.minor),
    shares: division.parts.flatMap(({ booksId, shares }) =>
      shares.map((share) => ({ booksId, ...share })),
    ),
  };
}
