import { inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { Refusal } from '../kernel/refusal';

/** A workbook of a list has a dozen parts, and unpacks to some times its size. */
const MOST_PARTS = 1_000;
const MOST_UNPACKED = 150_000_000;

/** Texts and tables; pictures, macros and whatever else was packed are not looked at. */
const WANTED = /\.(xml|rels)$/;

/**
 * Unpacks a workbook within bounds, and packs it again without compression: what reads it then can
 * unpack no more than stands there. The sizes are added up before anything is unpacked, and a part
 * that turns out larger than it said stops there.
 */
export function unpacked(bytes: Buffer): Uint8Array {
  try {
    const parts = listed(bytes);
    const size = parts.reduce((sum, part) => sum + part.size, 0);
    if (size > MOST_UNPACKED)
      throw new Refusal('FILE_TOO_LARGE', { megabytes: MOST_UNPACKED / 1_000_000 });
    const wanted = parts.filter(({ name }) => WANTED.test(name));
    return zipSync(Object.fromEntries(wanted.map((part) => [part.name, inflated(bytes, part)])), {
      level: 0,
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('FILE_UNREADABLE', { detail: 'ZIP' });
  }
}

interface Part {
  readonly name: string;
  /** As the directory says. */
  readonly size: number;
  readonly packedSize: number;
  readonly method: number;
  readonly at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;

/** The directory at the end of an archive; what is larger than 4 GB is none of ours. */
function listed(bytes: Buffer): Part[] {
  let end = bytes.length - END_BYTES;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && bytes.readUInt32LE(end) !== END) end -= 1;
  if (end < first) throw new Error('no directory');
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_PARTS)
    throw new Refusal('FILE_TOO_LARGE', { megabytes: MOST_UNPACKED / 1_000_000 });
  const parts: Part[] = [];
  for (let at = bytes.readUInt32LE(end + 16); parts.length < count;) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error('a broken directory');
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    parts.push({
      name: bytes.toString('utf8', at + 46, at + 46 + (name ?? 0)),
      size: bytes.readUInt32LE(at + 24),
      packedSize: bytes.readUInt32LE(at + 20),
      method: bytes.readUInt16LE(at + 10),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

const STORED = 0;
const DEFLATED = 8;

function inflated(bytes: Buffer, { at, method, packedSize, size }: Part): Uint8Array {
  const begin = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(begin, begin + packedSize);
  if (method === STORED && packed.length === size) return packed;
  if (method !== DEFLATED) throw new Error('packed in an unknown way');
  return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
}
