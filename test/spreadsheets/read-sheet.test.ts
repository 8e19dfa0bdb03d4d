import { utils, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { encode } from 'iconv-lite';
import { readSheet } from '../../src/spreadsheets/read-sheet';
import { refusalOf } from '../support/refusal-of';

const TEXT = '名称,条形码\r\n大米,6901234567892\r\n';

const cellsOf = (bytes: Buffer) => readSheet(bytes).map(({ cells }) => cells);
const code = (bytes: Buffer) => refusalOf(() => readSheet(bytes))?.code;

function book(rows: unknown[][]): Buffer {
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows), 'one');
  return write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
}

test('CSV is UTF-8 with or without its mark, or GB18030; any other encoding is refused', () => {
  const cells = [
    ['名称', '条形码'],
    ['大米', '6901234567892'],
  ];
  expect(cellsOf(Buffer.from(TEXT))).toEqual(cells);
  expect(cellsOf(Buffer.from(`\ufeff${TEXT}`))).toEqual(cells);
  expect(cellsOf(encode(TEXT, 'gb18030'))).toEqual(cells);
  expect(cellsOf(Buffer.from(TEXT.replaceAll(',', '\t')))).toEqual(cells);
  expect(code(encode(TEXT, 'utf-16'))).toBe('ENCODING_UNKNOWN');
  expect(code(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a]))).toBe('ENCODING_UNKNOWN');
  expect(code(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('ENCODING_UNKNOWN');
});

test('lines keep the numbers that a spreadsheet shows; empty ones are left out', () => {
  const lines = readSheet(Buffer.from('a,b\n\n1,"x\ny"\n , \n2,z\n'));
  expect(lines.map(({ cells }) => cells[0])).toEqual(['a', '1', '2']);
  const sheet = readSheet(book([['a'], [], ['1'], ['2']]));
  expect(sheet.map(({ line }) => line)).toEqual([1, 3, 4]);
});

test('formulas come as text, numbers whole, days as days whether dates or serials', () => {
  const rows = [
    ['a', 'b', 'c', 'd'],
    [
      { t: 'n', f: '1+1', v: 2 },
      { t: 'n', v: 46082, z: 'yyyy-mm-dd' },
      { t: 'n', v: 46082.4375, z: 'yyyy-mm-dd hh:mm' },
      6901234567892,
    ],
  ];
  expect(cellsOf(book(rows))[1]).toEqual([
    '=1+1',
    '2026-03-01',
    '2026-03-01 10:30',
    '6901234567892',
  ]);
});

test('a cell far to the right makes no line long', () => {
  const far = utils.aoa_to_sheet([['a'], ['b']]);
  for (let row = 1; row <= 2; row += 1) far[`XFD${row}`] = { t: 's', v: 'far' };
  far['!ref'] = 'A1:XFD2';
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, far, 'one');
  const bytes = write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  expect(cellsOf(bytes).map(({ length }) => length)).toEqual([200, 200]);
});

test('what is empty, broken, too long or too large is refused', () => {
  expect(code(Buffer.from(''))).toBe('FILE_EMPTY');
  expect(code(Buffer.from('a,b\n'))).toBe('FILE_EMPTY');
  expect(code(Buffer.from('a\n"x'))).toBe('FILE_UNREADABLE');
  expect(code(Buffer.from('a\n'.repeat(50_002)))).toBe('FILE_TOO_LONG');
  expect(code(Buffer.alloc(20_000_001, 'a'))).toBe('FILE_TOO_LARGE');
  expect(code(Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(50)]))).toBe(
    'FILE_UNREADABLE',
  );
  const other = Buffer.from(zipSync({ 'a.xml': new Uint8Array(9) }));
  expect(code(other)).toBe('FILE_UNREADABLE');
});

test('one long text that a workbook names again and again is refused before it is copied', () => {
  const long = { t: 's', v: 'x'.repeat(30_000) };
  const rows = (lines: number) => [['a'], ...Array.from({ length: lines }, () => [long])];
  const packed = (lines: number) => {
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows(lines)), 'one');
    return write(workbook, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer;
  };
  expect(readSheet(packed(100))).toHaveLength(101);
  const bytes = packed(1_700);
  expect(bytes.length).toBeLessThan(1_000_000);
  expect(code(bytes)).toBe('FILE_TOO_LARGE');
});

test('millions of cells are no list, however little stands in them', () => {
  const line = '1,'.repeat(45_000);
  expect(readSheet(Buffer.from(`${line}\n`.repeat(10)))).toHaveLength(10);
  expect(code(Buffer.from(`${line}\n`.repeat(70)))).toBe('FILE_TOO_LARGE');
});

test('a zip bomb is refused before it is unpacked, and one that lies is broken', () => {
  const packed = Buffer.from(zipSync({ 'xl/a.xml': [new Uint8Array(2_000_000), { level: 9 }] }));
  // The same archive with another size of its part in the directory and before the part.
  const saying = (bytes: number) => {
    const written = [2_000_000, bytes].map((each) => {
      const size = Buffer.alloc(4);
      size.writeUInt32LE(each);
      return size.toString('latin1');
    });
    const text = packed.toString('latin1').replaceAll(written[0]!, written[1]!);
    return Buffer.from(text, 'latin1');
  };
  expect(code(saying(150_000_001))).toBe('FILE_TOO_LARGE');
  expect(code(saying(9))).toBe('FILE_UNREADABLE');
  const many = Object.fromEntries(
    Array.from({ length: 1_001 }, (_, at) => [`xl/${at}.xml`, new Uint8Array(1)]),
  );
  expect(code(Buffer.from(zipSync(many)))).toBe('FILE_TOO_LARGE');
});
