import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { Refusal } from '../kernel/refusal';
import type { KeptType } from './attachment-content.entity';
import type { SentType } from './sniff';

/** What is kept of a file. */
export interface Kept {
  readonly bytes: Buffer;
  readonly type: KeptType;
  readonly width: number | null;
  readonly height: number | null;
}

/** No camera of a telephone takes larger ones; a small file can claim to be any size. */
const MOST_PIXELS = 64_000_000;
const LONGEST_SIDE = 2_048;
const QUALITY = 82;
const MOST_SECONDS = 15;

/** What of the library may read a picture at all: no SVG, no PDF, nothing by a file's name. */
const LOADERS = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'];
LOADERS.push('VipsForeignLoadWebpBuffer');

type Open = (bytes: Buffer, options: SharpOptions) => Sharp;
let opened: Promise<Open> | undefined;

/** Read when the first picture comes: a start does not wait for it. */
async function library(): Promise<Open> {
  const { default: sharp } = await import('sharp');
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: LOADERS });
  sharp.cache(false);
  return sharp;
}

/**
 * Writes a picture anew from its pixels: upright, at most 2,048 pixels long, the first frame of
 * what moves, and without what else the file held: places, cameras, comments, other files.
 * Refuses: `PICTURE_TOO_LARGE`, `FILE_BROKEN`.
 */
export async function rewritten(bytes: Buffer, type: SentType): Promise<Kept> {
  const open = await (opened ??= library());
  const picture = open(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 });
  try {
    const found = await picture.metadata();
    if (found.format !== type || isTooLarge(found)) throw refusalOf(found);
    const small = picture
      .autoOrient()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: MOST_SECONDS });
    const written = found.hasAlpha
      ? small.webp({ quality: QUALITY })
      : small.jpeg({ quality: QUALITY });
    const { data, info } = await written.toBuffer({ resolveWithObject: true });
    const kept = found.hasAlpha ? 'image/webp' : 'image/jpeg';
    return { bytes: data, type: kept, width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (/pixel limit/.test(String(error))) throw tooLarge();
    throw new Refusal('FILE_BROKEN');
  }
}

const isTooLarge = ({ width, height }: Metadata) => width * height > MOST_PIXELS;
const tooLarge = () => new Refusal('PICTURE_TOO_LARGE', { megapixels: MOST_PIXELS / 1_000_000 });

function refusalOf(found: Metadata): Refusal {
  return isTooLarge(found) ? tooLarge() : new Refusal('FILE_BROKEN');
}
