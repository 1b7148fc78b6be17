import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ContactPageDocument, ThreadDocument } from '../generated/graphql';
import { newColleague, newProgram } from '../testing/actor';
import { contactPage, conversation, day, list, message, renderContact, thread } from '../testing/contact-page';

test('the newest active conversation opens, its messages under their days', async () => {
  const conversations = [conversation('closed', 'Old matter', 'CLOSED'), conversation('talk', 'Delivery')];
  renderContact([
    contactPage(conversations),
    thread('talk', [message(1, 'Hello'), message(2, 'Good day', 'USER', '2025-11-24')]),
  ]);

  expect(await screen.findByRole('heading', { level: 2, name: 'Delivery' })).toBeVisible();
  const first = within(day('Sunday 23 November 2025'));
  const second = within(day('Monday 24 November 2025'));
  expect(first.getByText('Hello').closest('li')).toHaveTextContent('Ann Lee');
  expect(second.getByText('Good day').closest('li')).toHaveTextContent('You');
  expect(document.title).toBe('Ann Lee · Atrium');
});

test('everybody who writes has their name: oneself, a colleague, a program, and those before sign-in', async () => {
  renderContact([
    contactPage(),
    thread('talk', [
      { ...message(1, 'From long ago', 'USER'), author: null },
      { ...message(2, 'From Ben', 'USER'), author: newColleague('ben', 'Ben Baker') },
      { ...message(3, 'From a program', 'USER'), author: newProgram('key', 'Mail gateway') },
      message(4, 'From me', 'USER'),
      { ...message(5, 'From Ann'), author: newColleague('ben', 'Ben Baker') },
      { ...message(6, 'Conversation closed', 'SYSTEM'), author: newColleague('ben', 'Ben Baker') },
    ]),
  ]);

  const lineOf = (text: string) => list().getByText(text).closest('li');
  expect(await screen.findByText('From long ago')).toBeVisible();
  expect(lineOf('From long ago')).toHaveTextContent('Before sign-in');
  expect(lineOf('From Ben')).toHaveTextContent(/^BBBen Baker/);
  expect(lineOf('From a program')).toHaveTextContent(/^Mail gatewayProgram/);
  expect(lineOf('From me')).toHaveTextContent(/^You/);
  expect(lineOf('From Ann')).toHaveTextContent(/^ALAnn Leelogged by Ben Baker/);
  expect(list().getByText(/^Ben Baker closed the conversation/)).toBeVisible();
});

test('the details stand at the end of the page, and can be folded away', async () => {
  renderContact([contactPage(), thread('talk', [message(1, 'Hello')])]);

  const fold = await screen.findByRole('button', { name: 'Details of the contact' });
  const details = screen.getByRole('complementary', { name: 'Details of the contact' });
  const messages = await screen.findByRole('region', { name: 'Messages' });
  expect(messages.compareDocumentPosition(details)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(fold).toHaveAttribute('aria-expanded', 'true');
  await userEvent.click(fold);

  expect(fold).toHaveAttribute('aria-expanded', 'false');
  expect(details).toHaveClass('xl:hidden');
});

test('whoever may only read is offered nothing that writes', async () => {
  const mocks = [contactPage([conversation('talk', 'Delivery')]), thread('talk', [message(1, 'Hello')])];
  renderContact(mocks, '', { permissions: ['contacts:read', 'conversations:read'] });

  expect(await screen.findByText(/You may read this conversation/)).toBeVisible();
  expect(screen.queryByLabelText('Message to Ann Lee')).not.toBeInTheDocument();
  for (const name of ['Edit', /^New/, /^Status/])
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
});

test('the address decides which conversation is open', async () => {
  const conversations = [conversation('talk', 'Delivery'), conversation('second', 'Invoice')];
  renderContact([contactPage(conversations), thread('second', [], null, 'Invoice')], '?conversation=second');

  expect(await screen.findByRole('heading', { level: 2, name: 'Invoice' })).toBeVisible();
  expect(screen.getByRole('link', { name: /Invoice/ })).toHaveAttribute('aria-current', 'true');
  expect(screen.getByText('No message yet', { selector: 'p' })).toBeVisible();
});

test('a conversation of another contact is shown as unknown', async () => {
  const other = thread('talk', [message(1, 'Secret')]);
  const result = JSON.parse(JSON.stringify(other.result).replace('"id":"ann"', '"id":"bob"'));
  renderContact([contactPage(), { ...other, result }]);

  expect(await screen.findByText('There is no such conversation')).toBeVisible();
  expect(screen.queryByText('Secret')).not.toBeInTheDocument();
});

test('a contact that does not exist leads back to the list', async () => {
  renderContact([
    { request: { query: ContactPageDocument, variables: () => true }, result: { data: { contact: null } } },
  ]);

  expect(await screen.findByRole('heading', { level: 1, name: 'There is no such contact' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'All contacts' })).toHaveAttribute('href', '/tenant/acme/contacts');
  expect(screen.getByRole('link', { name: 'Recently deleted' })).toHaveAttribute(
    'href',
    '/tenant/acme/contacts/deleted',
  );
});

test('a thread that could not be loaded can be asked for again', async () => {
  const failure = {
    request: { query: ThreadDocument, variables: { id: 'talk' } },
    error: new TypeError('Failed to fetch'),
  };
  renderContact([contactPage(), failure, thread('talk', [message(1, 'Hello')])]);

  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));

  expect(await screen.findByText('Hello')).toBeVisible();
});
