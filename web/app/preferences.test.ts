import { readPreferences, rememberPreference } from './preferences';

test('theme and time zone are read from their cookies', () => {
  expect(readPreferences('a=b; theme=dark; time-zone=Europe%2FBerlin')).toEqual({
    theme: 'dark',
    timeZone: 'Europe/Berlin',
    lastCompany: null,
    opensNext: true,
  });
});

test.each([null, '', 'theme=neon; time-zone=Mars%2FOlympus', 'time-zone=%E0%A4%A'])(
  'anything else counts as not told: %j',
  (header) => {
    expect(readPreferences(header)).toEqual({
      theme: 'system',
      timeZone: 'UTC',
      lastCompany: null,
      opensNext: true,
    });
  },
);

test('a remembered preference comes back with the next request', () => {
  rememberPreference('time-zone', 'Asia/Tokyo');

  expect(readPreferences(document.cookie).timeZone).toBe('Asia/Tokyo');
});

test('the company that was open last is told', () => {
  expect(readPreferences('last-company=acme').lastCompany).toBe('acme');
});

test('whoever wants the list after closing keeps it', () => {
  rememberPreference('after-closing', 'list');

  expect(readPreferences(document.cookie).opensNext).toBe(false);
});
