'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const SOURCES = ['src', 'migrations', 'seeds', 'ormconfig.ts', 'tsconfig.json'];
const WEB_SOURCES = [
  ...['build', 'desks', 'documents', 'kit', 'public', 'words'].map((part) => `web/${part}`),
  ...['src/words', 'schema/schema.graphql', 'package-lock.json'],
];

/** Compiles into dist when a source is newer than the last finished build. */
function buildWhenStale(root, print) {
  const dist = path.join(root, 'dist');
  const stamp = path.join(dist, '.built');
  const newest = Math.max(...SOURCES.map((source) => newestChange(path.join(root, source))));
  if (fs.existsSync(stamp) && fs.statSync(stamp).mtimeMs >= newest) return true;
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
  if (!fs.existsSync(compiler)) {
    print('The sources are newer than dist and the compiler is not installed: run `npm ci`.');
    return false;
  }
  print('Building …');
  const startedAt = new Date();
  fs.rmSync(stamp, { force: true });
  // `npm run check` finds type errors; here they would only make the first minute longer.
  const run = spawnSync(process.execPath, [compiler, '-p', root, '--noCheck'], {
    encoding: 'utf8',
  });
  if (run.status !== 0) {
    print(`${run.stdout}${run.stderr}`.trim());
    return false;
  }
  dropOrphans(root, dist);
  fs.writeFileSync(stamp, '');
  // A file saved while the compiler ran must count as newer than this build.
  fs.utimesSync(stamp, startedAt, startedAt);
  return true;
}

/** Builds what browsers get into dist/web, when something of it is newer than the last build. */
function buildWebWhenStale(root, print) {
  const stamp = path.join(root, 'dist/web/.built');
  const newest = Math.max(...WEB_SOURCES.map((source) => newestChange(path.join(root, source))));
  if (fs.existsSync(stamp) && fs.statSync(stamp).mtimeMs >= newest) return true;
  const script = path.join(root, 'web/build/build.cjs');
  if (!fs.existsSync(path.join(root, 'node_modules/vite'))) {
    print('The pages are newer than dist/web and their tools are not installed: run `npm ci`.');
    return false;
  }
  print('Building the pages …');
  const startedAt = new Date();
  const run = spawnSync(process.execPath, [script], { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) {
    print(`${run.stdout}${run.stderr}`.trim());
    return false;
  }
  fs.utimesSync(stamp, startedAt, startedAt);
  return true;
}

/** Folders count too: deleting a file changes only its folder. */
function newestChange(file) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = fs.readdirSync(file).map((name) => newestChange(path.join(file, name)));
  return Math.max(stat.mtimeMs, ...inside);
}

/** A migration or entity whose source is gone must not be found by TypeORM's globs. */
function dropOrphans(root, dist) {
  for (const entry of fs.readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === '.built') continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (isOfThePages(path.relative(dist, file))) continue;
    const source = path.join(root, path.relative(dist, file)).replace(/\.js(\.map)?$/, '.ts');
    if (!fs.existsSync(source)) fs.rmSync(file);
  }
}

/** What the other build has made. */
function isOfThePages(file) {
  return file.startsWith(`web${path.sep}`) || file === 'trusted-documents.json';
}

module.exports = { buildWebWhenStale, buildWhenStale, newestChange };
