import type { MockLink } from '@apollo/client/testing';
import { ContactDetails } from '../contact/details/contact-details';
import { ContactDetailsChangesDocument, ContactDetailsDeletionsDocument } from '../generated/graphql';
import { newContact } from './contact';
import { renderRoute } from './render-route';

const silence: MockLink.MockedResponse[] = [ContactDetailsChangesDocument, ContactDetailsDeletionsDocument].map(
  (query) => ({
    request: { query, variables: () => true },
    maxUsageCount: Number.POSITIVE_INFINITY,
    delay: Number.POSITIVE_INFINITY,
    result: { data: null },
  }),
);

let shown = newContact();
const Details = () => <ContactDetails contact={shown} path="/tenant/acme" />;

/** The details of a contact, by default Ann Lee, about whom nothing comes live but what the mocks have. */
export const renderDetails = (mocks: MockLink.MockedResponse[] = [], contact = newContact()) => {
  shown = contact;
  return renderRoute({
    Component: Details,
    path: '/tenant/:tenantId/contacts/:contactId',
    url: '/tenant/acme/contacts/ann',
    mocks: [...mocks, ...silence],
    destinations: ['/tenant/:tenantId/contacts'],
  });
};
