import { existsSync } from 'node:fs';
import { aptInstall, mayInstall } from './apt.mjs';
import { Failure } from './failure.mjs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The path of a Chromium for the browser tests: CHROMIUM_PATH, the system's, or Debian's package, installed on the spot.
 * Errors: `Failure` with what to do, where there is none and this user may not install one.
 */
export async function ensureChromium(signal, { given = process.env['CHROMIUM_PATH'], places = usualPlaces } = {}) {
  if (given) {
    if (existsSync(given)) return given;
    throw new Failure(`CHROMIUM_PATH must be the path of a Chromium or Chrome; there is nothing at "${given}".`);
  }
  const found = places.find(existsSync);
  if (found) return found;
  if (!mayInstall()) {
    throw new Failure(
      'The browser tests need Chromium, and this machine has none: install it (on Debian: `apt-get install chromium` as root) or set CHROMIUM_PATH to one.',
    );
  }
  console.log('Installing Chromium for the browser tests (apt-get) …');
  await aptInstall(['chromium'], signal);
  return '/usr/bin/chromium';
}
