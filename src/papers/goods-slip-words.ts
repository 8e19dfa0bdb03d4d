import type { Day } from '../kernel/calendar';

/** The words of the slip for a giver of goods in one language. */
export interface GoodsSlipWords {
  readonly acknowledges: string;
  readonly receives: string;
  readonly number: string;
  readonly receivedAt: string;
  readonly giver: string;
  readonly unnamed: string;
  readonly drive: string;
  readonly place: string;
  readonly goodUntil: (unit: string, day: Day) => string;
  readonly total: string;
  readonly pieces: (pieces: number) => string;
  readonly earned: string;
  readonly credits: (credits: number) => string;
  readonly scan: string;
  readonly thanks: string;
  readonly noGift: string;
}

const zh: GoodsSlipWords = {
  acknowledges: '捐赠物资致谢凭条',
  receives: '物资接收凭条',
  number: '编号',
  receivedAt: '接收时间',
  giver: '捐赠人',
  unnamed: '匿名',
  drive: '募集活动',
  place: '地点',
  goodUntil: (unit, day) => `${unit}，保质期至 ${day}`,
  total: '合计',
  pieces: (pieces) => `${pieces} 件`,
  earned: '所得积分',
  credits: (credits) => `${credits} 积分`,
  scan: '扫码查看这些物资的去向',
  thanks: '感谢您的善意。本凭条不是捐赠票据或发票。',
  noGift: '这些物资已换取积分，本凭条不作捐赠致谢之用。',
};

const en: GoodsSlipWords = {
  acknowledges: 'Acknowledgement of goods given',
  receives: 'Goods received',
  number: 'No.',
  receivedAt: 'Received',
  giver: 'From',
  unnamed: 'a giver who is not named',
  drive: 'Drive',
  place: 'Place',
  goodUntil: (unit, day) => `${unit}, good until ${day}`,
  total: 'Total',
  pieces: (pieces) => `${pieces} ${pieces === 1 ? 'piece' : 'pieces'}`,
  earned: 'Credits earned',
  credits: (credits) => `${credits} ${credits === 1 ? 'credit' : 'credits'}`,
  scan: 'Scan to see what became of them',
  thanks: 'Thank you for your kindness. This is not a tax receipt and not an invoice.',
  noGift: 'These goods earned credits: this slip does not acknowledge a gift.',
};

export const GOODS_SLIP_WORDS = { zh, en };
