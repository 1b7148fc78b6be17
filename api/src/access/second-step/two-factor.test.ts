import { generate } from 'otplib';
import { codeClock, mails, newPerson, type Person, password, sendTo } from '../../testing/people';
import { behindTheApi } from '../../testing/test-api';

const halfMinute = 30_000;

const begin = 'mutation { beginTwoFactor { secret uri userErrors { code field } } }';
const enable = `
  mutation ($input: EnableTwoFactorInput!) {
    enableTwoFactor(input: $input) {
      recoveryCodes viewer { hasTwoFactor recoveryCodesLeft } userErrors { code field }
    }
  }`;
const disable = `
  mutation ($password: String!) {
    disableTwoFactor(input: { password: $password }) {
      viewer { hasTwoFactor recoveryCodesLeft } userErrors { code field }
    }
  }`;
const renew = `
  mutation ($password: String!) {
    renewRecoveryCodes(input: { password: $password }) { recoveryCodes userErrors { code field } }
  }`;
const signIn = `
  mutation ($input: SignInInput!) {
    signIn(input: $input) { token viewer { recoveryCodesLeft } userErrors { code field } }
  }`;
const state = '{ viewer { hasTwoFactor recoveryCodesLeft } }';

const codeOf = (secret: string): Promise<string> => generate({ secret, epoch: Math.floor(codeClock.nowMs / 1000) });

async function attempt({ email }: Person, code: string | null, secretWords = password) {
  const { data } = await sendTo(signIn, { input: { email, password: secretWords, code } });
  return data.signIn;
}

/** A person who has switched it on; the clock stands where no code was used. */
async function newCarefulPerson() {
  const person = await newPerson();
  const secret: string = (await person.send(begin)).data.beginTwoFactor.secret;
  const { data } = await person.send(enable, { input: { code: await codeOf(secret), password } });
  codeClock.nowMs += halfMinute;
  return { person, secret, recoveryCodes: data.enableTwoFactor.recoveryCodes as string[] };
}

const audited = async ({ email }: Person) => {
  return behindTheApi<{ action: string; target: string | null }>(
    `select l.action, l.target from public.audit_log l join public.accounts a on a.id = l.account_id
     where a.email = $1 order by l.created_at, l.id`,
    [email],
  );
};

test('a code of the app and the password switch the second step on, and show ten recovery codes', async () => {
  const ann = await newPerson();
  const { secret, uri } = (await ann.send(begin)).data.beginTwoFactor;

  const off = (await ann.send(state)).data.viewer;
  const { data } = await ann.send(enable, { input: { code: await codeOf(secret), password } });

  expect(uri).toBe(`otpauth://totp/Atrium:${encodeURIComponent(ann.email)}?secret=${secret}&issuer=Atrium`);
  expect(off).toEqual({ hasTwoFactor: false, recoveryCodesLeft: 0 });
  expect(new Set(data.enableTwoFactor.recoveryCodes).size).toBe(10);
  expect(data.enableTwoFactor).toMatchObject({
    viewer: { hasTwoFactor: true, recoveryCodesLeft: 10 },
    userErrors: [],
  });
});

test('neither a wrong code nor a wrong password switches it on, and what was begun asks for nothing', async () => {
  const ann = await newPerson();
  const none = await ann.send(enable, { input: { code: '123456', password } });
  const { secret } = (await ann.send(begin)).data.beginTwoFactor;
  const code = await codeOf(secret);
  const tell = async (input: object) => (await ann.send(enable, { input })).data.enableTwoFactor;

  const wrongCode = await tell({ code: code === '000000' ? '000001' : '000000', password });
  const wrongPassword = await tell({ code, password: 'guess' });

  expect(none.data.enableTwoFactor.userErrors).toEqual([{ code: 'CONFLICT', field: ['code'] }]);
  expect(wrongCode).toMatchObject({ recoveryCodes: null, userErrors: [{ code: 'INVALID', field: ['code'] }] });
  expect(wrongPassword).toMatchObject({ recoveryCodes: null, userErrors: [{ code: 'INVALID', field: ['password'] }] });
  expect((await attempt(ann, null)).userErrors).toEqual([]);
});

test('once it is on, beginning anew changes nothing', async () => {
  const { person, secret } = await newCarefulPerson();

  const again = (await person.send(begin)).data.beginTwoFactor;

  expect(again).toEqual({ secret: null, uri: null, userErrors: [{ code: 'CONFLICT', field: [] }] });
  expect((await attempt(person, await codeOf(secret))).userErrors).toEqual([]);
});

test('a code is asked for after the right password only', async () => {
  const { person, secret } = await newCarefulPerson();
  const code = await codeOf(secret);

  expect(await attempt(person, null, 'guess')).toMatchObject({
    userErrors: [{ code: 'INVALID', field: ['password'] }],
  });
  expect(await attempt(person, code, 'guess')).toMatchObject({
    userErrors: [{ code: 'INVALID', field: ['password'] }],
  });
  expect(await attempt(person, null)).toMatchObject({
    token: null,
    userErrors: [{ code: 'REQUIRED', field: ['code'] }],
  });
  expect(await attempt(person, ' ')).toMatchObject({
    token: null,
    userErrors: [{ code: 'REQUIRED', field: ['code'] }],
  });
  expect(await attempt(person, 'nonsense')).toMatchObject({ userErrors: [{ code: 'INVALID', field: ['code'] }] });
  expect(await attempt(person, `${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({
    token: expect.any(String),
    userErrors: [],
  });
});

test('a code opens one session, whether its uses come one after the other or at once', async () => {
  const { person, secret } = await newCarefulPerson();
  const code = await codeOf(secret);

  const atOnce = await Promise.all([1, 2, 3].map(() => attempt(person, code)));
  const later = await attempt(person, code);

  expect(atOnce.filter(({ token }) => token !== null)).toHaveLength(1);
  expect(later).toMatchObject({ token: null, userErrors: [{ code: 'INVALID', field: ['code'] }] });
});

test('a code is good half a minute too early and too late, and no longer', async () => {
  const { person, secret } = await newCarefulPerson();
  const code = await codeOf(secret);
  const at = async (ms: number) => {
    codeClock.nowMs += ms;
    const { token } = await attempt(person, code);
    codeClock.nowMs -= ms;
    return token !== null;
  };

  expect(await at(2 * halfMinute)).toBe(false);
  expect(await at(-2 * halfMinute)).toBe(false);
  expect(await at(halfMinute)).toBe(true);
});

test('a code from before the last one that was used is refused', async () => {
  const { person, secret } = await newCarefulPerson();
  const earlier = await codeOf(secret);
  codeClock.nowMs += halfMinute;

  expect((await attempt(person, await codeOf(secret))).userErrors).toEqual([]);
  expect((await attempt(person, earlier)).userErrors).toEqual([{ code: 'INVALID', field: ['code'] }]);
});

test('each recovery code opens one session, however it is typed', async () => {
  const { person, recoveryCodes } = await newCarefulPerson();
  const [first = '', second = ''] = recoveryCodes;

  const atOnce = await Promise.all([1, 2].map(() => attempt(person, first)));
  const typed = await attempt(person, ` ${second.replaceAll('-', '').toUpperCase()}`);
  const again = await attempt(person, second);

  expect(atOnce.filter(({ token }) => token !== null)).toHaveLength(1);
  expect(typed).toMatchObject({ viewer: { recoveryCodesLeft: 8 }, userErrors: [] });
  expect(again.userErrors).toEqual([{ code: 'INVALID', field: ['code'] }]);
});

test('recovery codes are stored as hashes, and the secret sealed', async () => {
  const { secret, recoveryCodes } = await newCarefulPerson();

  const rows = await behindTheApi(
    `select s.sealed_secret::text || c.code_hash::text as text
     from public.second_steps s join public.recovery_codes c using (account_id)`,
  );
  const stored = JSON.stringify(rows);

  for (const text of [secret, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll('-', ''))]) {
    expect(stored).not.toContain(Buffer.from(text).toString('hex'));
    expect(stored).not.toContain(text);
  }
});

test('renewed recovery codes take the place of those of before', async () => {
  const { person, recoveryCodes } = await newCarefulPerson();

  const wrong = (await person.send(renew, { password: 'guess' })).data.renewRecoveryCodes;
  const { recoveryCodes: renewed } = (await person.send(renew, { password })).data.renewRecoveryCodes;

  expect(wrong).toEqual({ recoveryCodes: null, userErrors: [{ code: 'INVALID', field: ['password'] }] });
  expect(renewed).toHaveLength(10);
  expect((await attempt(person, recoveryCodes[0] ?? '')).userErrors).toEqual([{ code: 'INVALID', field: ['code'] }]);
  expect((await attempt(person, renewed[0])).userErrors).toEqual([]);
});

test('the password switches it off, and what was given out for it is void', async () => {
  const { person, recoveryCodes } = await newCarefulPerson();

  const wrong = (await person.send(disable, { password: 'guess' })).data.disableTwoFactor;
  const { viewer } = (await person.send(disable, { password })).data.disableTwoFactor;
  const twice = (await person.send(disable, { password })).data.disableTwoFactor;
  const renewed = (await person.send(renew, { password })).data.renewRecoveryCodes;

  expect(wrong).toEqual({ viewer: null, userErrors: [{ code: 'INVALID', field: ['password'] }] });
  expect(viewer).toEqual({ hasTwoFactor: false, recoveryCodesLeft: 0 });
  expect(twice.userErrors).toEqual([{ code: 'CONFLICT', field: [] }]);
  expect(renewed.userErrors).toEqual([{ code: 'CONFLICT', field: [] }]);
  expect((await attempt(person, null)).userErrors).toEqual([]);
  const left = await behindTheApi(
    `select 1 from public.recovery_codes where code_hash = any(
       select sha256(convert_to(code, 'utf8')) from unnest($1::text[]) code)`,
    [recoveryCodes.map((code) => code.replaceAll('-', ''))],
  );
  expect(left).toEqual([]);
});

test('a new password does not switch it off', async () => {
  const { person, secret } = await newCarefulPerson();
  await sendTo(
    'mutation ($email: String!) { requestPasswordReset(input: { email: $email }) { userErrors { code } } }',
    {
      email: person.email,
    },
  );
  const token = /#(\S+)/.exec(mails.find(({ to }) => to === person.email)?.text ?? '')?.[1];
  await sendTo('mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { userErrors { code } } }', {
    input: { token, newPassword: 'another password' },
  });

  const without = await attempt(person, null, 'another password');
  const withCode = await attempt(person, await codeOf(secret), 'another password');

  expect(without.userErrors).toEqual([{ code: 'REQUIRED', field: ['code'] }]);
  expect(withCode.userErrors).toEqual([]);
});

test('who guesses codes is held up as who guesses passwords is', async () => {
  const { person, secret } = await newCarefulPerson();

  for (let i = 0; i < 10; i += 1) await attempt(person, 'nonsense');
  const { status, errors } = await sendTo(signIn, {
    input: { email: person.email, password, code: await codeOf(secret) },
  });

  expect([status, errors?.[0]?.extensions.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
});

test('who guesses codes or passwords at an open session is held up as well', async () => {
  const ann = await newPerson();
  await ann.send(begin);

  for (let i = 0; i < 10; i += 1) await ann.send(enable, { input: { code: 'nonsense', password } });
  const { status } = await ann.send(disable, { password });

  expect(status).toBe(429);
});

test('what was done to it stands in the log, and with what somebody signed in', async () => {
  const { person, secret, recoveryCodes } = await newCarefulPerson();
  await attempt(person, await codeOf(secret));
  await attempt(person, recoveryCodes[0] ?? '');
  await person.send(renew, { password });
  await person.send(disable, { password });

  const entries = await audited(person);

  expect(entries.map(({ action, target }) => [action, target]).slice(1)).toEqual([
    ['account.enableTwoFactor', null],
    ['account.signIn', 'code'],
    ['account.signIn', 'recovery code'],
    ['account.renewRecoveryCodes', null],
    ['account.disableTwoFactor', null],
  ]);
});
