/** What stands in a row: moments as milliseconds, days as `2026-11-22`, JSON as text. */
export type Cell = string | number | bigint | boolean | Buffer | readonly string[] | null;

/** Writes a cell's bytes behind `at`, and answers how many they are. */
export type Encoder = (into: Buffer, at: number, cell: never) => number;

const CHUNK = 512 * 1024;
/** No row of ours is longer. */
const LONGEST_ROW = 32 * 1024;

const SIGNATURE = Buffer.from('5047434f50590aff0d0a000000000000000000', 'hex');
const EPOCH_2000_MS = Date.UTC(2000, 0, 1);
const DAY_MS = 86_400_000;
const UUID_OID = 2950;

/** Rows in PostgreSQL's binary COPY format, handed on in chunks. */
export class RowWriter {
  private chunk = Buffer.allocUnsafe(CHUNK);
  private at: number;

  constructor(
    private readonly encoders: readonly Encoder[],
    private readonly send: (chunk: Buffer) => void,
  ) {
    this.at = SIGNATURE.copy(this.chunk);
  }

  write(cells: readonly Cell[]): void {
    const { encoders } = this;
    if (cells.length !== encoders.length)
      throw new Error(`A row has ${cells.length} cells, its table ${encoders.length} columns`);
    if (this.at > CHUNK - LONGEST_ROW) this.flush();
    const into = this.chunk;
    let at = into.writeInt16BE(cells.length, this.at);
    for (let i = 0; i < cells.length; i += 1) {
      const cell = cells[i];
      if (cell === null) at = into.writeInt32BE(-1, at);
      else {
        const length = encoders[i]?.(into, at + 4, cell as never) ?? 0;
        into.writeInt32BE(length, at);
        at += 4 + length;
      }
    }
    this.at = at;
  }

  end(): void {
    this.at = this.chunk.writeInt16BE(-1, this.at);
    this.flush();
  }

  private flush(): void {
    this.send(this.chunk.subarray(0, this.at));
    this.chunk = Buffer.allocUnsafe(CHUNK);
    this.at = 0;
  }
}

/** The value of a hexadecimal digit by its character code; 16 for all else. */
const HEX = new Uint8Array(128).fill(16);
for (const [value, digit] of [...'0123456789abcdef'].entries()) HEX[digit.charCodeAt(0)] = value;

/** Where each byte of a UUID stands in its text. */
const BYTES = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const;

function uuid(into: Buffer, at: number, text: string): number {
  let unreadable = 0;
  for (let i = 0; i < 16; i += 1) {
    const from = BYTES[i] as number;
    const high = HEX[text.charCodeAt(from)] as number;
    const low = HEX[text.charCodeAt(from + 1)] as number;
    unreadable |= high | low;
    into[at + i] = (high << 4) | low;
  }
  if (unreadable > 15) throw new Error(`${text} is no UUID`);
  return 16;
}

function bigint(into: Buffer, at: number, whole: number | bigint): number {
  // Two halves are much faster than a BigInt64, and reach further than any amount of ours.
  const number = Number(whole);
  const high = Math.floor(number / 0x1_0000_0000);
  into.writeInt32BE(high, at);
  into.writeUInt32BE(number - high * 0x1_0000_0000, at + 4);
  return 8;
}

function uuids(into: Buffer, at: number, list: readonly string[]): number {
  let to = at;
  for (const word of [1, 0, UUID_OID, list.length, 1]) to = into.writeInt32BE(word, to);
  for (const each of list) {
    to = into.writeInt32BE(16, to);
    to += uuid(into, to, each);
  }
  return to - at;
}

function json(into: Buffer, at: number, text: string): number {
  into[at] = 1;
  return 1 + into.write(text, at + 1);
}

const ENCODERS: Record<string, Encoder> = {
  uuid,
  'uuid[]': uuids,
  text: (into, at, text: string) => into.write(text, at),
  jsonb: json,
  bytea: (into, at, bytes: Buffer) => bytes.copy(into, at),
  boolean: (into, at, is: boolean) => into.writeUInt8(is ? 1 : 0, at) - at,
  smallint: (into, at, whole: number) => into.writeInt16BE(whole, at) - at,
  integer: (into, at, whole: number) => into.writeInt32BE(whole, at) - at,
  bigint,
  date: (into, at, day: string) =>
    into.writeInt32BE((Date.parse(day) - EPOCH_2000_MS) / DAY_MS, at) - at,
  'timestamp with time zone': (into, at, ms: number) =>
    bigint(into, at, Math.round((ms - EPOCH_2000_MS) * 1000)),
};

/** How a column's type is written. */
export function encoderOf(type: string): Encoder {
  const encoder = ENCODERS[type];
  if (!encoder) throw new Error(`No row is written with a ${type}`);
  return encoder;
}
