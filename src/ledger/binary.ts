/**
 * Arrays as PostgreSQL's wire holds them. A batch of entries is some thirty arrays; written as text
 * and read back from it, they would cost a quarter of the posting.
 */
const OID = { bool: 16, bytea: 17, int8: 20, int2: 21, int4: 23, text: 25 } as const;
const MORE = { timestamptz: 1184, uuid: 2950, jsonb: 3802 } as const;

/** One dimension: its header, then the type, the length, and the index of the first element. */
const HEADER = 20;
const NULL = -1;

/** PostgreSQL counts from the year 2000, in microseconds. */
const EPOCH_MS = 946_684_800_000;

type Put<T> = (buffer: Buffer, value: T, at: number) => void;

/** An array of values of one size; null where there is none. */
function fixed<T>(oid: number, size: number, values: readonly (T | null)[], put: Put<T>): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER + values.length * (4 + size));
  let at = HEADER;
  for (const value of values) {
    buffer.writeInt32BE(value === null ? NULL : size, at);
    at += 4;
    if (value === null) continue;
    put(buffer, value, at);
    at += size;
  }
  return headed(buffer.subarray(0, at), oid, values.length);
}

/** An array of values of any size; `put` answers how much it wrote. */
function varying<T>(
  oid: number,
  values: readonly T[],
  sizeOf: (value: T) => number,
  put: (buffer: Buffer, value: T, at: number) => number,
): Buffer {
  let room = HEADER;
  for (const value of values) room += 4 + sizeOf(value);
  const buffer = Buffer.allocUnsafe(room);
  let at = HEADER;
  for (const value of values) {
    const size = put(buffer, value, at + 4);
    buffer.writeInt32BE(size, at);
    at += 4 + size;
  }
  return headed(buffer.subarray(0, at), oid, values.length);
}

function headed(buffer: Buffer, oid: number, length: number): Buffer {
  buffer.writeInt32BE(length === 0 ? 0 : 1, 0);
  buffer.writeInt32BE(1, 4);
  buffer.writeInt32BE(oid, 8);
  // An array of nothing has no dimension, and its header ends here.
  if (length === 0) return buffer.subarray(0, 12);
  buffer.writeInt32BE(length, 12);
  buffer.writeInt32BE(1, 16);
  return buffer;
}

const byte: Put<boolean> = (buffer, value, at) => void buffer.writeUInt8(value ? 1 : 0, at);

/** The value of a hexadecimal digit by its character. */
const NIBBLE = Uint8Array.from({ length: 128 }, (_, code) => {
  const value = parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? 0 : value;
});

/** Writes a UUID's sixteen bytes; its dashes stand where they always stand. */
const sixteenBytes: Put<string> = (buffer, value, at) => {
  let to = at;
  for (let from = 0; from < 36; from += 2) {
    if (from === 8 || from === 13 || from === 18 || from === 23) from += 1;
    const high = NIBBLE[value.charCodeAt(from)] ?? 0;
    buffer[to] = (high << 4) | (NIBBLE[value.charCodeAt(from + 1)] ?? 0);
    to += 1;
  }
};

export function uuidBytes(value: string): Buffer {
  const buffer = Buffer.allocUnsafe(16);
  sixteenBytes(buffer, value, 0);
  return buffer;
}

export const bools = (values: readonly boolean[]) => fixed(OID.bool, 1, values, byte);

export const int2s = (values: readonly number[]) =>
  fixed(OID.int2, 2, values, (buffer, value, at) => void buffer.writeInt16BE(value, at));

export const int4s = (values: readonly number[]) =>
  fixed(OID.int4, 4, values, (buffer, value, at) => void buffer.writeInt32BE(value, at));

export const int8s = (values: readonly bigint[]) =>
  fixed(OID.int8, 8, values, (buffer, value, at) => void buffer.writeBigInt64BE(value, at));

export const uuids = (values: readonly (string | null)[]) =>
  fixed(MORE.uuid, 16, values, sixteenBytes);

export const moments = (values: readonly Date[]) =>
  fixed(MORE.timestamptz, 8, values, (buffer, value, at) => {
    buffer.writeBigInt64BE(BigInt(value.getTime() - EPOCH_MS) * 1000n, at);
  });

export const texts = (values: readonly string[]) =>
  varying(
    OID.text,
    values,
    (value) => Buffer.byteLength(value),
    (buffer, value, at) => buffer.write(value, at),
  );

export const byteas = (values: readonly Buffer[]) =>
  varying(
    OID.bytea,
    values,
    (value) => value.length,
    (buffer, value, at) => value.copy(buffer, at),
  );

const JSONB_VERSION = 1;

/** Values that are JSON text already. */
export const jsonbs = (values: readonly string[]) =>
  varying(
    MORE.jsonb,
    values,
    (value) => 1 + Buffer.byteLength(value),
    (buffer, value, at) => {
      buffer[at] = JSONB_VERSION;
      return 1 + buffer.write(value, at + 1);
    },
  );
