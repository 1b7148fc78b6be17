import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from '../../tools/setup/chromium.mjs';
import { addressVariables, shared } from './shared-system';
import { startSystem } from './system';

export default async function startSharedSystem(): Promise<void> {
  process.env['CHROMIUM_PATH'] = await ensureChromium(new AbortController().signal);
  shared.running = await startSystem({ demo: true });
  process.env[addressVariables.apiUrl] = shared.running.apiUrl;
  process.env[addressVariables.webUrl] = shared.running.webUrl;
  process.env[addressVariables.signIn] = readFileSync(join(shared.running.dataDir, 'demo-sign-in.json'), 'utf8');
}
