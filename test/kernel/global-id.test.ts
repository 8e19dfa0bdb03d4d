import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  cityRef,
  readGlobalId,
  sameCommunity,
  tenantRef,
  toGlobalId,
} from '../../src/kernel/global-id';
import { derivedId, isUuid, newId } from '../../src/kernel/id';
import { refusalOf } from '../support/refusal-of';

const community = randomUUID();
const id = randomUUID();
const types = fc.stringMatching(/^[A-Z][A-Za-z]{0,30}$/);

test('an id says its type, its community and its row again', () => {
  fc.assert(
    fc.property(types, fc.uuid(), fc.option(fc.uuid()), (type, row, books) => {
      const text = toGlobalId(type, books, row);
      expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(readGlobalId(text)).toEqual({ type, communityId: books, id: row });
    }),
  );
});

test('no two rows share an id', () => {
  const ids = [
    toGlobalId('Pool', community, id),
    toGlobalId('Pool', id, community),
    toGlobalId('Pool', null, id),
    toGlobalId('Pools', null, id),
    toGlobalId('Store', community, id),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

describe('what is not one of ours', () => {
  test('is read as nothing, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const read = readGlobalId(text);
        if (read) expect(toGlobalId(read.type, read.communityId, read.id)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  const bytes = (length: number) => Buffer.alloc(length, 7);
  const packed = (type: string, raw: Buffer) =>
    Buffer.concat([Buffer.from(type), raw]).toString('base64url');

  test.each([
    ['', 'nothing'],
    [id, 'a bare uuid'],
    ['Pool:1', 'a name and a number'],
    [packed('Pool:', bytes(15)), 'a byte too few'],
    [packed('Pool:', bytes(17)), 'a byte too many'],
    [packed('Pool:', bytes(48)), 'three ids'],
    [packed(':', bytes(16)), 'no type'],
    [packed('pool:', bytes(16)), 'a type in small letters'],
    [packed('Po ol:', bytes(16)), 'a type with a space'],
    [packed('Pool', bytes(16)), 'no colon'],
    [`${toGlobalId('Pool', null, id)}=`, 'padding'],
    [`${toGlobalId('Pool', null, id)}\n`, 'a line end'],
    ['A'.repeat(10_000), 'far too much'],
    ["' or 1=1 --", 'an injection'],
  ])('%j: %s', (text) => expect(readGlobalId(text)).toBeNull());

  test('another writing of the same bytes is not the same id', () => {
    const text = toGlobalId('Place', null, id);
    // Base64 leaves bits unused at the end: several last letters decode to the same bytes.
    const last = String.fromCharCode(text.charCodeAt(text.length - 1) + 1);
    expect(readGlobalId(text.slice(0, -1) + last)).toBeNull();
  });
});

describe('a command reads the id it needs', () => {
  const pool = toGlobalId('Pool', community, id);
  const place = toGlobalId('Place', null, id);

  test('of its own type and kind', () => {
    expect(tenantRef('Pool', pool, ['poolId'])).toEqual({ communityId: community, id });
    expect(cityRef('Place', place, ['placeId'])).toBe(id);
  });

  test.each([
    ['another type', () => tenantRef('Store', pool, ['x'])],
    ["a city-wide row for a community's", () => tenantRef('Place', place, ['x'])],
    ["a community's row for a city-wide one", () => cityRef('Pool', pool, ['x'])],
    ['another city-wide type', () => cityRef('Person', place, ['x'])],
    ['garbage', () => cityRef('Person', 'garbage', ['x'])],
  ])('%s is ID_UNKNOWN', (_what, act) => {
    expect(refusalOf(act)).toMatchObject({ code: 'ID_UNKNOWN', path: ['x'] });
  });

  test("another community's row is OTHER_COMMUNITY", () => {
    const ref = { communityId: community, id };
    expect(sameCommunity(ref, community, ['x'])).toBe(id);
    expect(refusalOf(() => sameCommunity(ref, randomUUID(), ['x']))).toMatchObject({
      code: 'OTHER_COMMUNITY',
      path: ['x'],
    });
  });
});

test('new ids are sorted by time; derived ids follow from what they name', async () => {
  const earlier = newId();
  await new Promise((resolve) => setTimeout(resolve, 2));
  expect(newId() > earlier).toBe(true);
  expect(isUuid(earlier)).toBe(true);
  expect(derivedId(community, 'a')).toBe(derivedId(community, 'a'));
  expect(derivedId(community, 'a')).not.toBe(derivedId(community, 'b'));
  expect(derivedId(community, 'a')).not.toBe(derivedId(id, 'a'));
  expect(['', 'x', earlier.toUpperCase(), `${earlier} `, earlier.slice(1)].map(isUuid)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
