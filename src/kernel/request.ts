import { hash } from 'node:crypto';
import { Refusal } from './refusal';

/** What a client asked for, named so that asking again is recognised. */
export interface Request {
  /** The client's key, unique per set of books. */
  readonly key: string;
  /** 16 bytes of SHA-256 over the command's name and its whole input. */
  readonly fingerprint: Buffer;
}

/** Writes any plain value with its keys in order, so that equal requests have equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (typeof each === 'bigint') return each.toString();
    if (each === null || typeof each !== 'object' || Array.isArray(each)) return each;
    return Object.fromEntries(
      Object.entries(each).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
    );
  });
}

export function fingerprint(command: string, input: unknown): Buffer {
  return hash('sha256', `${command}\n${canonical(input)}`, 'buffer').subarray(0, 16);
}

/** Reads a client's idempotency key (8 to 200 printable characters) together with its request. */
export function request(command: string, input: { idempotencyKey: string }): Request {
  const key = `client/${readKey(input.idempotencyKey)}`;
  return { key, fingerprint: fingerprint(command, input) };
}

/** Refuses: `KEY_UNUSABLE`. */
export function readKey(given: string): string {
  if (/^[\x21-\x7e]{8,200}$/.test(given)) return given;
  throw new Refusal('KEY_UNUSABLE', {}, ['idempotencyKey']);
}

/** The same act can only be asked for once: its key follows from what it does. */
export function ownRequest(key: string): Request {
  return { key: `own/${key}`, fingerprint: fingerprint('own', key) };
}

/** The same key with another body is refused: `KEY_REUSED`. */
export function sameRequest(stored: Buffer, asked: Pick<Request, 'fingerprint'>): void {
  if (!stored.equals(asked.fingerprint)) throw new Refusal('KEY_REUSED', {}, ['idempotencyKey']);
}
