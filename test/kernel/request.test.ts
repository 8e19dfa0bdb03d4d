import fc from 'fast-check';
import { canonical, fingerprint, ownRequest, request, sameRequest } from '../../src/kernel/request';
import { refusalOf } from '../support/refusal-of';

const input = { idempotencyKey: 'till-3/000417', lines: [{ productId: 'a', quantity: 2 }] };

describe('a fingerprint', () => {
  test('does not depend on the order in which fields were written', () => {
    const turned = { lines: [{ quantity: 2, productId: 'a' }], idempotencyKey: 'till-3/000417' };
    expect(request('c', turned)).toEqual(request('c', input));
  });

  test('has 16 bytes, and changes with the command, a field, and the order of a list', () => {
    const print = (command: string, body: object) => fingerprint(command, body).toString('hex');
    const prints = [
      print('recordExchange', input),
      print('previewExchange', input),
      print('recordExchange', { ...input, lines: [{ productId: 'a', quantity: 3 }] }),
      print('recordExchange', { ...input, lines: [...input.lines, ...input.lines] }),
      print('recordExchange', { ...input, note: null }),
      print('recordExchange', { lines: [1, 2] }),
      print('recordExchange', { lines: [2, 1] }),
    ];
    expect(new Set(prints).size).toBe(prints.length);
    expect(prints[0]).toHaveLength(32);
  });

  test('takes a field that is not given for one that is undefined', () => {
    expect(canonical({ a: 1, b: undefined })).toBe(canonical({ a: 1 }));
  });

  test('knows moments and whole numbers of any size', () => {
    const moment = new Date('2026-11-22T01:30:00Z');
    expect(canonical({ moment, minor: 10n ** 20n })).toBe(
      '{"minor":"100000000000000000000","moment":"2026-11-22T01:30:00.000Z"}',
    );
  });

  test('is the same for equal bodies and another for different ones', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, two) => {
        const same = fingerprint('c', one).equals(fingerprint('c', two));
        expect(same).toBe(canonical(one) === canonical(two));
        expect(JSON.parse(canonical(one))).toEqual(JSON.parse(JSON.stringify(one)));
      }),
    );
  });
});

describe('a key', () => {
  test.each(['12345678', 'till-3/2026-11-22/000417', '~'.repeat(200)])('%s is usable', (key) => {
    expect(request('c', { idempotencyKey: key }).key).toBe(`client/${key}`);
  });

  test.each([
    ['too short', '1234567'],
    ['too long', 'x'.repeat(201)],
    ['empty', ''],
    ['with a space', '1234 5678'],
    ['with a line end', '12345678\n'],
    ['with letters that are not printable', '1234567\u0000'],
    ['in Chinese', '一二三四五六七八九'],
  ])('%s is refused: KEY_UNUSABLE', (_what, idempotencyKey) => {
    expect(refusalOf(() => request('c', { idempotencyKey }))).toMatchObject({
      code: 'KEY_UNUSABLE',
      path: ['idempotencyKey'],
    });
  });

  test("no client's key is one of our own", () => {
    expect(request('c', { idempotencyKey: 'award/12' }).key).not.toBe(ownRequest('award/12').key);
    expect(ownRequest('award/12')).toEqual(ownRequest('award/12'));
  });

  test('with another body is refused: KEY_REUSED', () => {
    const first = request('c', input);
    expect(refusalOf(() => sameRequest(first.fingerprint, request('c', input)))).toBeNull();
    const other = request('c', { ...input, lines: [] } as typeof input);
    expect(refusalOf(() => sameRequest(first.fingerprint, other))).toMatchObject({
      code: 'KEY_REUSED',
      path: ['idempotencyKey'],
    });
  });
});
