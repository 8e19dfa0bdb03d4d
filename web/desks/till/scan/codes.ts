/** What a bar code says: goods with the day until which they are good, or a card, or else. */
export type Scanned =
  | { readonly is: 'goods'; readonly ean: string; readonly expiresOn: string | null }
  | { readonly is: 'card'; readonly code: string }
  | { readonly is: 'unknown'; readonly text: string };

/** Reads what a scanner or the camera has read. */
export function readScan(text: string): Scanned {
  const said = text.trim();
  const goods = readGoods(said);
  if (goods) return { is: 'goods', ...goods };
  const code = readCardCode(said);
  return code ? { is: 'card', code } : { is: 'unknown', text: said };
}

const EAN = /^(\d{8}|\d{13})$/;

/** A bar code of goods alone, or one of a batch (GS1) that also tells its last good day. */
function readGoods(text: string): { ean: string; expiresOn: string | null } | null {
  if (EAN.test(text)) return isEan(text) ? { ean: text, expiresOn: null } : null;
  const batch = /^(?:\](?:C1|d2|Q3))?\(?01\)?(\d{14})\(?1[57]\)?(\d{6})/.exec(text);
  if (!batch?.[1] || !batch[2]) return null;
  const ean = batch[1].replace(/^0/, '');
  return isEan(ean) ? { ean, expiresOn: dayOf(batch[2]) } : null;
}

/** The last digit checks the others: they weigh 3 and 1 in turn, from the right. */
function isEan(digits: string): boolean {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

/** YYMMDD as GS1 writes it; day 00 is the last of the month. */
function dayOf(digits: string): string | null {
  const [year, month, day] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2)));
  if (year === undefined || !month || month > 12 || day === undefined || day > 31) return null;
  const date = new Date(Date.UTC(2000 + year, day === 0 ? month : month - 1, day));
  return date.toISOString().slice(0, 10);
}

const CARD = /^[0-9A-HJKMNP-TV-Z]{18}$/;

/** A card's code without its hyphens, as the server reads it; null: it is none. */
export function readCardCode(text: string): string | null {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return CARD.test(code) ? code : null;
}

/**
 * A card is known again by this; the code itself is not kept. Null where the browser does not hash,
 * away from https: there a card is known by the server alone.
 */
export async function hashOf(code: string): Promise<string | null> {
  if (!('subtle' in crypto)) return null;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(code));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
