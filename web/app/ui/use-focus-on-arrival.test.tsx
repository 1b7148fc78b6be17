import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useRef } from 'react';
import { createRoutesStub, Link, Outlet, useLocation } from 'react-router';
import { ActionsProvider, useActions } from '../actions/provider';
import { useFocusOnArrival } from './use-focus-on-arrival';

const onKey = jest.fn();

function Frame() {
  useFocusOnArrival(useLocation().pathname);
  useActions({ 'contact.new': onKey });
  return (
    <>
      <Link to="/list">To the list</Link>
      <Link to="/list?q=ann">To a search</Link>
      <Link to="/form">To the form</Link>
      <Link to="/writing">To the writing</Link>
      <Outlet />
    </>
  );
}

const Page = () => (
  <ActionsProvider>
    <Frame />
  </ActionsProvider>
);

const List = () => (
  <main>
    <h1>List</h1>
    <input aria-label="Search" />
  </main>
);

const Form = () => (
  <main data-begins-in-field>
    <h1>Form</h1>
    <input aria-label="First" />
  </main>
);

function Writing() {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <main>
      <h1>Writing</h1>
      <textarea ref={field} aria-label="Message" />
    </main>
  );
}

const pages = [
  { path: '/list', Component: List },
  { path: '/form', Component: Form },
  { path: '/writing', Component: Writing },
];
const Stub = createRoutesStub([{ path: '/', Component: Page, children: pages }]);

const go = async (name: string) => userEvent.click(screen.getByRole('link', { name }));

test('a step to another page leads to its heading, and single keys still act there', async () => {
  render(<Stub initialEntries={['/form']} />);
  await screen.findByRole('heading', { name: 'Form' });
  expect(document.body).toHaveFocus();

  await go('To the list');
  await waitFor(() => expect(screen.getByRole('heading', { name: 'List' })).toHaveFocus());
  await userEvent.keyboard('c');

  expect(onKey).toHaveBeenCalledTimes(1);
});

test('a page that is a form begins in its first field', async () => {
  render(<Stub initialEntries={['/list']} />);

  await go('To the form');

  await waitFor(() => expect(screen.getByLabelText('First')).toHaveFocus());
});

test('what takes the focus by itself keeps it', async () => {
  render(<Stub initialEntries={['/list']} />);

  await go('To the writing');

  expect(await screen.findByLabelText('Message')).toHaveFocus();
});

test('another search on the same page moves no focus', async () => {
  render(<Stub initialEntries={['/list']} />);

  await go('To a search');

  expect(screen.getByRole('link', { name: 'To a search' })).toHaveFocus();
});
