import fs from 'node:fs';
import path from 'node:path';

/** The checkout's top folder, the same from `src` and from `dist`. */
export const projectFolder = topOf(__dirname);

function topOf(folder: string): string {
  const parent = path.dirname(folder);
  const isTop = fs.existsSync(path.join(folder, 'package.json')) || parent === folder;
  return isTop ? folder : topOf(parent);
}
