import { badFiles, badImports, FLOORS, folderOf, importCycles, medianLines } from './floors';
import { filesIn, importsOf, type SourceFile } from './source';

const FILES = filesIn('src', '.ts', '.cjs', '.json').filter(({ path }) => !/[.]d[.]ts$/.test(path));
const OUTSIDE = [...filesIn('seeds', '.ts'), { path: 'ormconfig.ts', text: '' }];
const CODE = FILES.filter(({ path }) => !path.endsWith('.json'));

const file = (path: string, text = ''): SourceFile => ({ path, text });

describe('the house', () => {
  test('an import goes down or stays in its own folder', () => {
    expect(badImports(FILES, OUTSIDE)).toEqual([]);
  });

  test('no files import each other in a circle, not even for types', () => {
    expect(importCycles(CODE)).toEqual([]);
  });

  test('files have telling names, a floor, and at most 200 lines', () => {
    expect(badFiles(CODE)).toEqual([]);
  });

  test('the median file stays small', () => {
    const median = medianLines(CODE);
    process.stdout.write(`src: ${CODE.length} files, median ${median} lines\n`);
    expect(median).toBeLessThanOrEqual(65);
  });

  test('a folder stands on one floor only', () => {
    const folders = FLOORS.flat();
    expect(new Set(folders).size).toBe(folders.length);
    expect(CODE.every(({ path }) => path.startsWith('src/') && folderOf(path) !== '')).toBe(true);
  });
});

describe('the guard goes red', () => {
  const lower = file('src/kernel/a.ts');
  const upper = file('src/society/b.ts');

  test.each([
    ['an import', `import { b } from '../society/b';`],
    ['an import for its effect', `import '../society/b';`],
    ['an import of a type', `import type { B } from '../society/b';`],
    ['an inline type import', `import { type B } from '../society/b';`],
    ['a re-export', `export * from '../society/b';`],
    ['a re-export of a type', `export type { B } from '../society/b';`],
    ['a dynamic import', `const b = () => import('../society/b');`],
    ['a type query', `let b: import('../society/b').B;`],
    ['import equals', `import b = require('../society/b');`],
    ['a require', `const b = require('../society/b');`],
  ])('on %s that goes up', (_way, text) => {
    expect(badImports([file('src/kernel/a.ts', text), upper])).toEqual([
      'src/kernel/a.ts imports ../society/b: society is above kernel',
    ]);
    expect(badImports([file('src/society/b.ts', text.replace('society/b', 'kernel/a')), lower]))
      // The same import downwards is what it should be.
      .toEqual([]);
  });

  test('on an import between siblings', () => {
    const text = `import { c } from '../supermarkets/c';`;
    expect(
      badImports([file('src/volunteering/a.ts', text), file('src/supermarkets/c.ts')]),
    ).toEqual([
      'src/volunteering/a.ts imports ../supermarkets/c: supermarkets is a sibling of volunteering',
    ]);
  });

  test('on words read by anyone but api', () => {
    const words = file('src/words/api.json', '{}');
    const text = `import words from '../words/api.json';`;
    expect(badImports([file('src/api/say.ts', text), words])).toEqual([]);
    expect(badImports([file('src/grants/a.ts', text), words])).toEqual([
      'src/grants/a.ts imports ../words/api.json: only api reads words',
    ]);
  });

  test('on the ORM set-up, tests and migrations imported from inside', () => {
    const text = `import { createDataSource } from '../../ormconfig';`;
    const outside = [file('ormconfig.ts'), file('seeds/cast.ts')];
    const bad = (path: string, line: string) => badImports([file(path, line)], outside);
    expect(bad('src/server/a.ts', text)).toEqual([]);
    expect(bad('src/main.ts', `import '../seeds/cast';`)).toEqual([]);
    expect(bad('src/grants/a.ts', text)).toHaveLength(1);
    expect(bad('src/grants/a.ts', `import '../../seeds/cast';`)).toHaveLength(1);
    expect(bad('src/server/a.ts', `import '../../test/x';`)).toHaveLength(1);
    expect(bad('src/server/a.ts', `import '../../migrations/x';`)).toHaveLength(1);
  });

  test('on a circle of two, of three through a type, and of one', () => {
    const ring = [
      file('src/kernel/a.ts', `import './b';`),
      file('src/kernel/b.ts', `import type { C } from './c';`),
      file('src/kernel/c.ts', `export * from './a';`),
      file('src/kernel/d.ts', `import './a';`),
      file('src/kernel/e.ts', `import './e';`),
    ];
    expect(importCycles(ring)).toEqual([
      ['src/kernel/a.ts', 'src/kernel/b.ts', 'src/kernel/c.ts'],
      ['src/kernel/e.ts'],
    ]);
    expect(importCycles(ring.slice(0, 2))).toEqual([]);
  });

  test.each([
    'src/grants/index.ts',
    'src/grants/utils.ts',
    'src/grants/date-utils.ts',
    'src/grants/grant.helpers.ts',
    'src/grants/grant.service.ts',
    'src/grants/grant-manager.ts',
    'src/grants/common/award.ts',
    'src/attic/award.ts',
  ])('on %s', (path) => {
    expect(badFiles([file(path)])).not.toEqual([]);
  });

  test('but not on the nouns of the domain', () => {
    expect(
      badFiles([
        file('src/volunteering/service.entity.ts'),
        file('src/volunteering/record-service.ts'),
        file('src/society/place.reader.ts'),
      ]),
    ).toEqual([]);
  });

  test('on a file of 201 lines', () => {
    expect(badFiles([file('src/kernel/long.ts', 'a\n'.repeat(200))])).toEqual([]);
    expect(badFiles([file('src/kernel/long.ts', 'a\n'.repeat(201))])).toHaveLength(1);
  });

  test('imports that lead nowhere are named', () => {
    expect(importsOf(file('x.ts', `import a from 'b';`))).toEqual(['b']);
    expect(badImports([file('src/kernel/a.ts', `import './gone';`)])).toHaveLength(1);
  });
});
