import fs from 'node:fs';
import path from 'node:path';

const WEB = path.resolve(__dirname, '../../web');

type Words = Record<string, Record<string, string>>;

const files = (folder: string, pattern: RegExp): string[] =>
  fs
    .readdirSync(path.join(WEB, folder), { recursive: true })
    .map((name) => path.join(WEB, folder, String(name)))
    .filter((file) => pattern.test(file));

const words = new Map(
  files('words', /\.json$/).flatMap((file) =>
    Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')) as Words),
  ),
);
const sources = ['desks', 'public', 'kit'].flatMap((folder) => files(folder, /\.tsx?$/));
const text = sources.map((file) => fs.readFileSync(file, 'utf8')).join('\n');

test('every word of the screens is said in both languages', () => {
  expect(words.size).toBeGreaterThan(30);
  const wrong = [...words].filter(
    ([, said]) => Object.keys(said).sort().join() !== 'en,zh-CN' || !said.en || !said['zh-CN'],
  );
  expect(wrong.map(([key]) => key)).toEqual([]);
});

test('Chinese is set with Chinese marks, and both languages fill in the same facts', () => {
  const marks = [...words].filter(([, said]) =>
    /[\u4e00-\u9fff]\s?[,;:?!()]|[,;:?!(]\s?[\u4e00-\u9fff]/.test(said['zh-CN'] ?? ''),
  );
  expect(marks.map(([key]) => key)).toEqual([]);
  const factsOf = (said = '') => [...new Set(said.match(/\{\{\w+/g))].sort().join();
  // “One” needs no number in English.
  const uneven = [...words].filter(([key, said]) => {
    const [en, zh] = [factsOf(said.en), factsOf(said['zh-CN'])];
    return en !== zh && !(key.endsWith('_one') && `{{count${en && `,${en}`}` === zh);
  });
  expect(uneven.map(([key]) => key)).toEqual([]);
});

test('every key that a screen asks for has words', () => {
  const asked = [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => key);
  expect(asked.length).toBeGreaterThan(30);
  const plural = (key: string) => words.has(`${key}_other`);
  expect([...new Set(asked)].filter((key) => !words.has(key) && !plural(key))).toEqual([]);
});

test('no word stands there for nobody', () => {
  // A key may be put together, `desk.${name}` or of a beginning that is handed on: then what stands
  // before its last part says whose it is.
  const begun = [...text.matchAll(/`([a-z][\w.-]*\.)\$\{/g)].map(([, start = '']) => start);
  const isUsed = (key: string) => {
    const base = key.replace(/_(zero|one|two|few|many|other)$/, '');
    return (
      text.includes(`'${base}'`) ||
      text.includes(`"${base}"`) ||
      text.includes(`"${base.slice(0, base.lastIndexOf('.') + 1)}"`) ||
      begun.some((start) => key.startsWith(start))
    );
  };
  expect([...words.keys()].filter((key) => !isUsed(key))).toEqual([]);
});
