import { closedApi, newPerson } from '../testing/people';

test('what has expired is taken away, and what has not stays', async () => {
  const ann = await newPerson('Able');
  const ben = await newPerson();
  const { access, tenancy } = (await closedApi()).app;
  const { budget } = tenancy;
  await budget.query(
    `update public.sessions set expires_at = now() - interval '1 second'
     where account_id = (select id from public.accounts where email = $1)`,
    [ben.email],
  );

  await access.housekeeping.tidy();

  const left = await budget.query<{ email: string }>(
    'select a.email from public.sessions s join public.accounts a on a.id = s.account_id where a.email = any($1)',
    [[ann.email, ben.email]],
  );
  expect(left).toEqual([{ email: ann.email }]);
  expect((await ann.send('{ viewer { id } }')).data.viewer).not.toBeNull();
});
