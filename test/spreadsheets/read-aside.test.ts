import { utils, write } from '@e965/xlsx';
import { readAside } from '../../src/spreadsheets/read-aside';
import { readSheet } from '../../src/spreadsheets/read-sheet';
import { endOf } from '../attachments/stage';

function book(lines: number): Buffer {
  const rows = Array.from({ length: lines }, (_, at) => [`居民${at}`, `兴隆街 ${at} 号`, at, '是']);
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['a', 'b', 'c', 'd'], ...rows]), 'one');
  return write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

test('a file is read aside as it is read here, and refused as here', async () => {
  const file = book(4_321);
  expect(await readAside(file)).toEqual(readSheet(file));
  const csv = Buffer.from('a,b\n1,2\n');
  expect(await readAside(csv)).toEqual(readSheet(csv));
  expect(await endOf(readAside(Buffer.from('a')))).toBe('FILE_EMPTY');
  expect(await endOf(readAside(file.subarray(0, 5_000)))).toBe('FILE_UNREADABLE');
});

test('while a long file is read, this thread goes on', async () => {
  const file = book(50_000);
  let turns = 0;
  let over = false;
  const reading = readAside(file).finally(() => void (over = true));
  while (!over) {
    await new Promise((next) => setImmediate(next));
    turns += 1;
  }
  expect(await reading).toHaveLength(50_001);
  // Read here, it would be over after a turn or two.
  expect(turns).toBeGreaterThan(100);
});

test('a file that takes too long or too much is refused, and nothing else is harmed', async () => {
  const file = book(20_000);
  const limited = (limits: object) =>
    readAside(file, { atMostMs: 60_000, atMostMb: 1_024, ...limits });
  await expect(limited({ atMostMs: 1 })).rejects.toMatchObject({
    ...{ code: 'FILE_UNREADABLE', facts: { detail: 'TIME' } },
  });
  await expect(limited({ atMostMb: 24 })).rejects.toMatchObject({
    ...{ code: 'FILE_UNREADABLE', facts: { detail: 'MEMORY' } },
  });
  expect(await limited({})).toHaveLength(20_001);
});
