const swc = require('./support/swc.cjs');

const js = { ...swc, jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } } };

/** @type {import('jest').Config} */
module.exports = {
  rootDir: '..',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
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
  // Each file leaves some 30 MB behind in its worker: one that is too full begins anew, or the last
  // files spend their time on collecting what the first have left.
  workerIdleMemoryLimit: '1200MB',
  testTimeout: 30_000,
};
