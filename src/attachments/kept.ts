import { Refusal } from '../kernel/refusal';
import { Turns } from '../kernel/turns';
import { rewritten, type Kept } from './picture';
import { sniff } from './sniff';

/** Each picture may take some hundred megabytes while it is unpacked. */
const TURNS = new Turns(2, 32);

/**
 * What is kept of a file: pictures written anew, PDF as it came. Refuses: `UPLOAD_EMPTY`,
 * `FILE_TYPE_UNKNOWN`, `PICTURE_HEIC`, `PICTURE_TOO_LARGE`, `FILE_BROKEN`, `UPLOADS_BUSY`.
 */
export async function keptOf(bytes: Buffer): Promise<Kept> {
  const type = sniff(bytes);
  if (type !== 'pdf') return await TURNS.take(() => rewritten(bytes, type));
  if (!endsAsPdf(bytes)) throw new Refusal('FILE_BROKEN');
  return { bytes, type: 'application/pdf', width: null, height: null };
}

/** The mark may be followed by line ends and by what senders append: readers look so far back. */
const LOOKED_AT = 1_024;

function endsAsPdf(bytes: Buffer): boolean {
  return bytes.subarray(-LOOKED_AT).includes('%%EOF');
}
