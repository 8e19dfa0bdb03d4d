import { total, type Amount } from '../../kernel/amount';
import { account } from '../chart';
import { chapter, credit, debit, rule } from '../rule';
import { credits, grain, rice, yuan } from './examples';

interface Intake {
  readonly storeId: string;
  readonly lotId: string;
  readonly source: 'DONATED' | 'PURCHASED' | 'OPERATOR_OWNED';
  readonly quantity: Amount;
}

/** Goods of one lot in an exchange, and their price. */
export interface ExchangedLine {
  readonly productId: string;
  readonly lotId: string;
  readonly quantity: Amount;
  readonly credits: Amount;
  /** Why they are not of the first lot to expire, where somebody chose otherwise. */
  readonly fefoReason?: string;
}

/** Pieces of a household's monthly allowance that an exchange takes up. */
export interface AllowanceDrawn {
  readonly allowanceClass: string;
  readonly month: string;
  readonly pieces: Amount;
}

/** What a pool comes to owe the operator for operator-owned goods in an exchange. */
export interface OperatorShare {
  readonly poolId: string;
  readonly month: string;
  readonly amount: Amount;
}

/**
 * The dated versions that decided an exchange: of the prices, of the allowances, and of the till's
 * rules; and whether it was a household with priority. None is ever changed: their ids will do.
 */
export interface DecidedBy {
  readonly prices: readonly string[];
  readonly allowances: readonly string[];
  readonly rules?: readonly string[];
  readonly priority?: boolean;
}

const shelved = ({ storeId, lotId, source, quantity }: Intake) => [
  debit(account('lotStock', lotId), quantity),
  credit(account('goodsReceived', storeId, source), quantity),
];

/** How goods come, go and are paid for in a charity supermarket (A1, A6). */
export const SUPERMARKETS = chapter({
  goodsReceived: rule<Intake>({
    says: 'Goods are received into a lot: given, or still owned by the operator.',
    example: { storeId: 'Store One', lotId: 'lot 7', source: 'DONATED', quantity: rice(40) },
    post: shelved,
  }),

  goodsPurchased: rule<Intake & { poolId: string; foundationId: string; cost: Amount }>({
    says: 'A pool buys welfare goods: the bank pays, and the goods stand in a lot.',
    example: {
      storeId: 'Store One',
      lotId: 'lot 8',
      source: 'PURCHASED',
      quantity: rice(20),
      poolId: 'welfare pool',
      foundationId: 'Zhanqian Foundation',
      cost: yuan(560),
    },
    post: (facts) => [
      ...shelved(facts),
      debit(account('goodsExpense', facts.poolId, facts.storeId), facts.cost),
      credit(account('bank', facts.foundationId), facts.cost),
      debit(account('poolAvailable', facts.poolId), facts.cost),
      credit(account('poolSpent', facts.poolId), facts.cost),
    ],
  }),

  allowanceOpened: rule<{
    householdId: string;
    allowanceClass: string;
    month: string;
    pieces: Amount;
  }>({
    says: "A household's first exchange of a month opens its allowance of a class of goods.",
    example: {
      householdId: 'household 12',
      allowanceClass: 'grain',
      month: '2026-03',
      pieces: grain(4),
    },
    post: ({ householdId, allowanceClass, month, pieces }) => [
      debit(account('allowanceGranted', householdId, allowanceClass), pieces),
      credit(account('householdAllowance', householdId, month), pieces),
    ],
  }),

  goodsExchanged: rule<{
    storeId: string;
    operatorId: string;
    schemeId: string;
    residentId: string;
    householdId: string;
    lines: ExchangedLine[];
    allowances: AllowanceDrawn[];
    owed: OperatorShare[];
    decidedBy?: DecidedBy;
  }>({
    says:
      'A resident exchanges credits for goods: goods leave their lots, credits leave the wallet, the ' +
      'household’s allowance is drawn, and for operator-owned goods the pool owes the operator.',
    example: {
      storeId: 'Store One',
      operatorId: 'Minsheng Trading',
      schemeId: 'Zhanqian credits',
      residentId: 'Li',
      householdId: 'household 12',
      lines: [{ productId: 'rice', lotId: 'lot 7', quantity: rice(2), credits: credits(16) }],
      allowances: [{ allowanceClass: 'grain', month: '2026-03', pieces: grain(2) }],
      owed: [{ poolId: 'welfare pool', month: '2026-03', amount: yuan(56) }],
    },
    post: (facts) => [
      ...facts.lines.flatMap((line) => [
        debit(account('goodsGiven', facts.storeId), line.quantity),
        credit(account('lotStock', line.lotId), line.quantity),
      ]),
      debit(account('wallet', facts.residentId), total(facts.lines.map((line) => line.credits))),
      credit(
        account('creditsRedeemed', facts.storeId),
        total(facts.lines.map((line) => line.credits)),
      ),
      ...facts.allowances.flatMap((drawn) => [
        debit(account('householdAllowance', facts.householdId, drawn.month), drawn.pieces),
        credit(account('allowanceUsed', facts.storeId), drawn.pieces),
      ]),
      ...facts.owed.flatMap((share) => [
        debit(account('poolAvailable', share.poolId), share.amount),
        credit(account('operatorOwed', share.poolId, facts.storeId, share.month), share.amount),
      ]),
    ],
  }),

  operatorSettled: rule<{
    storeId: string;
    operatorId: string;
    poolId: string;
    foundationId: string;
    month: string;
    amount: Amount;
    /** The checked statements that it pays, or the rest of them. */
    statementIds?: readonly string[];
  }>({
    says: "The foundation pays the operator for a month's operator-owned goods.",
    example: {
      storeId: 'Store One',
      operatorId: 'Minsheng Trading',
      poolId: 'welfare pool',
      foundationId: 'Zhanqian Foundation',
      month: '2026-03',
      amount: yuan(56),
    },
    post: ({ storeId, poolId, foundationId, month, amount }) => [
      debit(account('goodsExpense', poolId, storeId), amount),
      credit(account('bank', foundationId), amount),
      debit(account('operatorOwed', poolId, storeId, month), amount),
      credit(account('poolSpent', poolId), amount),
    ],
  }),
});
