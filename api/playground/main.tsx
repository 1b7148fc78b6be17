import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { exampleHeaders, exampleTabs } from './example-tabs';
import { findStartingPoint } from './starting-point';
import { storageWithHeaders } from './storage';

const url = new URL('/graphql', location.href);
const subscriptionUrl = new URL(url);
subscriptionUrl.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';

// `subscriptionUrl`, not `wsClient`: only then do the headers of the editor reach the socket as connectionParams.
const fetcher = createGraphiQLFetcher({ url: url.href, subscriptionUrl: subscriptionUrl.href });

async function open(root: HTMLElement): Promise<void> {
  const start = await findStartingPoint(url, new URL(location.href).searchParams.get('tenant'));
  const headers = exampleHeaders(start.tenant ?? 'your-tenant');
  createRoot(root).render(
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={exampleTabs(headers, start.conversationId)}
      defaultHeaders={headers}
      initialHeaders={headers}
      storage={storageWithHeaders(headers)}
      defaultEditorToolsVisibility="headers"
      shouldPersistHeaders={false}
      showPersistHeadersSettings={false}
      isHeadersEditorEnabled
    >
      <GraphiQL.Logo>Atrium</GraphiQL.Logo>
    </GraphiQL>,
  );
}

const root = document.getElementById('playground');
if (root) void open(root);
