/** What the payment page says, in both of its languages. */
export interface Words {
  readonly language: string;
  readonly title: string;
  readonly noMoney: string;
  readonly noMoneyMore: string;
  readonly to: string;
  readonly monthly: string;
  readonly method: string;
  readonly methods: Readonly<Record<string, string>>;
  readonly pay: string;
  readonly pending: string;
  readonly fail: string;
  readonly cancel: string;
  readonly complete: string;
  readonly expired: string;
  readonly unknown: string;
  readonly back: string;
}

export const CHINESE: Words = {
  language: 'zh-CN',
  title: '付款',
  noMoney: '演示：不会真的付款',
  noMoneyMore: '这个页面代替支付平台，只供试用。没有任何钱会被扣除。',
  to: '收款方：',
  monthly: '每月一次',
  method: '付款方式',
  methods: { card: '银行卡', alipay: '支付宝', wechat_pay: '微信支付' },
  pay: '付款成功',
  pending: '先待处理，稍后付款成功',
  fail: '付款失败',
  cancel: '返回，不付款',
  complete: '这次付款已经完成。',
  expired: '这次付款已经过期，请回到原来的页面重新开始。',
  unknown: '没有这次付款。',
  back: '返回',
};

export const ENGLISH: Words = {
  language: 'en',
  title: 'Payment',
  noMoney: 'Demonstration: no money moves',
  noMoneyMore: 'This page stands in for the payment provider. Nothing is charged to anyone.',
  to: 'To:',
  monthly: 'every month',
  method: 'Pay with',
  methods: { card: 'Card', alipay: 'Alipay', wechat_pay: 'WeChat Pay' },
  pay: 'Pay',
  pending: 'Pending first, paid a little later',
  fail: 'Let the payment fail',
  cancel: 'Go back without paying',
  complete: 'This payment is complete.',
  expired: 'This payment has expired. Please go back and start again.',
  unknown: 'There is no such payment.',
  back: 'Go back',
};

/** The session's language, or else the browser's. */
export function wordsFor(locale: string | null, accepted: string | undefined): Words {
  const wanted = locale && locale !== 'auto' ? locale : (accepted ?? '');
  return /^\s*zh/i.test(wanted) ? CHINESE : ENGLISH;
}
