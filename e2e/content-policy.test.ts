import { newPerson, open, type Person } from './kit/browser';
import { newCompany, newContact, say } from './kit/company';
import { tokenAt } from './kit/session';
import { sharedSystem } from './kit/shared-system';
import { until } from './kit/until';

/** What a stranger would write into a page, were there a way; answers what of it has run. */
const inject = ({ page }: Person) =>
  page.evaluate(async () => {
    const ran: string[] = [];
    Object.assign(window, { note: (what: string) => ran.push(what) });
    const script = Object.assign(document.createElement('script'), { textContent: 'note("script")' });
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img alt="" src="/no-such-file" onerror="note(\'attribute\')">');
    const image = document.body.lastElementChild;
    await new Promise((done) => image?.addEventListener('error', done, { once: true }));
    const style = Object.assign(document.createElement('style'), { textContent: 'body { border-top-width: 7px }' });
    document.head.append(style);
    if (getComputedStyle(document.body).borderTopWidth === '7px') ran.push('style');
    try {
      // biome-ignore lint/security/noGlobalEval: the policy has to refuse it
      eval('note("eval")');
    } catch {
      // As it should.
    }
    return ran;
  });

test('nothing that is injected into a page runs', async () => {
  const person = await newPerson();
  await open(person, (await newCompany()).path);

  expect(await inject(person)).toEqual([]);
  await until(
    async () => new Set(person.complaints.flatMap((text) => /^Policy violated: (\S+)/.exec(text)?.[1] ?? [])).size,
    4,
  );
});

test('menus, dialogs and choices keep to the policy, and each answer has nonces of its own', async () => {
  const { webUrl } = sharedSystem();
  const company = await newCompany();
  const contact = await newContact(company);
  await say(company, contact, 'Hello?');
  const person = await newPerson();
  const { page } = person;
  await open(person, contact.path);
  for (const name of ['Edit', 'Active', /^Signed in as/]) {
    await page.getByRole('button', { name }).first().click();
    await page.locator('[role=dialog], [role=menu]').first().waitFor();
    await page.keyboard.press('Escape');
  }
  await open(person, `${company.path}/settings/audit-log`);
  await page.getByRole('combobox', { name: 'What' }).click();
  await page.getByRole('option', { name: 'Joined', exact: true }).click();
  await page.getByText('Nothing matches').waitFor();

  const headers = { cookie: `atrium-session=${await tokenAt(webUrl)}` };
  const policies = [1, 2].map(async () => (await fetch(webUrl, { headers })).headers.get('content-security-policy'));
  const [one, other] = await Promise.all(policies);
  expect(person.complaints).toEqual([]);
  expect(one).toContain("'nonce-");
  expect(one).not.toBe(other);
});

test('the playground runs a query and hears of events under its policy', async () => {
  const { apiUrl } = sharedSystem();
  const company = await newCompany();
  const contact = await newContact(company);
  const person = await newPerson({ webUrl: apiUrl });
  const { page } = person;
  await page.goto(`/graphql?tenant=${company.slug}`);
  const answer = page.locator('.graphiql-response');
  await page.getByText('Authorization: Bearer atrium_key_').first().waitFor();

  await page.getByRole('button', { name: /^Execute query/ }).click();

  await until(async () => (await answer.textContent())?.includes('Ann'), true);
  await page.getByRole('tab', { name: 'MessageSent' }).click();
  // It runs the operation of the tab before until it has taken note of this one.
  await page.waitForFunction(() => {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{}');
    return tabs?.[activeTabIndex]?.title === 'MessageSent';
  });
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await page.getByRole('button', { name: /^Stop query/ }).waitFor();
  await until(async () => {
    await say(company, contact, 'Live');
    return (await answer.textContent())?.includes('Live');
  }, true);
  expect(person.complaints).toEqual([]);
});
