import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** The smallest thing that calls itself a PDF, different for each text. */
export const pdf = (text = ''): Buffer =>
  Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%${text}\ntrailer<<>>\n%%EOF\n`);

const canvas = (width: number, height: number, alpha?: number) =>
  sharp({
    create: {
      ...{ width, height, channels: alpha === undefined ? 3 : 4 },
      background: { r: 200, g: 40, b: 40, alpha: alpha ?? 1 },
    },
  });

/** A photo as a telephone takes it: lying on its side, with a place and a camera in its EXIF. */
export const photo = (width = 300, height = 200): Promise<Buffer> =>
  canvas(width, height)
    .jpeg()
    .withExif({
      IFD0: { Make: 'SecretPhone', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 6/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

export const png = (width = 40, height = 30, alpha?: number): Promise<Buffer> =>
  canvas(width, height, alpha).png().toBuffer();

export const webp = (): Promise<Buffer> => canvas(40, 30, 0.5).webp().toBuffer();

/** A few bytes that claim to be 60,000 by 60,000 pixels: 10 GB of memory for whoever believes. */
export async function bomb(): Promise<Buffer> {
  const bytes = Buffer.from(await png());
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return bytes;
}
