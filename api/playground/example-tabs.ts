import type { GraphiQL } from 'graphiql';
import type { ComponentProps } from 'react';

type Tabs = NonNullable<ComponentProps<typeof GraphiQL>['defaultTabs']>;

/** What a newcomer tries first, in the order in which it makes sense. Each runs as it stands once its variables name rows that exist. */
export function exampleTabs(headers: string, conversationId: string | null): Tabs {
  const message = {
    conversationId: conversationId ?? 'id of a conversation',
    content: 'Hello from the playground',
    senderType: 'CONTACT',
  };
  const contact = { name: 'Inês Carvalho', email: 'ines@company.example', source: 'Website' };
  return [
    { query: contacts, headers },
    { query: signIn, headers, variables: pretty({ input: { email: 'you@company.example', password: '' } }) },
    { query: createTenant, headers, variables: pretty({ input: { name: 'Acme' } }) },
    { query: createContact, headers, variables: pretty({ input: contact }) },
    { query: sendMessage, headers, variables: pretty({ input: message }) },
    { query: messageSent, headers },
  ];
}

const pretty = (variables: object): string => JSON.stringify(variables, null, 2);

/** With comments, which the editor leaves out of what it sends. */
export const exampleHeaders = (tenant: string): string => `{
  // A person: the token that signIn answers (second tab).
  // A browser that is signed in needs none.
  // "Authorization": "Bearer atrium_session_…",

  // A program: a key from Settings, API keys.
  // "Authorization": "Bearer atrium_key_…",

  "X-Tenant-Id": ${JSON.stringify(tenant)}
}`;

const contacts = `# Who asks, and in which company, the headers say:
#
# Authorization: Bearer atrium_session_…
#   a person, by the token of signIn (next tab)
# Authorization: Bearer atrium_key_…
#   a program, by a key of Settings, API keys
# X-Tenant-Id: acme
#   the company, by id or slug
#
# Sockets take them as connectionParams. Ctrl-Enter
# runs this; the book explains each field.

query Contacts {
  contacts(
    first: 10
    orderBy: { field: LAST_ACTIVITY_AT, direction: DESC }
  ) {
    totalCount
    nodes {
      name
      email
      phone
      company
      conversations(first: 3) {
        nodes {
          id
          subject
          status
          messages(last: 2) {
            nodes {
              number
              senderType
              content
              createdAt
            }
          }
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`;

const signIn = `# The token goes into the headers, as
# "Authorization": "Bearer …". Keep it as you keep a password.

mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    token
    viewer {
      name
      email
    }
    userErrors {
      code
      field
      message
    }
  }
}
`;

const createTenant = `# A company gets a PostgreSQL schema of its own.
# Put its slug into the headers to work in it.

mutation CreateTenant($input: CreateTenantInput!) {
  createTenant(input: $input) {
    tenant {
      id
      name
      slug
      schema {
        name
        version
      }
    }
    userErrors {
      code
      field
      message
    }
  }
}
`;

const createContact = `# The first conversation is made with the contact.

mutation CreateContact($input: CreateContactInput!) {
  createContact(input: $input) {
    contact {
      id
      name
    }
    conversation {
      id
    }
    userErrors {
      code
      field
      message
    }
  }
}
`;

const sendMessage = `# Where MessageSent runs, in another window,
# the message appears at once.

mutation SendMessage($input: SendMessageInput!) {
  sendMessage(input: $input) {
    message {
      id
      number
      createdAt
    }
    conversation {
      status
      messageCount
    }
    userErrors {
      code
      field
      message
    }
  }
}
`;

const messageSent = `# Stays open and shows each message of the company,
# through whichever process it was sent.

subscription MessageSent {
  messageSent {
    number
    senderType
    content
    createdAt
    conversation {
      id
      subject
      contact {
        name
      }
    }
  }
}
`;
