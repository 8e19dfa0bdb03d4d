import fs from 'node:fs';
import path from 'node:path';

/**
 * The test files of a folder as one suite. Each keeps its own database; what they share is what
 * they load: to read the server's modules takes longer than most files' tests, and is done once. A
 * file that is named on the command line still runs by itself.
 */
export function all(folder: string): void {
  for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.test.ts')))
    describe(path.basename(file, '.test.ts'), () => void require(path.join(folder, file)));
}
