import { Session } from 'node:inspector/promises';
// The program as it is deployed.
import '../../api/src/main';

const session = new Session();

/** From "profile" to "profiled", whose answer is the profile. */
process.on('message', (message) => void answer(String(message)));
// Whoever started it has ended.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));

async function answer(message: string): Promise<void> {
  if (message === 'profile') {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 500 });
    await session.post('Profiler.start');
    process.send?.({});
  }
  if (message === 'profiled') {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    process.send?.(profile);
  }
}
