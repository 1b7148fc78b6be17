import type { Running } from './system';

/** What the run's set-up leaves to its end: both are loaded by the same process. */
export const shared: { running?: Running } = {};

/** For the tests, which run in other processes. */
export const addressVariables = {
  apiUrl: 'ATRIUM_E2E_API_URL',
  webUrl: 'ATRIUM_E2E_WEB_URL',
  signIn: 'ATRIUM_E2E_SIGN_IN',
};

function address(name: string): string {
  const url = process.env[name];
  if (!url) throw new Error(`expected ${name}, which the global set-up of the browser tests provides`);
  return url;
}

/** One system for all files; each test registers a company of its own, and the demo companies are only looked at. */
export const sharedSystem = () => ({
  apiUrl: address(addressVariables.apiUrl),
  webUrl: address(addressVariables.webUrl),
  /** Of the demo's account. */
  signIn: JSON.parse(address(addressVariables.signIn)) as { email: string; password: string },
});
