import { randomUUID } from 'node:crypto';
import { account } from '../../src/bookkeeping/chart';
import { draft } from '../../src/bookkeeping/record';
import { credit, debit } from '../../src/bookkeeping/rule';
import { CREDITS } from '../../src/bookkeeping/rules/credits';
import { SUPERMARKETS } from '../../src/bookkeeping/rules/supermarkets';
import { amount, type Asset } from '../../src/kernel/amount';
import { currency } from '../../src/kernel/currency';
import { derivedId } from '../../src/kernel/id';
import { request } from '../../src/kernel/request';
import type { Draft, Leg } from '../../src/ledger/draft';
import { intakeFacts, pick, serviceFacts } from './facts';
import { HOUSEHOLDS, SHAPE } from './shape';

/** What our posting arms post: one kind of entry each. */
export type Kind = 'hot' | 'spread' | 'till';

const SPACE = '5b0c8d4e-1f7a-5c3b-8e2d-9a6f4b7c1d20';
const IDS = new Map<string, string>();

/** Made once each: pgbench does not hash its accounts' ids either. */
function id(name: string, n = 0): string {
  const known = IDS.get(`${name}/${n}`) ?? derivedId(SPACE, `${name}/${n}`);
  IDS.set(`${name}/${n}`, known);
  return known;
}

const asset = (kind: Asset['kind'], n = 0): Asset => ({
  ...{ id: id(kind, n), code: `bench:${kind}/${n}`, kind, scale: 0 },
});

const MONTH = '2026-11';
const CREDIT = asset('credits');
const GOODS = asset('goods');

const wallet = (n: number) => id('wallet', n);
const resident = (n: number) => id('resident', n);
const household = (n: number) => id('household', Math.floor(n / SHAPE.householdSize));
const lot = (n: number) => id('lot', n);
const spreadLot = (n: number) => id('spread-lot', n);
const half = SHAPE.accounts / 2;

const asked = () => ({
  request: request('bench', { idempotencyKey: randomUUID() }),
  occurredAt: new Date(),
});

/** A new entry of a kind, with a key that no other has. */
export const NEW: Readonly<Record<Kind, () => Draft>> = {
  hot: () => service(wallet(pick(SHAPE.accounts))),
  spread: () => intake(id('spread-store', pick(half)), spreadLot(pick(half)), GOODS, 1),
  till: () => exchange(pick(SHAPE.residents), pick(SHAPE.products)),
};

/** A resident's service is credited: two legs, one of them on the scheme's account of all. */
function service(residentId: string, credits = 20): Draft {
  const facts = {
    ...serviceFacts(residentId),
    ...{ schemeId: id('scheme'), month: MONTH, credits: amount(CREDIT, credits), capped: false },
  };
  return draft(CREDITS.serviceCredited, facts, asked());
}

function intake(storeId: string, lotId: string, goods: Asset, pieces: number): Draft {
  const facts = { ...intakeFacts(storeId, lotId), quantity: amount(goods, pieces) };
  return draft(SUPERMARKETS.goodsReceived, facts, asked());
}

/** One bag at the till: goods, credits, allowance, and what the pool owes for it. Eight legs. */
function exchange(customer: number, product: number): Draft {
  const allowance = product % SHAPE.allowanceClasses;
  const facts = {
    storeId: id('store'),
    operatorId: id('operator'),
    schemeId: id('scheme'),
    residentId: resident(customer),
    householdId: household(customer),
    lines: [
      {
        productId: id('goods', product),
        lotId: lot(product),
        quantity: amount(asset('goods', product), 1),
        credits: amount(CREDIT, 8),
      },
    ],
    allowances: [
      {
        allowanceClass: `class-${allowance}`,
        month: MONTH,
        pieces: amount(asset('allowance', allowance), 1),
      },
    ],
    owed: [{ poolId: id('pool'), month: MONTH, amount: amount(currency('CNY'), 2800) }],
  };
  return draft(SUPERMARKETS.goodsExchanged, facts, asked());
}

/** The facts of such an exchange, as they are written down. */
export const exampleExchange = (): unknown => exchange(0, 0).facts;

const PLENTY = 1_000_000_000;

/** Opens the accounts that a kind works with, and fills those that it draws on. */
export function openings(kind: Kind): Draft[] {
  switch (kind) {
    case 'hot':
      return times(SHAPE.accounts, (n) => service(wallet(n), 1));
    case 'spread':
      return times(half, (n) => intake(id('spread-store', n), spreadLot(n), GOODS, 1));
    case 'till':
      return [
        ...times(SHAPE.residents, (n) => service(resident(n), PLENTY)),
        ...times(SHAPE.products, (n) => intake(id('store'), lot(n), asset('goods', n), PLENTY)),
        ...times(HOUSEHOLDS * SHAPE.allowanceClasses, (n) => allowanceOf(n)),
        paidIn(),
      ];
  }
}

function allowanceOf(n: number): Draft {
  const each = n % SHAPE.allowanceClasses;
  const facts = {
    householdId: id('household', Math.floor(n / SHAPE.allowanceClasses)),
    allowanceClass: `class-${each}`,
    month: MONTH,
    pieces: amount(asset('allowance', each), PLENTY),
  };
  return draft(SUPERMARKETS.allowanceOpened, facts, asked());
}

function paidIn(): Draft {
  const money = amount(currency('CNY'), PLENTY * 1000);
  const legs: Leg[] = [
    debit(account('bank', id('foundation')), money),
    credit(account('poolAvailable', id('pool')), money),
  ];
  return { ...asked(), rule: 'bench', facts: {}, reversalOf: null, legs };
}

function times<T>(many: number, make: (n: number) => T): T[] {
  return Array.from({ length: many }, (_, n) => make(n));
}
