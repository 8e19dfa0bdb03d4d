import type { Day } from '../kernel/calendar';

/** The words of the papers in one language. */
export interface Words {
  readonly title: { readonly gift: string; readonly correction: string };
  readonly number: (number: string) => string;
  readonly greeting: (giver: string | null) => string;
  readonly thanks: (day: string, purpose: string) => string;
  readonly correction: (number: string) => string;
  readonly day: (day: Day) => string;
  readonly amount: string;
  readonly returned: string;
  readonly remains: string;
  readonly reason: string;
  readonly giver: string;
  readonly anonymous: string;
  readonly taxId: string;
  readonly purpose: string;
  readonly receivedOn: string;
  readonly method: string;
  readonly methods: Readonly<Record<string, string | undefined>>;
  readonly otherMethod: string;
  readonly receiptCode: string;
  readonly receiptNumber: string;
  readonly receiptCheckCode: string;
  readonly demonstration: string;
  readonly note: string;
}

const zh: Words = {
  title: { gift: '捐赠致谢函', correction: '捐赠致谢函（更正）' },
  number: (number) => `编号 ${number}`,
  greeting: (giver) => `尊敬的${giver ?? '捐赠人'}：`,
  thanks: (day, purpose) =>
    `本会已于${day}收到下列捐赠，将用于“${purpose}”。感谢您的善意与信任，谨此致谢。`,
  correction: (number) => `本会开具的 ${number} 号捐赠致谢函，现更正如下，以本函为准。`,
  day: (day) => {
    const [year, month, date] = day.split('-').map(Number);
    return `${year}年${month}月${date}日`;
  },
  amount: '捐赠金额',
  returned: '退回金额',
  remains: '更正后的捐赠金额',
  reason: '更正原因',
  giver: '捐赠人',
  anonymous: '匿名',
  taxId: '纳税人识别号',
  purpose: '捐赠用途',
  receivedOn: '收到日期',
  method: '付款方式',
  methods: { card: '银行卡', alipay: '支付宝', wechat_pay: '微信支付' },
  otherMethod: '其他方式',
  receiptCode: '捐赠票据代码',
  receiptNumber: '捐赠票据号码',
  receiptCheckCode: '捐赠票据校验码',
  demonstration: '演示：本函由演示系统生成，没有真实的款项往来。',
  note: '本函为捐赠致谢函，不是捐赠票据或发票。',
};

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

const en: Words = {
  title: { gift: 'Acknowledgement of a gift', correction: 'Correction of an acknowledgement' },
  number: (number) => `No. ${number}`,
  greeting: (giver) => `Dear ${giver ?? 'friend'},`,
  thanks: (day, purpose) =>
    `On ${day} we received the gift below. It is for “${purpose}”. Thank you for your kindness and your trust.`,
  correction: (number) =>
    `Our acknowledgement No. ${number} is corrected as follows; this letter takes its place.`,
  day: (day) => {
    const [year, month = 1, date] = day.split('-').map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  },
  amount: 'Amount',
  returned: 'Returned',
  remains: 'Remaining gift',
  reason: 'Reason',
  giver: 'Giver',
  anonymous: 'Anonymous',
  taxId: 'Tax number',
  purpose: 'For',
  receivedOn: 'Received on',
  method: 'Paid by',
  methods: { card: 'Card', alipay: 'Alipay', wechat_pay: 'WeChat Pay' },
  otherMethod: 'Another way',
  receiptCode: 'State receipt code',
  receiptNumber: 'State receipt number',
  receiptCheckCode: 'State receipt check code',
  demonstration: 'Demonstration: no money has moved.',
  note: 'This letter acknowledges a gift. It is not a tax receipt and not an invoice.',
};

export const WORDS = { zh, en };
