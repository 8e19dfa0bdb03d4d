import { Refusal } from '../kernel/refusal';

/** What may be uploaded. */
export type SentType = 'jpeg' | 'png' | 'webp' | 'pdf';

const latin = (text: string) => Buffer.from(text, 'latin1');

/** A type by the bytes it begins with: `[position, bytes]`, all of them. */
const BEGINNINGS: Readonly<Record<SentType, readonly (readonly [number, Buffer])[]>> = {
  jpeg: [[0, latin('\xff\xd8\xff')]],
  png: [[0, latin('\x89PNG\r\n\x1a\n')]],
  webp: [
    [0, latin('RIFF')],
    [8, latin('WEBP')],
  ],
  pdf: [[0, latin('%PDF-')]],
};

/** How telephones name their own format, behind `ftyp`; nothing here reads it. */
const HEIC = /^ftyp(hei[cmsx]|hev[cmsx]|mif1|msf1)/;

/**
 * Tells what a file is by its bytes; what it is called, and what its sender calls it, says nothing.
 * Refuses: `UPLOAD_EMPTY`, `PICTURE_HEIC`, `FILE_TYPE_UNKNOWN`.
 */
export function sniff(bytes: Buffer): SentType {
  if (bytes.length === 0) throw new Refusal('UPLOAD_EMPTY');
  const types = Object.keys(BEGINNINGS) as SentType[];
  const type = types.find((each) =>
    BEGINNINGS[each].every(([at, begins]) => bytes.subarray(at, at + begins.length).equals(begins)),
  );
  if (type) return type;
  if (HEIC.test(bytes.toString('latin1', 4, 12))) throw new Refusal('PICTURE_HEIC');
  throw new Refusal('FILE_TYPE_UNKNOWN');
}
