import { importsOf, resolveImport, type SourceFile } from './source';

/**
 * The floors of the house, lowest first; folders on one floor are siblings. An import goes down or
 * stays in its own folder: never up, never sideways.
 */
export const FLOORS: readonly (readonly string[])[] = [
  ['kernel'],
  ['ledger'],
  ['api'],
  ['bookkeeping'],
  ['society', 'mail', 'papers', 'spreadsheets', 'attachments'],
  ['books'],
  ['payments'],
  ['foundations', 'credits', 'ballots'],
  ['enterprises', 'volunteering', 'courses', 'supermarkets'],
  ['reports'],
  ['grants'],
  ['donations'],
  ['councils'],
  ['projects', 'courtyards'],
  ['motions', 'elections'],
  ['meetings'],
  ['public-funds'],
  ['inbox'],
  ['disclosure'],
  ['server'],
  ['main'],
];

/** Data that stands on no floor, with the one folder that may import it. */
const DATA = new Map([['words', 'api']]);

/** Who may import what lies outside `src`: the ORM's set-up, and the seeds. */
const LOOKS_OUT = ['server', 'main'];

const MAX_LINES = 200;

/** Names that say nothing about what is inside: as a whole name, or as what a name ends in. */
const EMPTY_NAMES = /^(utils?|helpers?|managers?|services?|common|misc|shared|lib|base)$/;
const EMPTY_ENDINGS = /[-.](utils?|helpers?|managers?)$/;

/** `src/society/place.reader.ts` → `society`; `src/main.ts` → `main`. */
export function folderOf(path: string): string {
  return path.split('/')[1]?.replace(/\.[a-z]+$/, '') ?? '';
}

function floorOf(folder: string): number {
  return FLOORS.findIndex((floor) => floor.includes(folder));
}

/** Every import that goes up or sideways, or leads to a place that is not on the list. */
export function badImports(
  files: readonly SourceFile[],
  outside: readonly SourceFile[] = [],
): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const beyond = new Set(outside.map(({ path }) => path));
  return files.flatMap((file) =>
    importsOf(file).flatMap((specifier) => {
      const says = badImport(file.path, specifier, paths, beyond);
      return says ? [`${file.path} imports ${specifier}: ${says}`] : [];
    }),
  );
}

function badImport(
  from: string,
  specifier: string,
  paths: ReadonlySet<string>,
  beyond: ReadonlySet<string>,
): string | null {
  if (!specifier.startsWith('.')) return null;
  const source = folderOf(from);
  if (resolveImport(from, specifier, beyond))
    return LOOKS_OUT.includes(source) ? null : 'it lies outside the house';
  const to = resolveImport(from, specifier, paths);
  if (!to) return 'there is no such file in the house';
  const target = folderOf(to);
  if (source === target) return null;
  const reader = DATA.get(target);
  if (reader) return reader === source ? null : `only ${reader} reads ${target}`;
  const [here, there] = [floorOf(source), floorOf(target)];
  if (here < 0) return `${source} has no floor`;
  if (there < 0) return `${target} has no floor`;
  if (there === here) return `${target} is a sibling of ${source}`;
  return there > here ? `${target} is above ${source}` : null;
}

/** Every knot of files that import each other in a circle; imports of types count. */
export function importCycles(files: readonly SourceFile[]): string[][] {
  const paths = new Set(files.map(({ path }) => path));
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file).flatMap((each) => {
        const to = each.startsWith('.') ? resolveImport(file.path, each, paths) : null;
        return to ? [to] : [];
      }),
    ]),
  );
  return knots(edges);
}

/** Tarjan's strongly connected components of more than one file, or of a file importing itself. */
function knots(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (at: string): void => {
    index.set(at, index.size);
    low.set(at, index.get(at) ?? 0);
    stack.push(at);
    for (const to of edges.get(at) ?? []) {
      if (!index.has(to)) visit(to);
      if (stack.includes(to)) low.set(at, Math.min(low.get(at) ?? 0, low.get(to) ?? 0));
    }
    if (low.get(at) !== index.get(at)) return;
    const knot = stack.splice(stack.indexOf(at));
    if (knot.length > 1 || edges.get(at)?.includes(at)) found.push(knot.sort());
  };
  for (const file of edges.keys()) if (!index.has(file)) visit(file);
  return found;
}

/** Barrels, names that say nothing, folders without a floor, and files that are too long. */
export function badFiles(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const faults: string[] = [];
    const parts = path.split('/').slice(1);
    const name = (parts.at(-1) ?? '').replace(/\.(ts|cjs|json)$/, '');
    const lines = text.split('\n').length - 1;
    if (name === 'index') faults.push(`${path} is a barrel`);
    if ([...parts.slice(0, -1), name].some((part) => EMPTY_NAMES.test(part)))
      faults.push(`${path} has a name that says nothing`);
    if (EMPTY_ENDINGS.test(name)) faults.push(`${path} has a name that says nothing`);
    if (/\.(service|manager)$/.test(name)) faults.push(`${path} is an agent noun`);
    if (floorOf(folderOf(path)) < 0 && !DATA.has(folderOf(path)))
      faults.push(`${path} stands on no floor`);
    if (lines > MAX_LINES) faults.push(`${path} has ${lines} lines; ${MAX_LINES} is the most`);
    return faults;
  });
}

/** The middle one of the files' sizes, in lines. */
export function medianLines(files: readonly SourceFile[]): number {
  const sizes = files.map(({ text }) => text.split('\n').length - 1).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 0;
}
