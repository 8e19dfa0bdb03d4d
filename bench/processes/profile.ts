import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The part of V8's profile that is looked at. */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
  }[];
  readonly samples: readonly number[];
}

/** What makes Node write down where it spends its time; tools for flame graphs read it. */
export const profiling = (folder: string | null): string[] =>
  folder === null ? [] : ['--cpu-prof', '--cpu-prof-dir', path.resolve(folder)];

/** The functions in which a process itself was most often found, with the part of all samples. */
export function hottest({ nodes, samples }: Profile, most: number): string[] {
  const byNode = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const seen = new Map<string, number>();
  const busy = samples.map((id) => byNode.get(id) ?? '').filter((name) => !IDLE.test(name));
  for (const name of busy) seen.set(name, (seen.get(name) ?? 0) + 1);
  return [...seen]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name, many]) => `${((100 * many) / busy.length).toFixed(1).padStart(5)} %  ${name}`);
}

const IDLE = /^\((idle|root)\)/;

function nameOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const file = url.startsWith('file:') ? fileURLToPath(url) : url;
  const where = path.relative(process.cwd(), file).replace(/^.*node_modules\//, '');
  return `${functionName || '(anonymous)'}${url ? `  ${where}:${lineNumber + 1}` : ''}`;
}

/** The same for every profile in a folder. */
export function describeProfiles(folder: string, most = 12): string[] {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.cpuprofile'));
  return files.sort().flatMap((file) => {
    const profile = JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as Profile;
    return ['', file, ...hottest(profile, most).map((line) => `  ${line}`)];
  });
}
