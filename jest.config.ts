/**
 * @jest-config-loader ts-node
 * @jest-config-loader-options {"transpileOnly": true}
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from 'jest';

const config: Config = {
  projects: ['api', 'web', 'bench', 'e2e'].filter((folder) => existsSync(join(__dirname, folder, 'jest.config.ts'))),
  testTimeout: 20_000,
  reporters: ['default', '<rootDir>/tools/setup/short-summary.cjs'],
};

export default config;
