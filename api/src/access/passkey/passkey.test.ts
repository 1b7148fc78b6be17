import { randomUUID } from 'node:crypto';
import { send } from '../../testing/new-tenant';
import { newPerson, type Person, sendTo } from '../../testing/people';
import { type Circumstances, SoftAuthenticator } from '../../testing/soft-authenticator';
import { behindTheApi, startTestApi } from '../../testing/test-api';
import { hashOf } from '../token';
import { mostChallenges, mostOfAccount } from './challenges';
import { mostPasskeys } from './passkeys';

const begin = 'mutation { beginPasskey { options } }';
const add = `
  mutation ($input: AddPasskeyInput!) {
    addPasskey(input: $input) { viewer { passkeys { id name createdAt lastUsedAt } } userErrors { code field } }
  }`;
const remove = `
  mutation ($id: ID!) {
    removePasskey(input: { id: $id }) { viewer { passkeys { id } } userErrors { code field } }
  }`;
const beginSignIn = 'mutation { beginPasskeySignIn { options } }';
const signIn = `
  mutation ($response: JSONObject!) {
    signInWithPasskey(input: { response: $response }) {
      token viewer { email passkeys { lastUsedAt } } userErrors { code field }
    }
  }`;
const passkeys = '{ viewer { passkeys { id name } } }';

const refusedAnswer = { token: null, viewer: null, userErrors: [{ code: 'INVALID', field: ['response'] }] };
const refusedPasskey = { viewer: null, userErrors: [{ code: 'INVALID', field: ['response'] }] };

const optionsFor = async (person: Person) => (await person.send(begin)).data.beginPasskey.options;
const challengeToSignIn = async (): Promise<string> =>
  (await sendTo(beginSignIn)).data.beginPasskeySignIn.options.challenge;
const answer = async (response: object) => (await sendTo(signIn, { response })).data.signInWithPasskey;

async function addPasskey(person: Person, device: SoftAuthenticator, circumstances: Partial<Circumstances> = {}) {
  const { challenge, user } = await optionsFor(person);
  const response = device.create({ challenge, ...circumstances }, user.id);
  return (await person.send(add, { input: { name: ' Laptop ', response } })).data.addPasskey;
}

/** A person with a passkey, and the device that keeps it. */
async function newPersonWithPasskey() {
  const [person, device] = [await newPerson(), new SoftAuthenticator()];
  const { viewer } = await addPasskey(person, device);
  return { person, device, id: viewer.passkeys[0].id as string };
}

test('a passkey is asked for that the device finds by itself, and opens by a finger, a face or a PIN', async () => {
  const ann = await newPerson();

  const options = await optionsFor(ann);

  expect(options).toMatchObject({
    rp: { id: 'localhost', name: 'Atrium' },
    user: { name: ann.email, displayName: 'Ann Able' },
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: [],
  });
});

test('a passkey opens a session, with neither password nor code', async () => {
  const { person, device } = await newPersonWithPasskey();

  const { token, viewer, userErrors } = await answer(device.get({ challenge: await challengeToSignIn() }));
  const { data } = await sendTo('{ viewer { email } }', {}, { authorization: `Bearer ${token}` });

  expect(userErrors).toEqual([]);
  expect(viewer).toEqual({ email: person.email, passkeys: [{ lastUsedAt: expect.any(String) }] });
  expect(data.viewer).toEqual({ email: person.email });
});

test('what is asked of whoever signs in is the same for everybody', async () => {
  const { challenge: _, ...first } = (await sendTo(beginSignIn)).data.beginPasskeySignIn.options;
  const { person } = await newPersonWithPasskey();

  const { challenge, ...second } = (await person.send(beginSignIn)).data.beginPasskeySignIn.options;

  expect(second).toEqual(first);
  expect(challenge).toMatch(/^[\w-]{43}$/);
  expect(second).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
  expect(second.allowCredentials ?? []).toEqual([]);
});

test('a question is answered once, whether the answers come one after the other or at once', async () => {
  const { device } = await newPersonWithPasskey();
  const response = device.get({ challenge: await challengeToSignIn() });

  const atOnce = await Promise.all([1, 2, 3].map(() => answer(response)));
  const later = await answer(response);

  expect(atOnce.filter(({ token }) => token !== null)).toHaveLength(1);
  expect(later).toEqual(refusedAnswer);
});

test('a question is good for five minutes', async () => {
  const { device } = await newPersonWithPasskey();
  const challenge = await challengeToSignIn();
  const moveOn = (minutes: number) =>
    behindTheApi(
      `update public.passkey_challenges set expires_at = expires_at - make_interval(mins => $2) where challenge_hash = $1`,
      [hashOf(challenge), minutes],
    );

  await moveOn(5);
  const late = await answer(device.get({ challenge }));
  await moveOn(-1);
  const inTime = await answer(device.get({ challenge }));

  expect(late).toEqual(refusedAnswer);
  expect(inTime.userErrors).toEqual([]);
});

test('questions of whoever asks for very many displace the oldest, and those that ran out are gone', async () => {
  const old = await challengeToSignIn();
  const mark = randomUUID();
  await behindTheApi(
    `insert into public.passkey_challenges (challenge_hash, expires_at)
     select sha256(convert_to($1 || i, 'utf8')), now() + interval '5 minutes' from generate_series(1, $2::int) i`,
    [mark, mostChallenges + 50],
  );
  await behindTheApi('insert into public.passkey_challenges (challenge_hash, expires_at) values ($1, now())', [
    hashOf(mark),
  ]);

  await challengeToSignIn();
  const [kept] = await behindTheApi<{ count: string; old: boolean }>(
    `select count(*) as count, bool_or(challenge_hash = any($1)) as old from public.passkey_challenges`,
    [[hashOf(old), hashOf(mark)]],
  );
  await behindTheApi('delete from public.passkey_challenges');

  expect(Number(kept?.count)).toBeLessThanOrEqual(mostChallenges);
  expect(kept?.old).toBe(false);
});

test('an account has the newest few of its questions at a time', async () => {
  const ann = await newPerson();
  const { challenge: first } = await optionsFor(ann);
  const { challenge: second } = await optionsFor(ann);
  for (let i = 1; i < mostOfAccount; i += 1) await optionsFor(ann);

  const tell = async (challenge: string) => {
    const device = new SoftAuthenticator();
    const response = device.create({ challenge }, 'x');
    return (await ann.send(add, { input: { name: 'Laptop', response } })).data.addPasskey.userErrors;
  };

  expect(await tell(first)).toEqual(refusedPasskey.userErrors);
  expect(await tell(second)).toEqual([]);
});

test('who asks or answers very often is held up, by address', async () => {
  const api = await startTestApi({ isOpenToOperator: false });
  const ask = async () => (await send(api, beginSignIn)).status;

  const statuses = new Set<number>();
  for (let i = 0; i < 100; i += 1) statuses.add(await ask());
  const tooOften = [await ask(), (await send(api, signIn, { response: {} })).status];
  await api.stop();

  expect([...statuses]).toEqual([200]);
  expect(tooOften).toEqual([429, 429]);
});

test.each([
  ['another page', { origin: 'https://phishing.example' }],
  ['a device that has not seen its owner', { isVerified: false }],
])('an answer by %s neither adds a passkey nor opens a session', async (_title, circumstances) => {
  const { device } = await newPersonWithPasskey();

  const added = await addPasskey(await newPerson(), new SoftAuthenticator(), circumstances);
  const opened = await answer(device.get({ challenge: await challengeToSignIn(), ...circumstances }));

  expect(added).toEqual(refusedPasskey);
  expect(opened).toEqual(refusedAnswer);
});

test('a passkey of another host is refused', async () => {
  expect(await addPasskey(await newPerson(), new SoftAuthenticator('phishing.example'))).toEqual(refusedPasskey);
});

test('a question that was never asked, or asked for something else, is answered in vain', async () => {
  const { person, device } = await newPersonWithPasskey();
  const { challenge } = await optionsFor(person);

  expect(await answer(device.get({ challenge: 'made-up' }))).toEqual(refusedAnswer);
  expect(await answer(device.get({ challenge }))).toEqual(refusedAnswer);
  expect(await addPasskey(person, new SoftAuthenticator(), { challenge: await challengeToSignIn() })).toEqual(
    refusedPasskey,
  );
});

test('a question that was asked of somebody adds no passkey to anybody else', async () => {
  const [ann, ben] = [await newPerson(), await newPerson()];
  const { challenge } = await optionsFor(ann);

  expect(await addPasskey(ben, new SoftAuthenticator(), { challenge })).toEqual(refusedPasskey);
});

test('a passkey that was copied is found out by its counter', async () => {
  const { device } = await newPersonWithPasskey();
  await answer(device.get({ challenge: await challengeToSignIn() }));
  await answer(device.get({ challenge: await challengeToSignIn() }));
  device.counter -= 2;

  expect(await answer(device.get({ challenge: await challengeToSignIn() }))).toEqual(refusedAnswer);
});

test('of two answers with the same count, one opens a session', async () => {
  const { device } = await newPersonWithPasskey();
  const first = device.get({ challenge: await challengeToSignIn() });
  device.counter -= 1;
  const second = device.get({ challenge: await challengeToSignIn() });

  const answers = await Promise.all([answer(first), answer(second)]);

  expect(answers.filter(({ token }) => token !== null)).toHaveLength(1);
});

test('an unknown passkey, a forged signature and nonsense are answered alike', async () => {
  const { device } = await newPersonWithPasskey();
  const stranger = new SoftAuthenticator();
  const forged = device.get({ challenge: await challengeToSignIn() }) as { response: { signature: string } };
  forged.response.signature = `${forged.response.signature.slice(0, -8)}AAAAAAAA`;

  expect(await answer(stranger.get({ challenge: await challengeToSignIn() }))).toEqual(refusedAnswer);
  expect(await answer(forged)).toEqual(refusedAnswer);
  expect(await answer({})).toEqual(refusedAnswer);
  expect(await answer({ response: { clientDataJSON: 'bm90IGpzb24' } })).toEqual(refusedAnswer);
});

test('a passkey that is known is not added again, to nobody’s account', async () => {
  const { device } = await newPersonWithPasskey();

  expect(await addPasskey(await newPerson(), device)).toEqual(refusedPasskey);
});

test('a passkey that was removed opens nothing, and only its owner removes it', async () => {
  const { person, device, id } = await newPersonWithPasskey();
  const stranger = await newPerson();

  const foreign = (await stranger.send(remove, { id })).data.removePasskey;
  const unknown = (await stranger.send(remove, { id: randomUUID() })).data.removePasskey;
  const own = (await person.send(remove, { id })).data.removePasskey;

  expect(foreign).toEqual({ viewer: null, userErrors: [{ code: 'NOT_FOUND', field: ['id'] }] });
  expect(foreign).toEqual(unknown);
  expect(own).toEqual({ viewer: { passkeys: [] }, userErrors: [] });
  expect(await answer(device.get({ challenge: await challengeToSignIn() }))).toEqual(refusedAnswer);
});

test('an account has so many passkeys at most, however many are added at once', async () => {
  const ann = await newPerson();
  for (let i = 1; i < mostPasskeys; i += 1) await addPasskey(ann, new SoftAuthenticator());

  const last = await Promise.all([1, 2, 3].map(() => addPasskey(ann, new SoftAuthenticator())));

  expect(last.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  expect(last.flatMap(({ userErrors }) => userErrors)).toContainEqual({ code: 'CONFLICT', field: [] });
  const { data } = await ann.send(passkeys);
  expect(data.viewer.passkeys).toHaveLength(mostPasskeys);
  expect(data.viewer.passkeys[0].name).toBe('Laptop');
});

test('a second step asks nothing of whoever comes with a passkey', async () => {
  const { person, device } = await newPersonWithPasskey();
  await behindTheApi(
    `insert into public.second_steps (account_id, sealed_secret, enabled_at)
     values ((select id from public.accounts where email = $1), '', now())`,
    [person.email],
  );

  expect((await answer(device.get({ challenge: await challengeToSignIn() }))).userErrors).toEqual([]);
});

test('what was done to passkeys stands in the log, and with which one somebody signed in', async () => {
  const { person, device, id } = await newPersonWithPasskey();
  await answer(device.get({ challenge: await challengeToSignIn() }));
  await person.send(remove, { id });

  const entries = await behindTheApi<{ action: string; target: string; actor: string }>(
    `select l.action, l.target, l.actor_name as actor
     from public.audit_log l join public.accounts a on a.id = l.account_id
     where a.email = $1 order by l.created_at, l.id`,
    [person.email],
  );

  expect(entries.slice(1)).toEqual([
    { action: 'passkey.add', target: 'Laptop', actor: 'Ann Able' },
    { action: 'account.signIn', target: 'passkey Laptop', actor: 'Ann Able' },
    { action: 'passkey.remove', target: 'Laptop', actor: 'Ann Able' },
  ]);
});
