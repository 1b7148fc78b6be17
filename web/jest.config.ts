import type { Config } from 'jest';

const config: Config = {
  displayName: 'web',
  testEnvironment: '<rootDir>/jest.environment.ts',
  roots: ['<rootDir>/app', '<rootDir>/server', '<rootDir>/../tools'],
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
  moduleNameMapper: { '\\.css$': '<rootDir>/jest.css.cjs' },
  transform: {
    '^.+\\.(tsx?|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  moduleFileExtensions: ['tsx', 'ts', 'js', 'cjs', 'json', 'mjs'],
};

export default config;
