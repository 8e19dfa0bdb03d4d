'use strict';
// Two watchers side by side: the compiler, and Node restarting the server on what it wrote.
const { spawn } = require('node:child_process');
const path = require('node:path');

const root = path.resolve(__dirname, '../../..');
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const children = [
  [tsc, '-p', root, '--watch', '--preserveWatchOutput'],
  ['--watch', '--enable-source-maps', path.join(root, 'dist/src/main.js')],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));

// Ctrl-C reaches the children by itself; this process only has to outlive them.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => children.forEach((child) => child.kill('SIGTERM')));
children.forEach((child) => child.on('exit', () => children.forEach((other) => other.kill())));
