import fc from 'fast-check';
import { fromCursor, LARGEST_PAGE, limitOf, toCursor, toPage } from '../../src/kernel/page';
import { refusalOf } from '../support/refusal-of';

describe('a page', () => {
  test('asks for one row more than it shows', () => {
    expect(limitOf({ first: 1 })).toBe(2);
    expect(limitOf({ first: LARGEST_PAGE })).toBe(101);
  });

  test.each([0, -1, 101, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'of %d is refused: PAGE_SIZE',
    (first) => {
      expect(refusalOf(() => limitOf({ first }))).toMatchObject({
        code: 'PAGE_SIZE',
        facts: { largest: 100 },
        path: ['first'],
      });
    },
  );

  test('shows what was asked for, and whether there is more', () => {
    const rows = ['a', 'b', 'c'];
    const page = (first: number, of = rows) => toPage({ first }, of, (row) => [row]);
    expect(page(3)).toEqual({
      edges: rows.map((node) => ({ cursor: toCursor([node]), node })),
      pageInfo: { hasNextPage: false, endCursor: toCursor(['c']) },
    });
    expect(page(2).edges.map(({ node }) => node)).toEqual(['a', 'b']);
    expect(page(2).pageInfo).toEqual({ hasNextPage: true, endCursor: toCursor(['b']) });
    expect(page(2, [])).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });
});

describe('a cursor', () => {
  test('gives back the sort key it stands at', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (key) => {
        expect(fromCursor({ first: 1, after: toCursor(key) }, key.length)).toEqual(key);
      }),
    );
  });

  test('that is not given begins the list', () => {
    expect(fromCursor({ first: 1 }, 1)).toBeNull();
    expect(fromCursor({ first: 1, after: null }, 1)).toBeNull();
  });

  test('that is not one of ours is refused: CURSOR_UNREADABLE', () => {
    const pack = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const garbage = [
      '',
      'x',
      '{}',
      pack({}),
      pack([]),
      pack([1]),
      pack('a'),
      pack(['a', 'b']),
      pack(['\0']),
    ];
    for (const after of garbage)
      expect(refusalOf(() => fromCursor({ first: 1, after }, 1))).toMatchObject({
        code: 'CURSOR_UNREADABLE',
        path: ['after'],
      });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (after) => {
        const refused = refusalOf(() => fromCursor({ first: 1, after }, 3));
        expect(refused?.code).toBe('CURSOR_UNREADABLE');
      }),
    );
  });
});
