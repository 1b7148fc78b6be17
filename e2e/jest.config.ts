/**
 * @jest-config-loader ts-node
 * @jest-config-loader-options {"transpileOnly": true}
 */
import type { Config } from 'jest';

const config: Config = {
  displayName: 'e2e',
  testEnvironment: 'node',
  globalSetup: '<rootDir>/kit/start-shared-system.ts',
  globalTeardown: '<rootDir>/kit/stop-shared-system.ts',
  setupFilesAfterEnv: ['<rootDir>/kit/after-each-file.ts'],
  // `otplib` requires these two, which are ES modules: Node takes that, jest only what has been transformed.
  transformIgnorePatterns: ['/node_modules/(?!@noble/|@scure/)'],
  transform: {
    '^.+/node_modules/.+\\.js$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'ecmascript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
    '^.+\\.(ts|mjs)$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json'],
};

export default config;
