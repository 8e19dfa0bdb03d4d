import { execFileSync } from 'node:child_process';
import { qr, qrPath, qrSvg } from '../../src/papers/qr';
import { readSmallQr } from './read-qr';

/** The three corners by which a camera finds a code, and the line of dots between them. */
const FINDER = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];

test('a code has its three corners, and is as large as its text needs', async () => {
  const small = await qr('7K3QF9-0ZT4MB-X2WJ8C');
  const large = await qr(`https://linli.example.org/slips/${'x'.repeat(60)}.html`);
  // Capitals, digits and hyphens are written shorter than any other text.
  expect([small.size, large.size]).toEqual([21, 41]);
  for (const { size, isDark } of [small, large]) {
    for (const [left, top] of [
      [0, 0],
      [size - 7, 0],
      [0, size - 7],
    ] as const)
      FINDER.forEach((row, y) =>
        [...row].forEach((dot, x) => expect(isDark(left + x, top + y)).toBe(dot === '#')),
      );
    for (let at = 8; at < size - 8; at += 1) expect(isDark(at, 6)).toBe(at % 2 === 0);
  }
});

test('the path draws exactly the dark modules', async () => {
  const code = await qr('the same');
  const drawn = new Set<string>();
  for (const [, x, y, width] of qrPath(code).matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let n = 0; n < Number(width); n += 1) drawn.add(`${Number(x) + n} ${y}`);
  const dark = new Set<string>();
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) if (code.isDark(x, y)) dark.add(`${x} ${y}`);
  expect(drawn).toEqual(dark);
  expect(qrSvg(code)).toContain(`viewBox="-4 -4 ${code.size + 8} ${code.size + 8}"`);
});

test('another text is another code, the same text the same', async () => {
  const [one, again, other] = [await qr('one'), await qr('one'), await qr('other')];
  expect(qrPath(one)).toBe(qrPath(again));
  expect(qrPath(one)).not.toBe(qrPath(other));
});

test('a scanner reads what was written', async () => {
  const texts = ['7K3QF9-0ZT4MB-X2WJ8C', '0', 'A1', 'ZZZZZZ-ZZZZZZ-ZZZZZZ', '000000-000000-000000'];
  for (const text of texts) expect(readSmallQr(await qr(text))).toBe(text);
});

test('the built server, which imports the library as a module, draws the same', async () => {
  const text = '7K3QF9-0ZT4MB-X2WJ8C';
  const program = `import codes from 'bwip-js/node';
    const [{ pixs }] = codes.raw('qrcode', '${text}', 'eclevel=M');
    console.log(pixs.join(''));`;
  const node = [process.execPath, ['--input-type=module', '-e', program]] as const;
  const drawn = execFileSync(...node, { encoding: 'utf8', cwd: __dirname }).trim();
  const { size, isDark } = await qr(text);
  const ours = Array.from({ length: size * size }, (_, n) =>
    isDark(n % size, Math.floor(n / size)) ? '1' : '0',
  );
  expect(drawn).toBe(ours.join(''));
});
