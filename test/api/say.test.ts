import { hasWords, languageOf, LANGUAGES, say } from '../../src/api/say';

test('a refusal is said in the language asked for, with its facts', () => {
  const facts = { available: '8.00', required: '8.01' };
  expect(say('en', 'POOL_SHORT', facts)).toBe('The pool has 8.00 available; 8.01 is needed.');
  expect(say('zh-CN', 'POOL_SHORT', facts)).toBe('资金池可用余额 8.00，需要 8.01。');
});

test('facts are put in as they are: neither escaped nor taken for templates', () => {
  const given = `<b>"{{given}}" & $t(BANK_SHORT)</b>`;
  expect(say('en', 'AMOUNT_UNREADABLE', { given })).toContain('<b>');
  expect(say('en', 'AMOUNT_UNREADABLE', { given: 'a & b' })).toBe('"a & b" is not an amount.');
});

test('there are words, or there are not', () => {
  for (const language of LANGUAGES) {
    expect(hasWords('POOL_SHORT', language)).toBe(true);
    expect(hasWords('NO_SUCH_CODE', language)).toBe(false);
  }
});

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['zh-CN', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['ZH-Hans-CN', 'zh-CN'],
  ['zh-TW,en;q=0.5', 'zh-CN'],
  ['en-GB,zh;q=0.9', 'en'],
  ['en;q=0.3, zh-CN;q=0.9', 'zh-CN'],
  ['fr,de;q=0.9,zh;q=0.1', 'zh-CN'],
  ['fr,de', 'en'],
  ['zh;q=0,en', 'en'],
  ['zh;q=0', 'en'],
  [' zh-CN ; q=1', 'zh-CN'],
  ['zh;q=nonsense', 'zh-CN'],
  [';;;,,,', 'en'],
  ['x'.repeat(100_000), 'en'],
])('Accept-Language %j means %s', (header, language) => {
  expect(languageOf(header?.slice(0, 100_000))).toBe(language);
});
