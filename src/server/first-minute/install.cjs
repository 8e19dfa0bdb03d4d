'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

/** Installs the packages when they are absent or do not fit the lock file any more. */
function installWhenStale(root, print) {
  if (isFresh(root)) return true;
  print('Installing packages (once; about half a minute) …');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  // NODE_ENV=production would leave out the compiler, and the build after this needs it.
  const options = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = spawnSync(command, [...first, ...options], {
    cwd: root,
    encoding: 'utf8',
    shell: !npm && process.platform === 'win32',
  });
  if (run.status === 0) return true;
  print(`${run.stdout ?? ''}${run.stderr ?? ''}`.trim());
  print(`Packages could not be installed${run.error ? ` (${run.error.message})` : ''}. See above.`);
  return false;
}

function isFresh(root) {
  const lock = path.join(root, 'package-lock.json');
  // npm writes this file last, so a broken-off install leaves none.
  const installed = path.join(root, 'node_modules/.package-lock.json');
  if (!fs.existsSync(installed)) return false;
  if (fs.statSync(installed).mtimeMs >= fs.statSync(lock).mtimeMs) return true;
  // A checkout touches the lock file without changing it: then only the clock is behind.
  if (!sameVersions(readPackages(lock), readPackages(installed))) return false;
  const now = new Date();
  fs.utimesSync(installed, now, now);
  return true;
}

function readPackages(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8')).packages ?? {};
}

function sameVersions(wanted, present) {
  const complete = Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional || present[name]?.version === entry.version,
  );
  const nothingElse = Object.entries(present).every(
    ([name, entry]) => wanted[name]?.version === entry.version,
  );
  return complete && nothingElse;
}

module.exports = { installWhenStale, sameVersions };
