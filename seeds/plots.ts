/** Something that happens to an application, in this order. */
export type Step =
  | 'approve'
  | 'approve again'
  | 'decline'
  | 'decline again'
  | 'stand aside'
  | 'withdraw'
  | 'request'
  | 'pay'
  | 'accept'
  | 'return'
  | 'cancel';

export interface Plot {
  readonly shop: number;
  readonly team: number;
  readonly title: string;
  /** Whole yuan of each tranche. */
  readonly tranches: readonly number[];
  readonly month: number;
  readonly steps: readonly Step[];
}

const AWARD: Step[] = ['approve', 'approve again'];
const PAID: Step[] = ['request', 'pay'];

/** The street's grants, one in every stage that a grant can be in. */
export const PLOTS: readonly Plot[] = [
  {
    shop: 0,
    team: 1,
    title: '独居老人家电巡修',
    tranches: [600, 600],
    month: 2,
    steps: [...AWARD, ...PAID, 'accept', ...PAID, 'accept', 'return'],
  },
  {
    shop: 0,
    team: 2,
    title: '每月一次上门理发',
    tranches: [500, 500],
    month: 6,
    steps: [...AWARD, ...PAID, 'accept', 'request'],
  },
  {
    shop: 0,
    team: 5,
    title: '编织课堂进楼道',
    tranches: [900, 300],
    month: 9,
    steps: [...AWARD, ...PAID],
  },
  { shop: 1, team: 0, title: '钟点家政互助站', tranches: [800, 400], month: 10, steps: AWARD },
  { shop: 1, team: 3, title: '旧衣改购物袋', tranches: [600, 500], month: 11, steps: ['approve'] },
  {
    shop: 2,
    team: 4,
    title: '放学后看护小分队',
    tranches: [700, 500],
    month: 5,
    steps: [...AWARD, ...PAID, 'cancel'],
  },
  {
    shop: 2,
    team: 2,
    title: '理发工具更新',
    tranches: [1500],
    month: 7,
    steps: ['decline', 'decline again'],
  },
  {
    shop: 3,
    team: 1,
    title: '楼道灯一键报修',
    tranches: [400],
    month: 11,
    steps: ['stand aside'],
  },
  { shop: 3, team: 5, title: '冬衣编织', tranches: [300], month: 8, steps: ['withdraw'] },
];
