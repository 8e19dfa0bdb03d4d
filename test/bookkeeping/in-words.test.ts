import { CHART } from '../../src/bookkeeping/chart';
import chinese from '../../src/bookkeeping/in-chinese.json';
import { kindInWords, ruleInWords, rulesInWords } from '../../src/bookkeeping/in-words';
import { CHAPTERS } from '../../src/bookkeeping/rules/chapters';

test('the textbook is in Chinese as it is in English: nothing is missing, nothing left over', () => {
  const rules = CHAPTERS.flatMap((chapter) => Object.values(chapter.rules).map(({ name }) => name));
  expect(Object.keys(chinese.rules).sort()).toEqual([...rules, 'reversal'].sort());
  expect(Object.keys(chinese.chart).sort()).toEqual(Object.keys(CHART).sort());
  expect(Object.keys(chinese.chapters)).toEqual(CHAPTERS.map(({ title }) => title));
});

test('what is read is Chinese, in its own punctuation', () => {
  const texts = JSON.stringify(Object.values(chinese).map((part) => Object.values(part)));
  expect(texts.match(/[a-z;:?!()]{2,}/gi)?.filter((word) => !/says|title/.test(word)) ?? [])
    // Between the texts stands JSON alone.
    .toEqual([]);
});

test('a rule and a kind of account are called by their names in either language', () => {
  expect(ruleInWords('surplusRemitted', 'en').title).toBe('Surplus remitted');
  expect(ruleInWords('surplusRemitted', 'en').says).toContain('An enterprise pays part');
  expect(ruleInWords('surplusRemitted', 'zh-CN').title).toBe('盈余捐入');
  expect(ruleInWords('reversal', 'en').says).toContain('mirror image');
  expect(kindInWords('poolAvailable', 'en')).toBe('Pool available');
  expect(kindInWords('poolAvailable', 'zh-CN')).toBe('资金池可用');
  expect(rulesInWords('zh-CN').at(-1)).toMatchObject({ name: 'reversal', chapter: '更正' });
});
