import type { AcknowledgementFacts } from '../../src/papers/acknowledgement';

export const ZH: AcknowledgementFacts & { kind: 'gift' } = {
  kind: 'gift',
  locale: 'zh',
  number: '2026-000123',
  foundation: '永乐社区基金会',
  giver: '李秀英',
  taxId: null,
  purpose: '老人食堂',
  receivedOn: '2026-11-22',
  issuedOn: '2026-11-23',
  method: 'alipay',
  provider: 'stripe',
  receipt: null,
  amount: { amount: '1234.50', currency: 'CNY' },
};

export const EN: AcknowledgementFacts & { kind: 'gift' } = {
  ...ZH,
  locale: 'en',
  foundation: 'Yongle Community Foundation',
  giver: null,
  purpose: 'The canteen for the old',
  method: 'card',
  provider: 'local',
  receipt: { code: '21010126', number: '0001234567', checkCode: '8f3c21' },
};

export const CORRECTION: AcknowledgementFacts & { kind: 'correction' } = {
  ...ZH,
  kind: 'correction',
  number: '2026-000124',
  corrects: '2026-000123',
  reason: '捐赠人重复付款，退回其中一笔。',
  amount: { amount: '1000.00', currency: 'CNY' },
  remaining: { amount: '234.50', currency: 'CNY' },
};

/** Everything there can be on the paper, and as long as it can be. */
export const LONG: AcknowledgementFacts & { kind: 'correction' } = {
  ...CORRECTION,
  foundation: '鞍山市铁西区战前街道永乐社区互助养老与邻里公益基金会'.repeat(8),
  giver: 'Verylongnamewithoutasinglespace'.repeat(10),
  purpose: '为独居老人修缮屋顶与更换门窗的邻里互助项目（第二期）'.repeat(10),
  reason: '捐赠人因误操作重复付款，经核对后退回其中一笔。'.repeat(100),
  taxId: '91210303MA0UXXXX1K'.repeat(4),
  provider: 'local',
  receipt: { code: '2'.repeat(100), number: '3'.repeat(100), checkCode: '4'.repeat(100) },
  amount: { amount: '99999999999.99', currency: 'CNY' },
  remaining: { amount: '77777777777.77', currency: 'CNY' },
};
