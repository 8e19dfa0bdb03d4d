import { literal } from '../../bench/naive/literal';
import { isAsked, readOptions } from '../../bench/options';
import { hottest } from '../../bench/processes/profile';
import { intoPage } from '../../bench/results';

test('options have their defaults, and what is wrong is said', () => {
  expect(readOptions([])).toMatchObject({ only: [], rounds: 3, json: false, city: false });
  expect(readOptions(['--only', '1,3.1', '--rounds', '5'])).toMatchObject({
    only: ['1', '3.1'],
    rounds: 5,
  });
  expect(() => readOptions(['--rounds', '0'])).toThrow('--rounds');
  expect(() => readOptions(['--seconds', 'x'])).toThrow('--seconds');
  expect(() => readOptions(['--fast'])).toThrow();
});

test('a row takes its parts along, a part only itself', () => {
  const asked = (only: string[]) => [1, 3.1, 3.2, 10].filter((id) => isAsked({ only }, id));
  expect(asked([])).toEqual([1, 3.1, 3.2, 10]);
  expect(asked(['3'])).toEqual([3.1, 3.2]);
  expect(asked(['3.2', '1'])).toEqual([1, 3.2]);
});

test('a literal hides its colons from pgbench', () => {
  expect(literal(`{"a":true} it's \\ 09:30`)).toBe(`E'{"a"\\x3atrue} it''s \\\\ 09\\x3a30'`);
});

test('a run replaces its own part of the page and nothing else', () => {
  const page = intoPage(
    [
      '# Results',
      ...['<!-- the plain run begins here -->', 'old', '<!-- the plain run ends here -->'],
      'What bounds it.',
    ].join('\n\n'),
    'plain',
    'new',
  );
  expect(page).toContain('begins here -->\n\nnew\n\n<!-- the plain');
  expect(page).not.toContain('old');
  expect(page).toContain('What bounds it.');
  expect(() => intoPage(page, 'city', 'new')).toThrow('marks');
});

test('a profile names the functions in which a process was found, without what it waited', () => {
  const node = (id: number, functionName: string, url = '') => ({
    id,
    callFrame: { functionName, url, lineNumber: 9 },
  });
  const nodes = [
    node(1, '(idle)'),
    node(2, 'post', `file://${process.cwd()}/dist/src/ledger/post.js`),
    node(3, ''),
  ];
  expect(hottest({ nodes, samples: [1, 1, 1, 2, 2, 2, 3, 1] }, 5)).toEqual([
    ' 75.0 %  post  dist/src/ledger/post.js:10',
    ' 25.0 %  (anonymous)',
  ]);
});
