import { shared } from './shared-system';

export default async function stopSharedSystem(): Promise<void> {
  await shared.running?.stop();
}
