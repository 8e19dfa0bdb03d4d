import { nameAccount, safe } from '../../../src/books/plain-text/account-name';
import { beancount } from '../../../src/books/plain-text/beancount';
import { hledger } from '../../../src/books/plain-text/hledger';
import { CHART } from '../../../src/bookkeeping/chart';

const POOL = '01890000-0000-7000-8000-00003f2a9c1b';
const GRANT = '01890000-0000-7000-8000-0000aaaabbbb';
const NASTY = '  a:b;  = 5 CNY\n\t"x" (y) [z] * ! @@ {1} | #\u0000\u202e 😀 ';

test('nothing in a name can be read as anything else', () => {
  expect(safe(NASTY)).toBe('a b 5 CNY x y z 1');
  expect(safe('--')).toBe('');
  expect([...safe('长'.repeat(200))]).toHaveLength(60);
  const name = nameAccount(
    { kind: 'grantCommitted', holderId: POOL, about: GRANT },
    new Map([[POOL, NASTY]]),
  );
  expect(hledger.account(name)).toBe(
    'account Grant committed:a b 5 CNY x y z 1 00003f2a9c1b:0000aaaabbbb  ; type:E\n',
  );
  expect(beancount.account(name)).toBe(
    '1970-01-01 open Equity:Grant-committed:A-b-5-CNY-x-y-z-1-00003f2a9c1b:0000aaaabbbb\n',
  );
});

test('what an account is about stands in its name; who has no name here stands under an id', () => {
  const name = nameAccount(
    { kind: 'householdAllowance', holderId: POOL, about: '2026-03' },
    new Map(),
  );
  expect(name).toEqual({
    root: 'Liabilities',
    parts: ['Household allowance', '00003f2a9c1b', '2026-03'],
  });
});

test('every kind of account has a root, and none has the name of another', () => {
  const names = Object.keys(CHART).map((kind) =>
    hledger.account(nameAccount({ kind, holderId: POOL, about: '' }, new Map())),
  );
  expect(new Set(names).size).toBe(Object.keys(CHART).length);
});

test('commodities: money by its code, all else under quotes or in capitals', () => {
  const yuan = { id: POOL, code: 'CNY', kind: 'currency', scale: 2 } as const;
  const rice = { id: POOL, code: 'goods:3f2a9c1b', kind: 'goods', scale: 0 } as const;
  expect(hledger.commodity(yuan, null)).toBe('commodity 1000.00 CNY\n');
  expect(hledger.commodity(rice, '大米; 1.5 kg\n')).toBe(
    'commodity 1000. "goods:3f2a9c1b"  ; 大米 1.5 kg\n',
  );
  expect(beancount.commodity(rice, '大米 "5 kg"')).toBe(
    '1970-01-01 commodity GOODS.00003F2A9C1B\n  name: "大米 5 kg"\n',
  );
});
