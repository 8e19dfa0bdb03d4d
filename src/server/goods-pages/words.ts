import { date } from '../../mail/in-words';
import type { Day } from '../../kernel/calendar';

/** What the pages for givers of goods say, in one of their languages. */
const zh = {
  title: '您捐的物资',
  received: '本超市已收到，谢谢您',
  thanked: (credits: number) => `已收到，并记 ${credits} 积分`,
  number: '编号',
  giver: '捐赠人',
  unnamed: '匿名',
  drive: '募集活动',
  on: (day: Day) => date('zh', day),
  became: '这些物资的去向',
  pieces: (pieces: number, unit: string) => `${pieces} ${unit}`,
  whole: (pieces: number) => `共 ${pieces} 件`,
  shares: {
    on_shelf: (pieces: number) => `${pieces} 件仍在货架上`,
    exchanged: (pieces: number) => `${pieces} 件已由居民领取`,
    missing: (pieces: number) => `${pieces} 件盘点时缺失`,
    recalled: (pieces: number) => `${pieces} 件被召回`,
    written_off: (pieces: number) => `${pieces} 件已报损`,
    sent: (pieces: number) => `${pieces} 件正在调往其他超市`,
  },
  households: (households: number) => `领到这些物资的居民家庭：至少 ${households} 户。`,
  fewHouseholds: '领到这些物资的居民家庭还不到三户。',
  nobody: '还没有居民领取。',
  note: '按月份说明，不公布领取人。各项相加，就是收到的全部物资。',
  slip: '凭条',
  print: '打印凭条',
  keep: '请收好凭条：扫描上面的二维码，可以随时查看这些物资的去向，无需登录。',
};

export type GoodsWords = typeof zh;

const en: GoodsWords = {
  title: 'The goods you gave',
  received: 'The store has received them, thank you',
  thanked: (credits) => `Received, and ${credits} credits were earned`,
  number: 'No.',
  giver: 'From',
  unnamed: 'Not named',
  drive: 'Drive',
  on: (day) => date('en', day),
  became: 'What became of them',
  pieces: (pieces, unit) => `${pieces} × ${unit}`,
  whole: (pieces) => `${pieces} ${pieces === 1 ? 'piece' : 'pieces'} in all`,
  shares: {
    on_shelf: (pieces) => `${pieces} on the shelf`,
    exchanged: (pieces) => `${pieces} given to residents`,
    missing: (pieces) => `${pieces} missing when the store was counted`,
    recalled: (pieces) => `${pieces} called back`,
    written_off: (pieces) => `${pieces} written off`,
    sent: (pieces) => `${pieces} on the way to another store`,
  },
  households: (households) => `At least ${households} households got something of them.`,
  fewHouseholds: 'Fewer than three households got something of them so far.',
  nobody: 'Nobody has taken any of them yet.',
  note: 'Told by month; who got them is not. The parts add up to all that was received.',
  slip: 'Slip',
  print: 'Print the slip',
  keep: 'Keep the slip: its code shows at any time what became of the goods, without signing in.',
};

export const GOODS_WORDS = { zh, en };
