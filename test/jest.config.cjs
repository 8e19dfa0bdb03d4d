const fs = require('node:fs');
const path = require('node:path');
const swc = require('./support/swc.cjs');

const js = { ...swc, jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } } };

// Folders whose files run together, as `support/all` says; the files of the others run one by one,
// and so does what is named on the command line.
const isAsked = process.argv.some((each) => each.endsWith('.test.ts'));
const together = fs
  .readdirSync(__dirname, { recursive: true })
  .filter((file) => path.basename(file) === 'all.ts' && file !== path.join('support', 'all.ts'))
  .map((file) => path.dirname(file));
const leftOut = isAsked
  ? ['/all\\.ts$']
  : together.map((folder) => `/test/${folder}/[^/]+\\.test\\.ts$`);

/** @type {import('jest').Config} */
module.exports = {
  rootDir: '..',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '<rootDir>/test/!(support)/**/all.ts'],
  testPathIgnorePatterns: leftOut,
  testEnvironment: 'node',
  transform: { '\\.ts$': ['@swc/jest', swc], 'blindrsa-ts/.+\\.js$': ['@swc/jest', js] },
  // A module that Node would take as it is, and jest cannot.
  transformIgnorePatterns: ['/node_modules/(?!@cloudflare/blindrsa-ts/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  // The network guard comes first, so that nothing loaded later can open a connection unseen.
  setupFiles: [
    '<rootDir>/test/support/refuse-network.ts',
    '<rootDir>/test/support/chance.ts',
    'reflect-metadata',
  ],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/support/longest-first.cjs',
  // Each file leaves some 30 MB behind in its worker: one that is too full begins anew, or the last
  // files spend their time on collecting what the first have left.
  workerIdleMemoryLimit: '1200MB',
  testTimeout: 30_000,
};
