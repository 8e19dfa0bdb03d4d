import type { Day } from '../kernel/calendar';

/** The words of the till's papers in one language. */
export interface SlipWords {
  readonly title: string;
  readonly number: string;
  readonly occurredAt: string;
  readonly resident: string;
  readonly each: (quantity: number, unit: string, price: number) => string;
  readonly credits: (credits: number) => string;
  readonly total: string;
  readonly walletAfter: string;
  readonly allowance: (name: string) => string;
  readonly pieces: (pieces: number, lastDay: Day) => string;
  readonly voided: string;
  readonly voidedBecause: (at: string, reason: string) => string;
  readonly scan: string;
  readonly note: string;
  readonly card: string;
  readonly cardFor: string;
  readonly cardNote: string;
}

const zh: SlipWords = {
  title: '兑换小票',
  number: '单号',
  occurredAt: '时间',
  resident: '居民',
  each: (quantity, unit, price) => `${quantity} ${unit} × ${price} 积分`,
  credits: (credits) => `${credits} 积分`,
  total: '合计',
  walletAfter: '兑换后余额',
  allowance: (name) => `${name}本月还可领`,
  pieces: (pieces, lastDay) => `${pieces} 件（至 ${lastDay}）`,
  voided: '已作废',
  voidedBecause: (at, reason) => `${at} 作废，原因：${reason}`,
  scan: '扫码查看本次兑换',
  note: '请当面核对物品与积分。',
  card: '居民卡',
  cardFor: '持卡人',
  cardNote: '在慈善超市出示此卡。遗失请告知超市或社区。',
};

const en: SlipWords = {
  title: 'Exchange slip',
  number: 'No.',
  occurredAt: 'Time',
  resident: 'Resident',
  each: (quantity, unit, price) => `${quantity} × ${unit} at ${price}`,
  credits: (credits) => `${credits} ${credits === 1 ? 'credit' : 'credits'}`,
  total: 'Total',
  walletAfter: 'In the wallet after it',
  allowance: (name) => `${name} still this month`,
  pieces: (pieces, lastDay) => `${pieces} (to ${lastDay})`,
  voided: 'VOID',
  voidedBecause: (at, reason) => `Taken back at ${at}: ${reason}`,
  scan: 'Scan to open this exchange',
  note: 'Please check the goods and the credits at the till.',
  card: 'Resident card',
  cardFor: 'For',
  cardNote: 'Show it at the charity supermarket. If it is lost, tell the store or the community.',
};

export const SLIP_WORDS = { zh, en };
