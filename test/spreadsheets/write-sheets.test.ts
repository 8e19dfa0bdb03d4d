import { strFromU8, unzipSync } from 'fflate';
import type { Row } from '../../src/spreadsheets/cell';
import { writeCsv, type Charset } from '../../src/spreadsheets/write-csv';
import { writeXlsx } from '../../src/spreadsheets/write-xlsx';

const HEADING: Row = ['名称', 'Price'];

async function* pages(...given: Row[][]) {
  for (const page of given) yield await Promise.resolve(page);
}

async function whole(pieces: AsyncGenerator<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const csv = (rows: Row[], charset: Charset = 'utf-8') =>
  whole(writeCsv(HEADING, pages(rows), charset));

test('CSV has a mark that Excel knows UTF-8 by, or is GB18030 with every character', async () => {
  const rows: Row[] = [['大米 "5 kg", 𠮷', { figure: '12.30' }]];
  const utf8 = await csv(rows);
  expect(utf8.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const text = '名称,Price\r\n"大米 ""5 kg"", 𠮷",12.30\r\n';
  expect(new TextDecoder('utf-8').decode(utf8)).toBe(text);
  expect(new TextDecoder('gb18030').decode(await csv(rows, 'gb18030'))).toBe(text);
});

test('what a sheet would calculate is defused in CSV; a figure is none of it', async () => {
  const rows: Row[] = ['=1+1', '+86', '-2', '@x', '\tx', '＝1', "'x", 'a=b', null].map((each) => [
    each,
    { figure: '-5.00' },
  ]);
  const text = (await csv(rows)).toString('utf8');
  const cells = text.trimEnd().split('\r\n').slice(1);
  expect(cells.map((line) => line.replace(/,-5\.00$/, ''))).toEqual([
    "'=1+1",
    "'+86",
    "'-2",
    "'@x",
    "'\tx",
    "'＝1",
    "'x",
    'a=b',
    '',
  ]);
  expect(cells.every((line) => line.endsWith(',-5.00'))).toBe(true);
});

test('a workbook holds texts as texts, figures as figures, and nothing that XML cannot', async () => {
  const rows: Row[] = [
    ['=HYPERLINK("x")&<b>', { figure: '12.30' }],
    ['\u0000\ud800a\ufffe 米', null],
  ];
  const parts = unzipSync(await whole(writeXlsx(HEADING, pages(rows))));
  expect(Object.keys(parts).sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  expect(sheet).toContain(
    '<row><c s="2" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK("x")&amp;&lt;b&gt;</t></is>' +
      '</c><c><v>12.30</v></c></row>' +
      '<row><c s="2" t="inlineStr"><is><t xml:space="preserve">a 米</t></is></c><c/></row>',
  );
  expect(sheet).not.toContain('<f>');
});

test('a list longer than a sheet goes on in the next one, under the same heading', async () => {
  const rows = Array.from({ length: 7 }, (_, at): Row => [`row ${at}`]);
  const parts = unzipSync(
    await whole(writeXlsx(HEADING, pages(rows.slice(0, 5), rows.slice(5)), 4)),
  );
  const sheets = [1, 2, 3].map((n) => strFromU8(parts[`xl/worksheets/sheet${n}.xml`]!));
  expect(sheets.map((sheet) => sheet.match(/row \d/g)?.join())).toEqual([
    'row 0,row 1,row 2',
    'row 3,row 4,row 5',
    'row 6',
  ]);
  expect(sheets.every((sheet) => sheet.includes('名称'))).toBe(true);
  const empty = unzipSync(await whole(writeXlsx(HEADING, pages())));
  expect(strFromU8(empty['xl/worksheets/sheet1.xml']!)).toContain('名称');
});
