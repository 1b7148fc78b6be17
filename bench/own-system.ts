import { addressVariables } from '../e2e/kit/shared-system';

/** The browser tests' kit asks by these for the system that all tests share: there is none here, and whoever owns what is made signs up for it. */
export function shareNoSystem(): void {
  Object.assign(process.env, {
    [addressVariables.apiUrl]: 'none',
    [addressVariables.webUrl]: 'none',
    [addressVariables.signIn]: '{}',
  });
}
