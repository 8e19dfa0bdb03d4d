/** `node -r` this: a test's own process runs our TypeScript as the tests do, without a build. */
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');
const swc = require('./swc.cjs');

require.extensions['.ts'] = (module, filename) => {
  const options = { ...swc, filename, swcrc: false, sourceMaps: false };
  module._compile(transformSync(readFileSync(filename, 'utf8'), options).code, filename);
};
