import type { MockLink } from '@apollo/client/testing';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  CreateContactDocument,
  type CreateContactMutationVariables,
  KnownContactsDocument,
  type KnownContactsQueryVariables,
} from '../generated/graphql';
import NewContactRoute from '../routes/contact-new';
import { newContact } from './contact';
import { renderRoute } from './render-route';

type Input = CreateContactMutationVariables['input'];
type Answer = 'created' | 'fails' | { field: string | string[]; message: string };

/** The answers to successive attempts; each notes the input it was asked with. */
export function creates(...answers: Answer[]) {
  const inputs: Input[] = [];
  const mocks = answers.map((answer): MockLink.MockedResponse => {
    const variables = ({ input }: Record<string, Input>) => {
      if (input) inputs.push(input);
      return true;
    };
    const request = { query: CreateContactDocument, variables };
    if (answer === 'fails') return { request, error: new TypeError('Failed to fetch') };
    const isCreated = answer === 'created';
    const createContact = {
      __typename: 'CreateContactPayload',
      contact: isCreated ? newContact() : null,
      conversation: isCreated ? { __typename: 'Conversation', id: 'talk' } : null,
      userErrors: isCreated
        ? []
        : [{ __typename: 'UserError', code: 'INVALID', field: [answer.field].flat(), message: answer.message }],
    };
    return { request, result: { data: { createContact } } };
  });
  return { inputs, mocks };
}

/** Whoever is found by an address or a number; notes what was asked for. */
export function known(...nodes: object[]) {
  const filters: KnownContactsQueryVariables['filter'][] = [];
  const mock: MockLink.MockedResponse = {
    request: {
      query: KnownContactsDocument,
      variables: ({ filter }: Record<string, KnownContactsQueryVariables['filter']>) => {
        if (filter) filters.push(filter);
        return true;
      },
    },
    maxUsageCount: Number.POSITIVE_INFINITY,
    result: { data: { contacts: { __typename: 'ContactConnection', nodes } } },
  };
  return { filters, mock };
}

export const renderForm = (mocks: MockLink.MockedResponse[] = []) =>
  renderRoute({
    Component: NewContactRoute,
    path: '/tenant/:tenantId/contacts/new',
    url: '/tenant/acme/contacts/new',
    mocks: [...mocks, known().mock],
    destinations: ['/tenant/:tenantId/contacts/:contactId', '/tenant/:tenantId/contacts'],
  });

export const field = (label: string | RegExp) => screen.getByRole('textbox', { name: label });
export const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
