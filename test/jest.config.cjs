const swc = require('./support/swc.cjs');

/** @type {import('jest').Config} */
module.exports = {
  rootDir: '..',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  transform: { '\\.ts$': ['@swc/jest', swc] },
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
  testTimeout: 30_000,
};
