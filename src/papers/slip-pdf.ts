import type { SlipFacts } from './exchange-slip';
import { bytesOf, newPdf } from './pdf';
import { drawQr } from './draw-qr';
import { qr, type Qr } from './qr';
import { featuresOf, HAIR, rule, SOFT, write, type Sheet, type Type } from './sheet';
import { slipLines, type Pair, type SlipLines } from './slip-lines';

/** 80 mm of paper in points, of which a till's printer reaches 72. */
const PAPER = 226.77;
const MARGIN = 11.34;
const INNER = PAPER - 2 * MARGIN;

/** No PDF is higher; what is not written on is cut off. */
const TALLEST = 14_400;
const CODE = 96;

/** What any slip has beside its lines. */
export interface SlipAbout {
  readonly locale: 'zh' | 'en';
  readonly number: string;
  /** As the clock at the store showed it: `2026-11-22 09:30`. */
  readonly occurredAt: string;
  /** What the code leads to. */
  readonly url: string;
}

/** The slip of an exchange as a PDF of one page, as long as what it says. */
export async function slipPdf(facts: SlipFacts): Promise<Buffer> {
  return await pdfOfSlip(slipLines(facts), facts);
}

/** Any slip as a PDF of one page. */
export async function pdfOfSlip(
  lines: SlipLines,
  { locale, number, occurredAt, url }: SlipAbout,
): Promise<Buffer> {
  const code = await qr(url);
  const document = await newPdf({
    locale,
    size: [PAPER, TALLEST],
    title: `${lines.title} ${number}`,
    author: lines.store,
    madeAt: new Date(`${occurredAt.replace(' ', 'T')}:00Z`),
  });
  const done = bytesOf(document);
  const end = compose({ document, features: featuresOf(locale), draws: true }, lines, code);
  const { data } = document.page.dictionary;
  Object.assign(data, { MediaBox: [0, TALLEST - end, PAPER, TALLEST] });
  document.end();
  return await done;
}

const INSIDE = { x: MARGIN, width: INNER };
const CENTRED = { ...INSIDE, align: 'center' } as const;

function compose(sheet: Sheet, lines: SlipLines, code: Qr): number {
  let y = write(sheet, lines.store, 14, { ...CENTRED, size: 12, isStrong: true });
  y = write(sheet, lines.title, y, { ...CENTRED, size: 9, colour: SOFT });
  if (lines.voided) {
    y = write(sheet, lines.voided.title, y + 4, { ...CENTRED, size: 18, isStrong: true });
    y = write(sheet, lines.voided.says, y, { ...CENTRED, size: 8 });
  }
  y = pairs(sheet, lines.about, line(sheet, y + 5));
  y = goods(sheet, lines.goods, line(sheet, y + 3));
  y = pair(sheet, lines.total, line(sheet, y + 3), { size: 12, isStrong: true });
  if (lines.after.length > 0) y = pairs(sheet, lines.after, line(sheet, y + 3));
  y += 8;
  drawQr(sheet.document, code, { x: (PAPER - CODE) / 2, y, width: CODE });
  y = write(sheet, lines.scan, y + CODE, { ...CENTRED, size: 8 });
  return write(sheet, lines.note, y, { ...CENTRED, size: 8, colour: SOFT }) + 14;
}

/** A thin line; what follows begins below it. */
function line(sheet: Sheet, y: number): number {
  rule(sheet, y, { colour: HAIR, weight: 0.75, ...INSIDE });
  return y + 5;
}

function pairs(sheet: Sheet, all: readonly Pair[], y: number): number {
  return all.reduce((top, each) => pair(sheet, each, top, { size: 9 }), y);
}

/** A name at the left and a value at the right of one line; what is long wraps on its side. */
function pair(sheet: Sheet, { label, value }: Pair, y: number, type: Type): number {
  const half = INNER / 2;
  const left = write(sheet, label, y, { ...type, x: MARGIN, width: half - 12, colour: SOFT });
  const beside = { x: MARGIN + half - 12, width: half + 12, align: 'right' } as const;
  return Math.max(left, write(sheet, value, y, { ...type, ...beside }));
}

function goods(sheet: Sheet, all: SlipLines['goods'], y: number): number {
  const room = 44;
  return all.reduce((top, { name, how, amount }) => {
    const side = { x: MARGIN + INNER - room, width: room, align: 'right' } as const;
    const named = write(sheet, name, top, { x: MARGIN, width: INNER - room, size: 10 });
    const end = write(sheet, how, named - 1, {
      ...{ x: MARGIN, width: INNER - room, size: 8, colour: SOFT },
    });
    write(sheet, amount, top, { ...side, size: 10 });
    return end + 2;
  }, y);
}
