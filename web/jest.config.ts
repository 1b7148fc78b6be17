import type { Config } from 'jest';

const config: Config = {
  displayName: 'web',
  testEnvironment: '<rootDir>/jest.environment.ts',
  roots: ['<rootDir>/app', '<rootDir>/server', '<rootDir>/../tools'],
  // What `npm test` runs, by its name a test itself.
  testPathIgnorePatterns: ['/node_modules/', '/tools/test\\.mjs$'],
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
