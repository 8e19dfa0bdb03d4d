import type { Sharp, SharpOptions } from 'sharp';
import { escape } from '../../mail/render';
import type { Card } from './built';

/** As large as the sites show it where an address is passed on. */
export const [CARD_WIDE, CARD_HIGH] = [1200, 630];

const MARGIN = 80;
const ROOM = CARD_WIDE - 2 * MARGIN;
const [GROUND, INK, SOFT, GREEN, LINE] = ['#ffffff', '#1c2521', '#55625c', '#0b6e4f', '#dfe5e2'];

type Open = (made: SharpOptions) => Sharp;
let opened: Promise<Open> | undefined;

/** Read when the first picture is asked for; it only draws, and opens no picture of anybody's. */
const library = async (): Promise<Open> => (await import('sharp')).default;

type Weight = '400Regular' | '700Bold';

interface Text {
  readonly weight: Weight;
  readonly size: number;
  readonly colour: string;
  /** The most lines. */
  readonly lines: number;
}

const ABOVE: Text = { weight: '700Bold', size: 27, colour: GREEN, lines: 1 };
const TITLE: Text = { weight: '700Bold', size: 48, colour: INK, lines: 2 };
const SAYS: Text = { weight: '400Regular', size: 24, colour: SOFT, lines: 2 };
const COME: Text = { weight: '700Bold', size: 27, colour: GREEN, lines: 1 };

interface Piece {
  readonly input: Buffer;
  readonly raw: { readonly width: number; readonly height: number; readonly channels: 4 };
}

/** The picture of a page, as PNG: where it is, what it is, and how far it has come. */
export async function drawCard({ above, title, says, come }: Card): Promise<Buffer> {
  const open = await (opened ??= library());
  const [head, name, story, far] = await Promise.all([
    written(open, above, ABOVE),
    written(open, title, TITLE),
    written(open, says, come ? SAYS : { ...SAYS, lines: 4 }),
    come && written(open, come.says, COME),
  ]);
  const storyTop = 150 + (name?.raw.height ?? 0) + 36;
  return await open({
    create: { width: CARD_WIDE, height: CARD_HIGH, channels: 3, background: GROUND },
  })
    .composite([
      { ...block(CARD_WIDE, 16, GREEN), top: 0, left: 0 },
      ...put(head, 72),
      ...put(name, 150),
      ...put(story, storyTop),
      ...(come ? [...put(far ?? null, CARD_HIGH - 170), ...bar(come.share)] : []),
    ])
    .png({ palette: true })
    .toBuffer();
}

/** A text where it stands; nothing where there is none. */
const put = (piece: Piece | null, top: number) => (piece ? [{ ...piece, top, left: MARGIN }] : []);

function bar(share: number) {
  const done = Math.round(ROOM * Math.min(1, Math.max(0, share)));
  return [
    { ...block(ROOM, 24, LINE), top: CARD_HIGH - 94, left: MARGIN },
    ...(done > 0 ? [{ ...block(done, 24, GREEN), top: CARD_HIGH - 94, left: MARGIN }] : []),
  ];
}

const block = (width: number, height: number, background: string) => ({
  input: { create: { width, height, channels: 3 as const, background } },
});

/** A letter is about so much wider than a point, at the density that texts are drawn in. */
const DPI = 96;
const pixels = (points: number): number => (points * DPI) / 72;

/** What leaves something on the picture: a name may be made of what is not seen alone. */
const TO_BE_SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A text in lines, null of none; it is cut so that it fits, and is never read as markup. */
async function written(open: Open, text: string, how: Text): Promise<Piece | null> {
  const { weight, size, colour, lines } = how;
  // Words that go over to the next line leave some of each empty.
  const shown = escape(shortened(text, (Math.floor(ROOM / pixels(size)) - 1.5) * lines));
  if (!TO_BE_SEEN.test(shown)) return null;
  const made = await open({
    text: {
      text: `<span foreground="${colour}">${shown}</span>`,
      font: `Noto Sans SC ${weight === '700Bold' ? 'Bold ' : ''}${size}`,
      fontfile: require.resolve(
        `@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`,
      ),
      ...{ width: ROOM, wrap: 'word-char', rgba: true, dpi: DPI },
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = made.info;
  const most = Math.ceil(pixels(size) * 1.75 * lines);
  const kept = Math.min(height, most);
  const input = made.data.subarray(0, width * kept * 4);
  return { input, raw: { width, height: kept, channels: 4 } };
}

/** So much of a text as so many square letters take; others are about half as wide. */
export function shortened(text: string, letters: number): string {
  let room = letters - 1;
  let kept = '';
  for (const letter of text.replace(/\s+/gu, ' ').trim()) {
    room -= letter > '\u2e7f' ? 1 : 0.58;
    if (room < 0) return `${kept.trimEnd()}…`;
    kept += letter;
  }
  return kept;
}
