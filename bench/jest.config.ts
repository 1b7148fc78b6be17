/**
 * @jest-config-loader ts-node
 * @jest-config-loader-options {"transpileOnly": true}
 */
import type { Config } from 'jest';

/** Of what the measurements are made with; none is made here. */
const config: Config = {
  displayName: 'bench',
  testEnvironment: 'node',
  roots: ['<rootDir>/queries'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
};

export default config;
