import { Seal } from './seal';

const seal = new Seal('a secret of this process, and a long one');

test('what is sealed is read again, by whoever has the same secret', () => {
  const sealed = seal.seal('JBSWY3DPEHPK3PXP', 'totp ann');

  expect(new Seal('a secret of this process, and a long one').open(sealed, 'totp ann')).toBe('JBSWY3DPEHPK3PXP');
  expect(sealed.toString('latin1')).not.toContain('JBSWY3DPEHPK3PXP');
  expect(seal.seal('JBSWY3DPEHPK3PXP', 'totp ann')).not.toEqual(sealed);
});

test('another secret, another purpose, a changed or a cut text open nothing', () => {
  const sealed = seal.seal('JBSWY3DPEHPK3PXP', 'totp ann');
  const changed = Buffer.concat([sealed.subarray(0, -1), Buffer.from('#')]);

  const attempts = [
    () => new Seal('another secret').open(sealed, 'totp ann'),
    () => seal.open(sealed, 'totp bob'),
    () => seal.open(changed, 'totp ann'),
    () => seal.open(sealed.subarray(0, 20), 'totp ann'),
    () => seal.open(Buffer.alloc(0), 'totp ann'),
  ];

  for (const attempt of attempts) expect(attempt).toThrow(/ATRIUM_SECRET/);
});
