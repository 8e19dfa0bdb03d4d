/** What is longer than anything of ours is not read. */
const LONGEST = 1_000;

/** Reads bytes written in base64url; null where it is none. */
export function readBytes(text: string): Buffer | null {
  const bytes = Buffer.from(text.slice(0, LONGEST), 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
}
