import { Refusal } from './refusal';

/**
 * Characters that nobody types and PostgreSQL or a printer may refuse, halves of characters (lone
 * surrogates) among them; line ends and tabs stay.
 */
const CONTROL = /[^\P{Cc}\n\t]|\p{Cs}/gu;

/** Reads a text of at most `longest` characters; empty or longer is `TEXT_LENGTH`. */
export function readText(text: string, longest: number, path: readonly string[]): string {
  const trimmed = text.replace(CONTROL, '').normalize('NFC').trim();
  const length = [...trimmed].length;
  if (length < 1 || length > longest) throw new Refusal('TEXT_LENGTH', { longest }, path);
  return trimmed;
}

/** Reads a name: 1 to 100 characters. */
export function readName(text: string, path: readonly string[]): string {
  return readText(text, 100, path);
}

/** Reads a reason or a purpose: 1 to 2,000 characters. */
export function readReason(text: string, path: readonly string[]): string {
  return readText(text, 2000, path);
}

/** What somebody looks for, as names are written; nothing of it is refused. */
export function asSought(text: string): string {
  return text.normalize('NFC').trim().slice(0, 100).replaceAll('\0', '');
}
