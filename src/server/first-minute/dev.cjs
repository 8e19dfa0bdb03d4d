'use strict';
// Three watchers side by side: the compiler, the pages, and Node restarting the server on what both
// have written.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../../..');
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const main = path.join(root, 'dist/src/main.js');
const children = [
  [tsc, '-p', root, '--watch', '--preserveWatchOutput'],
  ['--watch', '--enable-source-maps', main],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));

// Ctrl-C reaches the children by itself; this process only has to outlive them.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => children.forEach((child) => child.kill('SIGTERM')));
children.forEach((child) =>
  child.on('exit', () => {
    children.forEach((other) => other.kill());
    process.exit();
  }),
);

/** What is saved several times in a moment is built once. */
const SETTLED_MS = 300;

let waiting;
for (const folder of ['web', 'src/words', 'schema'])
  fs.watch(path.join(root, folder), { recursive: true }, (_event, file) => {
    if (String(file).startsWith('generated')) return;
    clearTimeout(waiting);
    waiting = setTimeout(buildPages, SETTLED_MS);
  });

function buildPages() {
  const args = [path.join(__dirname, 'prestart.cjs'), 'pages'];
  const build = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  // The server looks for the pages when it starts.
  build.on('exit', (code) => code === 0 && fs.utimesSync(main, new Date(), new Date()));
}
