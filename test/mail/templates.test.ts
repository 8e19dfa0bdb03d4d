import { date, money } from '../../src/mail/in-words';
import { render } from '../../src/mail/render';
import { letterOf, TEMPLATES, type TemplateName } from '../../src/mail/templates';

const NAMES = Object.keys(TEMPLATES) as TemplateName[];
const LOCALES = ['zh', 'en'] as const;
const EACH = NAMES.flatMap((name) => LOCALES.map((locale) => [name, locale] as const));

/** The facts of a template's example, and the paths in them that somebody reads. */
function watched(facts: object): { facts: object; read: Set<string> } {
  const read = new Set<string>();
  const watch = (value: object, at: string): object =>
    new Proxy(value, {
      get: (target, key) => {
        const found: unknown = Reflect.get(target, key);
        read.add(`${at}${String(key)}`);
        return found !== null && typeof found === 'object'
          ? watch(found, `${at}${String(key)}.`)
          : found;
      },
    });
  return { facts: watch(facts, ''), read };
}

function pathsOf(facts: object, at = ''): string[] {
  return Object.entries(facts).flatMap(([key, value]: [string, unknown]) => [
    `${at}${key}`,
    ...(value !== null && typeof value === 'object' ? pathsOf(value, `${at}${key}.`) : []),
  ]);
}

/** The same facts, with a text in place of every text; money, days and links stay readable. */
function withTexts(facts: object, text: string): object {
  const texts = ['giver', 'foundation', 'purpose', 'reason', 'number'];
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]: [string, unknown]) => [
      key,
      value !== null && typeof value === 'object'
        ? withTexts(value, text)
        : texts.includes(key)
          ? text
          : value,
    ]),
  );
}

test.each(EACH)('%s in %s uses all of its facts', (template, locale) => {
  const { facts, read } = watched(TEMPLATES[template].example);
  const { subject, text, html } = render(letterOf({ template, locale, facts }), locale);
  expect([...read].sort()).toEqual(pathsOf(TEMPLATES[template].example).sort());
  for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|null|NaN|\[object/);
  expect(text).toContain('永乐社区基金会');
  expect(text).toContain(locale === 'zh' ? '1,234.50 元' : 'CNY 1,234.50');
  expect(text).toContain(locale === 'zh' ? '没有真实的款项' : 'no money has moved');
  // Plain text and HTML lead to the same places.
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!);
  expect(text.match(/https:\S+/g)).toEqual(links);
  expect(links.length).toBe(pathsOf(TEMPLATES[template].example).filter(isLink).length);
});

const isLink = (path: string) => /link$/i.test(path);

test.each(EACH)('%s in %s escapes whatever people wrote', (template, locale) => {
  const facts = withTexts(TEMPLATES[template].example, '<script>"x"&\r\nBcc: \'y\'</script>');
  const { subject, text, html } = render(letterOf({ template, locale, facts }), locale);
  expect(html).not.toMatch(/<script|"x"|'y'|x"&\s/);
  expect(html).toContain('&lt;script&gt;&quot;x&quot;&amp; Bcc: &#39;y&#39;&lt;/script&gt;');
  expect(subject).not.toMatch(/[\r\n]/);
  expect(text).not.toMatch(/^Bcc/m);
});

test.each(EACH)('%s in %s goes without what need not be known', (template, locale) => {
  const bare = { giver: null, acknowledgement: null, correction: null, nextTryOn: null };
  const facts = { ...TEMPLATES[template].example, ...bare, isDemo: undefined };
  const { text } = render(letterOf({ template, locale, facts }), locale);
  expect(text).not.toMatch(/undefined|null|2026-0001/);
  expect(text).toMatch(locale === 'zh' ? /^您好：\n/ : /^Dear friend,\n/);
  expect(text).not.toMatch(/演示|demonstration/);
});

const greeting = (giver: string, locale: 'zh' | 'en' = 'en') => {
  const facts = { ...TEMPLATES.donationFailed.example, giver };
  return letterOf({ template: 'donationFailed', locale, facts }).greeting;
};

test('a giver is greeted by name, but not with an advertisement for one', () => {
  expect(greeting('李秀英', 'zh')).toBe('李秀英，您好：');
  expect(greeting('J. P. O’Neill Jr.')).toBe('Dear J. P. O’Neill Jr.,');
  for (const name of ['win at cheap.example', 'http://x', 'a@b', 'WWW casino', 'x'.repeat(61), ' '])
    expect(greeting(name)).toBe('Dear friend,');
});

test('a letter links to web pages only', () => {
  for (const againLink of ['javascript:alert(1)', 'data:text/html,x', '/relative']) {
    const facts = { ...TEMPLATES.donationFailed.example, againLink };
    const letter = letterOf({ template: 'donationFailed', locale: 'en', facts });
    expect(() => render(letter, 'en')).toThrow();
  }
});

test('there is no letter of another name', () => {
  for (const template of ['toString', 'constructor', 'nothing'])
    expect(() => letterOf({ template, locale: 'en', facts: {} })).toThrow('No letter');
});

test('money and days as people write them', () => {
  expect(money('zh', { amount: '1234567.00', currency: 'CNY' })).toBe('1,234,567.00 元');
  expect(money('en', { amount: '5000', currency: 'JPY' })).toBe('JPY 5,000');
  expect(money('en', { amount: '0.50', currency: 'EUR' })).toBe('EUR 0.50');
  expect(date('zh', '2026-03-05')).toBe('2026年3月5日');
  expect(date('en', '2026-12')).toBe('December 2026');
});
