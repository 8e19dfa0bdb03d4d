import fs from 'node:fs';
import path from 'node:path';
import bwipjs from 'bwip-js';
import sharp from 'sharp';

const SIZE = { width: 640, height: 480 } as const;
const FRAMES = 10;

/** What makes Chromium take a film for its camera, and be allowed to look. */
export const cameraThatShows = (film: string): readonly string[] => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
];

/** Films a bar code lying still, with the quiet around it that readers need; tells the file. */
export async function filmCode(folder: string, ean: string): Promise<string> {
  const code = await bwipjs.toBuffer({ bcid: 'ean13', text: ean, scale: 3, height: 40 });
  const { data, info } = await sharp(code)
    .flatten({ background: '#ffffff' })
    .resize({ width: 440, height: 300, fit: 'contain', background: '#ffffff' })
    .extend({ top: 90, bottom: 90, left: 100, right: 100, background: '#ffffff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const luma = Buffer.alloc(SIZE.width * SIZE.height, 255);
  for (let i = 0; i < luma.length; i += 1) luma[i] = data[i * info.channels] ?? 255;
  const chroma = Buffer.alloc(luma.length / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const head = `YUV4MPEG2 W${SIZE.width} H${SIZE.height} F10:1 Ip A1:1 C420jpeg\n`;
  const file = path.join(folder, `${ean}.y4m`);
  fs.writeFileSync(file, Buffer.concat([Buffer.from(head), ...Array(FRAMES).fill(frame)]));
  return file;
}
