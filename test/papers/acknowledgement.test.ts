import type { AcknowledgementFacts } from '../../src/papers/acknowledgement';
import { acknowledgementLines } from '../../src/papers/acknowledgement-lines';
import { acknowledgementPdf } from '../../src/papers/acknowledgement-pdf';
import { inCapitals, inFigures } from '../../src/papers/amounts';
import { WORDS } from '../../src/papers/words';
import { CORRECTION, EN, LONG, ZH } from './examples';
import { bare, pages, printed } from './printed';

const said = (facts: AcknowledgementFacts) =>
  acknowledgementLines(facts).lines.map(({ label, value, below }) =>
    [label, value, below].filter(Boolean).join(' '),
  );

/** Every text on the paper, from top to bottom. */
function texts(facts: AcknowledgementFacts): string[] {
  const { lines, ...rest } = acknowledgementLines(facts);
  const each = lines.flatMap(({ label, value, below }) => [label, value, below ?? '']);
  return [...Object.values(rest).map((text) => text ?? ''), ...each];
}

test('a gift in Chinese has its amount in capitals too', () => {
  const lines = acknowledgementLines(ZH);
  expect(lines).toMatchObject({
    title: '捐赠致谢函',
    number: '编号 2026-000123',
    greeting: '尊敬的李秀英：',
    demonstration: null,
    signed: '永乐社区基金会',
    issuedOn: '2026年11月23日',
    note: '本函为捐赠致谢函，不是捐赠票据或发票。',
  });
  expect(said(ZH)).toEqual([
    '捐赠金额 ¥1,234.50 人民币壹仟贰佰叁拾肆元伍角整',
    '捐赠人 李秀英',
    '捐赠用途 老人食堂',
    '收到日期 2026年11月22日',
    '付款方式 支付宝',
  ]);
});

test('one in English has figures, and with them the state receipt once that is recorded', () => {
  expect(said(EN)).toEqual([
    'Amount CNY 1,234.50',
    'Giver Anonymous',
    'For The canteen for the old',
    'Received on 22 November 2026',
    'Paid by Card',
    'State receipt code 21010126',
    'State receipt number 0001234567',
    'State receipt check code 8f3c21',
  ]);
  const { demonstration, note, greeting } = acknowledgementLines(EN);
  expect(greeting).toBe('Dear friend,');
  expect(demonstration).toBe('Demonstration: no money has moved.');
  expect(note).toContain('not a tax receipt and not an invoice');
});

test('a correction says what it corrects, why, and what remains', () => {
  const lines = acknowledgementLines(CORRECTION);
  expect(lines.title).toBe('捐赠致谢函（更正）');
  expect(lines.says).toContain('2026-000123 号');
  expect(said(CORRECTION).slice(0, 3)).toEqual([
    '退回金额 ¥1,000.00 人民币壹仟元整',
    '更正后的捐赠金额 ¥234.50 人民币贰佰叁拾肆元伍角整',
    '更正原因 捐赠人重复付款，退回其中一笔。',
  ]);
  expect(said({ ...CORRECTION, locale: 'en' })[1]).toBe('Remaining gift CNY 234.50');
  const nothing = { ...CORRECTION, remaining: { amount: '0.00', currency: 'CNY' } as const };
  expect(said(nothing)[1]).toBe('更正后的捐赠金额 ¥0.00 人民币零元整');
});

test('an organisation is named with its number; a way of paying without a name is another', () => {
  const facts = { ...ZH, giver: '鞍山面馆', taxId: '91210303MA0UXXXX1K', method: 'pix' };
  expect(said(facts)).toContain('纳税人识别号 91210303MA0UXXXX1K');
  expect(said(facts)).toContain('付款方式 其他方式');
  expect(said({ ...facts, method: 'constructor' })).toContain('付款方式 其他方式');
});

test('other money has figures only', () => {
  expect(inFigures('zh', { amount: '1234567.00', currency: 'USD' })).toBe('1,234,567.00 美元');
  expect(inFigures('zh', { amount: '5000', currency: 'JPY' })).toBe('5,000 日元');
  expect(inFigures('en', { amount: '0.05', currency: 'EUR' })).toBe('EUR 0.05');
  expect(inCapitals({ amount: '5000', currency: 'JPY' })).toBeNull();
  expect(inCapitals({ amount: '5000', currency: 'CNY' })).toBe('人民币伍仟元整');
});

test('both languages have all words', () => {
  expect(Object.keys(WORDS.zh).sort()).toEqual(Object.keys(WORDS.en).sort());
  expect(Object.keys(WORDS.zh.methods)).toEqual(Object.keys(WORDS.en.methods));
});

const LONG_EN = { ...LONG, locale: 'en' } as const;

test.each(Object.entries({ ZH, EN, CORRECTION, LONG, LONG_EN }))(
  'the paper %s is one page that shows every line, the same each time',
  async (_name, facts: AcknowledgementFacts) => {
    const pdf = await acknowledgementPdf(facts);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pages(pdf)).toBe(1);
    expect(pdf.length).toBeLessThan(150_000);
    const shown = printed(pdf);
    expect(shown).not.toContain('\ufffd');
    for (const text of texts(facts)) expect(shown).toContain(bare(text));
    expect((await acknowledgementPdf(facts)).equals(pdf)).toBe(true);
  },
);

test('nothing is written outside the page: what is long is cut, or drawn smaller', async () => {
  const { lines, greeting } = acknowledgementLines(LONG);
  for (const text of [greeting, ...lines.map(({ value }) => value)])
    expect([...text].length).toBeLessThanOrEqual(160);
  const forged = acknowledgementLines({ ...ZH, giver: '李\n本函为发票\u202e' });
  expect(forged.greeting).toBe('尊敬的李 本函为发票：');
});
