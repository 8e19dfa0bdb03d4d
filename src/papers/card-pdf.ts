import type { CardFacts } from './card';
import { drawQr } from './draw-qr';
import { bytesOf, newPdf } from './pdf';
import { qr } from './qr';
import { featuresOf, SOFT, WARM, write, type Sheet } from './sheet';
import { SLIP_WORDS } from './slip-words';

/** A card as banks have them, 85.6 by 53.98 mm, in points. */
const SIZE = [242.65, 153.01] as const;
const MARGIN = 14;
const CODE = 92;

/** A card as a PDF of its own size, to be cut out or printed on plastic. */
export async function cardPdf(facts: CardFacts): Promise<Buffer> {
  const words = SLIP_WORDS[facts.locale];
  const code = await qr(facts.code);
  const document = await newPdf({
    ...{ locale: facts.locale, size: SIZE, madeAt: facts.issuedAt },
    ...{ title: `${words.card} ${facts.code}`, author: facts.community },
  });
  const done = bytesOf(document);
  const sheet: Sheet = { document, features: featuresOf(facts.locale), draws: true };
  const [width, height] = SIZE;
  const right = { x: MARGIN + CODE + 8, width: width - CODE - 2 * MARGIN - 8 };
  drawQr(document, code, { x: MARGIN - 6, y: 12, width: CODE });
  let y = write(sheet, facts.community, 18, { ...right, size: 9, colour: SOFT });
  y = write(sheet, words.card, y, { ...right, size: 14, isStrong: true, colour: WARM });
  y = write(sheet, words.cardFor, y + 8, { ...right, size: 7, colour: SOFT });
  write(sheet, facts.displayName, y - 2, { ...right, size: 13 });
  const whole = { x: MARGIN, width: width - 2 * MARGIN };
  write(sheet, facts.code, 108, { ...whole, size: 11, isStrong: true, spacing: 0.6 });
  write(sheet, words.cardNote, height - 26, { ...whole, size: 6.5, colour: SOFT });
  document.end();
  return await done;
}
