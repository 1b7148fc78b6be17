import { serverArguments } from './settings';

const place = { cluster: '/data/postgres', passwordFile: '', logFile: '', ownerFile: '', user: null };
const settingsOf = (major: number, durable = true) => serverArguments(place, { folder: '', major }, 5432, durable);

test('recovery after a crash does not open every file, where this PostgreSQL can do without', () => {
  const isLinux = process.platform === 'linux';
  const [old, current, forTests] = [settingsOf(13), settingsOf(18), settingsOf(18, false)];

  const asked = [old, current, forTests].map((settings) => settings.includes('recovery_init_sync_method=syncfs'));

  expect(asked).toEqual([false, isLinux, false]);
});
