import sharp from 'sharp';
import { drawCard, shortened } from '../../src/server/web/draw-card';
import { KeptPictures } from '../../src/server/web/kept-pictures';

const card = { above: '邻里', title: '一道街社区的公开账本', says: '每一元都记在账上。' };

/** The colours of a row of pixels, from the left to the right. */
async function coloursAt(png: Buffer, top: number): Promise<string[]> {
  const row = sharp(png).extract({ left: 0, top, width: 1200, height: 1 }).removeAlpha();
  const data = await row.raw().toBuffer();
  return Array.from({ length: 1200 }, (_, x) => data.subarray(x * 3, x * 3 + 3).toString('hex'));
}

test.each([
  ['markup', '<span size="9999999">&amp;</span><b', '</span>'],
  ['characters that are none', 'a\u0000b\ud800c\u202ed\u0007', '\u2028\u2029'],
  ['nothing', '', '   '],
  ['what is not seen', '\u200b\u200d', '\ufe0f\u3000'],
  ['more than there is room for', '冬'.repeat(20_000), 'word '.repeat(20_000)],
  ['one endless word', 'x'.repeat(5_000), 'y'.repeat(5_000)],
  ['other writings', '🏘️ مجتمع नमस्ते', '👩‍👩‍👧'],
])('%s is drawn and breaks nothing', async (_what, title, says) => {
  const png = await drawCard({ ...card, title, says, come: { share: 0.5, says: title } });
  const { width, height, format } = await sharp(png).metadata();
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
  expect(png.length).toBeLessThan(150_000);
});

test.each([
  [0, 0],
  [0.25, 260],
  [1, 1040],
  [7, 1040],
])('a share of %d is %d pixels of the bar', async (share, pixels) => {
  const come = { share, says: '目标 ¥48.00，已筹得 ¥12.00' };
  const colours = await coloursAt(await drawCard({ ...card, come }), 545);
  const done = colours.filter((colour) => colour === colours[90]).length;
  expect(share === 0 ? colours[90] : '-').not.toBe('0b6e4f');
  expect(share === 0 ? 0 : done).toBe(pixels);
});

test('a text is cut by how wide its letters are', () => {
  expect(shortened('一道街社区', 10)).toBe('一道街社区');
  expect(shortened('一道街社区', 4)).toBe('一道街…');
  expect(shortened('Yidaojie, a community', 10)).toBe('Yidaojie, a com…');
  expect(shortened('  two \n lines ', 20)).toBe('two lines');
});

describe('pictures that are kept', () => {
  const png = Buffer.from('png');

  test('whoever asks while one is drawn waits for that one; too many at once are told so', async () => {
    const kept = new KeptPictures();
    let drawn = 0;
    let done = (): void => undefined;
    const wait = new Promise<void>((resolve) => (done = resolve));
    const draw = async () => {
      drawn += 1;
      await wait;
      return png;
    };
    const asked = ['a', 'a', 'b', 'c', 'd'].map((key) => kept.find(key, draw));
    expect(await kept.find('e', draw)).toBe('busy');
    done();
    expect(await Promise.all(asked)).toEqual(Array(5).fill(png));
    expect(drawn).toBe(4);
    expect(await kept.find('e', draw)).toBe(png);
    expect(await kept.find('a', draw)).toBe(png);
    expect(drawn).toBe(5);
  });

  test('what failed, or is not there, is asked for anew', async () => {
    const kept = new KeptPictures();
    const fails = () => Promise.reject(new Error('The database is gone.'));
    await expect(kept.find('a', fails)).rejects.toThrow('gone');
    expect(await kept.find('a', () => Promise.resolve(null))).toBeNull();
    expect(await kept.find('a', () => Promise.resolve(png))).toBe(png);
  });

  test('only so many stay', async () => {
    const kept = new KeptPictures();
    for (let at = 0; at <= 100; at += 1) await kept.find(String(at), () => Promise.resolve(png));
    const anew = () => Promise.resolve(Buffer.from('anew'));
    expect(await kept.find('1', anew)).toBe(png);
    expect(await kept.find('0', anew)).toEqual(Buffer.from('anew'));
  });
});
