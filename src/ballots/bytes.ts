import { Refusal } from '../kernel/refusal';

/** What is longer than anything of ours is not read. */
const LONGEST = 1_000;

/** Reads bytes written in base64url; anything else is refused with the code given. */
export function readBytes(
  text: string,
  code: 'TOKEN_UNREADABLE' | 'TOKEN_FORGED',
  path: readonly string[],
): Buffer {
  const bytes = Buffer.from(text.slice(0, LONGEST), 'base64url');
  if (bytes.toString('base64url') !== text) throw new Refusal(code, {}, path);
  return bytes;
}
