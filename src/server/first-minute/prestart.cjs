'use strict';
// Runs before anything is installed, so it is plain Node without a single dependency.
// `npm start` and the commands call it; `prestart.cjs install` only installs (tests need no build),
// `prestart.cjs pages` builds only what browsers get (for the tests in a browser), and
// `prestart.cjs server` all but that (pages are built by the schema, which the server writes).
const { existsSync } = require('node:fs');
const path = require('node:path');
const { installWhenStale } = require('./install.cjs');
const { buildWebWhenStale, buildWhenStale } = require('./build.cjs');
const { withLock } = require('./lock.cjs');

const root = path.resolve(__dirname, '../../..');
const print = (line) => process.stdout.write(`${line}\n`);

function main() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    print(`Linli needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
    return 1;
  }
  if (!existsSync(path.join(root, 'package-lock.json'))) {
    print(`package-lock.json is missing in ${root}: this is not a whole checkout.`);
    return 1;
  }
  return withLock(path.join(root, '.first-minute.lock'), print, () => {
    if (!installWhenStale(root, print)) return 1;
    if (process.argv[2] === 'install') return 0;
    if (process.argv[2] === 'pages') return buildWebWhenStale(root, print) ? 0 : 1;
    if (!buildWhenStale(root, print)) return 1;
    if (process.argv[2] === 'server') return 0;
    return buildWebWhenStale(root, print) ? 0 : 1;
  });
}

process.exitCode = main();
