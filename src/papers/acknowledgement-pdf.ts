import type { AcknowledgementFacts } from './acknowledgement';
import {
  acknowledgementLines,
  type AcknowledgementLines,
  type Line,
} from './acknowledgement-lines';
import { bytesOf, newPdf } from './pdf';
import {
  BOTTOM,
  featuresOf,
  HAIR,
  LEFT,
  rule,
  SOFT,
  TOP,
  WARM,
  WIDTH,
  write,
  type Sheet,
} from './sheet';

/** How far to the right of their labels values stand. */
const VALUES = 142;

/** Between what is said and the note at the foot. */
const ROOM = 44;

/**
 * The paper as a PDF of one page. The same facts give the same bytes: its moment is the day of
 * issue, and its id follows from what stands in its title.
 */
export async function acknowledgementPdf(facts: AcknowledgementFacts): Promise<Buffer> {
  const lines = acknowledgementLines(facts);
  const document = await newPdf({
    locale: facts.locale,
    size: 'A4',
    title: `${lines.title} ${facts.number}`,
    author: lines.foundation,
    madeAt: new Date(`${facts.issuedOn}T00:00:00Z`),
  });
  const done = bytesOf(document);
  const sheet: Sheet = { document, features: featuresOf(facts.locale), draws: true };
  write(sheet, lines.note, BOTTOM - 20, { size: 10, colour: SOFT });
  // What would reach into the note (long names, a long reason) is drawn smaller, all of it.
  const height = compose({ ...sheet, draws: false }, lines) - TOP;
  const scale = Math.min(1, (BOTTOM - ROOM - TOP) / height);
  if (scale < 1) document.scale(scale, scale, { origin: [LEFT, TOP] });
  compose(sheet, lines);
  document.end();
  return await done;
}

/** Everything but the note; tells where it ends. */
function compose(sheet: Sheet, lines: AcknowledgementLines): number {
  const y = table(sheet, lines.lines, letter(sheet, lines, head(sheet, lines)));
  const end = write(sheet, lines.signed, y + 28, { size: 12, align: 'right' });
  return write(sheet, lines.issuedOn, end + 2, { size: 11, colour: SOFT, align: 'right' });
}

/** Who writes, what it is, and its number. */
function head(sheet: Sheet, lines: AcknowledgementLines): number {
  rule(sheet, TOP, { colour: WARM, weight: 3, width: 28 });
  let y = write(sheet, lines.foundation, TOP + 16, { size: 11, colour: SOFT });
  y = write(sheet, lines.title, y + 18, { size: 24, isStrong: true, spacing: 1 });
  y = write(sheet, lines.number, y + 2, { size: 11, colour: SOFT });
  if (lines.demonstration === null) return y;
  return write(sheet, lines.demonstration, y + 8, { size: 10, colour: WARM });
}

function letter(sheet: Sheet, { greeting, says }: AcknowledgementLines, y: number): number {
  const end = write(sheet, greeting, y + 30, { size: 12, gap: 6 });
  return write(sheet, says, end + 4, { size: 12, gap: 6 });
}

function table(sheet: Sheet, lines: readonly Line[], y: number): number {
  const thin = { colour: HAIR, weight: 0.75 };
  let top = y + 20;
  rule(sheet, top, thin);
  for (const { label, value, isAmount = false, below } of lines) {
    const beside = { x: LEFT + VALUES, width: WIDTH - VALUES };
    const size = isAmount ? 20 : 11;
    // Their feet stand on one line, though an amount is taller.
    const drop = isAmount ? 10 : 0;
    const named = { size: 11, colour: SOFT, width: VALUES - 16 };
    const first = write(sheet, label, top + 9 + drop, named);
    let end = write(sheet, value, top + 9, { ...beside, size, isStrong: isAmount });
    if (below !== undefined) end = write(sheet, below, end, { ...beside, size: 11 });
    top = Math.max(first, end) + 6;
    rule(sheet, top, thin);
  }
  return top;
}
