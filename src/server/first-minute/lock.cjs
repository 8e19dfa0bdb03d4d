'use strict';
const fs = require('node:fs');

/** Two terminals must not install or build into one folder at once; the second waits. */
function withLock(file, print, work) {
  let told = false;
  for (const giveUpAt = Date.now() + 600_000; !take(file);) {
    if (Date.now() > giveUpAt) {
      print(`Another process has been installing or building for too long. Remove ${file}.`);
      return 1;
    }
    if (!told) print('Waiting for another process that is installing or building …');
    told = true;
    sleep(200);
  }
  try {
    return work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!holderIsAlive(file)) fs.rmSync(file, { force: true });
    return false;
  }
}

function holderIsAlive(file) {
  try {
    const pid = Number(fs.readFileSync(file, 'utf8'));
    // Just created and not yet written reads as empty: count it as alive.
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

module.exports = { withLock };
