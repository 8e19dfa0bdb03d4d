import { CITY, type Context } from '../../api/context';
import { toDecimal } from '../../kernel/amount';
import { authorise } from '../../kernel/actor';
import { dayOf, type Day } from '../../kernel/calendar';
import { currency, type MoneyInput } from '../../kernel/currency';
import type { TenantRef } from '../../kernel/global-id';
import { Refusal } from '../../kernel/refusal';
import { organisationById } from '../../society/organisation.reader';
import { place } from '../../society/place.reader';
import { disputeOfLine } from '../../supermarkets/operator-dispute.reader';
import type { OperatorStatementRow } from '../../supermarkets/operator-statement.entity';
import {
  linesOfStatement,
  operatorStatementById,
  type StatementLine,
} from '../../supermarkets/operator-statement.reader';
import { productById } from '../../supermarkets/product.reader';
import { storeById } from '../../supermarkets/store.reader';
import { mayReadCosts } from '../../supermarkets/supermarkets.policy';

/** An operator's statement as it is printed. */
export interface OperatorStatementFacts {
  readonly number: number;
  readonly month: string;
  readonly part: number;
  readonly store: string;
  readonly operator: string;
  readonly issuedOn: Day;
  readonly checkedOn: Day | null;
  readonly total: MoneyInput;
  readonly lines: readonly OperatorLine[];
}

export interface OperatorLine {
  readonly product: string;
  readonly unitCost: MoneyInput;
  readonly pieces: number;
  readonly voided: number;
  readonly amount: MoneyInput;
  /** What of it was disputed, and not kept. */
  readonly disputed: MoneyInput | null;
}

/** A statement, to whom its policy names. Refuses: `ID_UNKNOWN`. */
export async function readOperatorStatement(
  context: Context,
  { communityId, id }: TenantRef,
): Promise<OperatorStatementFacts> {
  const stated = await context.load(operatorStatementById, communityId, id);
  if (!stated) throw new Refusal('ID_UNKNOWN', { type: 'OperatorStatement' }, ['id']);
  const store = await context.load(storeById, communityId, stated.storeId);
  const at = await place(context, communityId);
  if (!store || !at) throw new Error(`Statement ${id} has no store`);
  authorise(context.actor, mayReadCosts(context.actor, at, store.operatorId));
  const operator = await context.load(organisationById, CITY, store.operatorId);
  const lines = await context.loadMany(linesOfStatement, communityId, id);
  return {
    ...{ number: stated.number, month: stated.month, part: stated.part, store: store.name },
    operator: operator?.name ?? '',
    issuedOn: dayOf(stated.issuedAt, at.timeZone),
    checkedOn: stated.checkedAt && dayOf(stated.checkedAt, at.timeZone),
    total: money(stated.currency, stated.total),
    lines: await Promise.all(lines.map((line) => lineOf(context, line))),
  };
}

async function lineOf(context: Context, line: StatementLine): Promise<OperatorLine> {
  const { communityId, currency: code, pieces, voided } = line;
  const product = await context.load(productById, communityId, line.productId);
  const dispute = await context.load(disputeOfLine, communityId, line.key);
  const open = dispute && dispute.state !== 'kept' ? dispute : null;
  return {
    ...{ product: product?.name ?? '', pieces, voided },
    unitCost: money(code, line.unitCost),
    amount: money(code, line.amount),
    disputed: open && money(code, open.amount),
  };
}

function money(code: OperatorStatementRow['currency'], minor: string): MoneyInput {
  return { amount: toDecimal({ asset: currency(code), minor: BigInt(minor) }), currency: code };
}
