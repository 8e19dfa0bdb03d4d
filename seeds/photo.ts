import { connectedStore } from '../src/attachments/object-store';
import { uploadAttachment } from '../src/attachments/upload-attachment';
import type { PlaceRow } from '../src/society/place.entity';
import { tenantId } from './economy';
import type { Stage } from './stage';

const WIDTH = 640;
const HEIGHT = 480;

type Colour = readonly [red: number, green: number, blue: number];
const WALL: Colour = [214, 210, 200];
const SHELF: Colour = [120, 96, 70];
const CARTON: Colour = [188, 146, 96];
const TAPE: Colour = [206, 176, 130];
const DAMP: Colour = [118, 84, 52];

/** A carton on a shelf, whose corner has got damp. */
function colourAt(x: number, y: number): Colour {
  if (y > 400) return SHELF;
  if (x < 140 || x > 500 || y < 140) return WALL;
  if (Math.hypot(x - 500, (y - 400) * 1.3) < 150 + 12 * Math.sin(x / 9)) return DAMP;
  return Math.abs(x - 320) < 22 ? TAPE : CARTON;
}

/** Drawn by us: the demo shows nobody's own pictures. */
async function drawn(): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const pixels = Array.from({ length: WIDTH * HEIGHT }, (_, at) =>
    colourAt(at % WIDTH, Math.floor(at / WIDTH)),
  );
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 as const };
  return await sharp(Buffer.from(pixels.flat()), { raw }).png().toBuffer();
}

/** A photo that somebody uploads; null where no store of files is at hand. */
export async function uploadPhoto(
  stage: Stage,
  personId: string,
  { id: communityId, lineage }: PlaceRow,
): Promise<string | null> {
  if (!connectedStore(stage.source)) return null;
  const bytes = await drawn();
  const input = { communityId, lineage, bytes };
  return tenantId('Attachment', await stage.as(personId, uploadAttachment, input));
}
