import { newTenant, query, send } from '../../testing/new-tenant';
import { newDatabase, startTestApi } from '../../testing/test-api';

test('a tenant whose upgrade is still to come is read as if nobody had used the desk, and written without', async () => {
  const urls = await newDatabase();
  const first = await startTestApi({ urls });
  const tenant = await newTenant('Behind', first);
  const { id: contactId, conversationId: id } = await tenant.createContact();
  expect(await first.app.tenancy.fleet.rollBack()).toMatchObject({ changed: 1, failures: [] });
  await first.stop();
  const api = await startTestApi({ urls });
  const headers = { 'x-tenant-id': tenant.id, authorization: `Bearer ${tenant.token}` };
  const ask = (document: string, variables: object = {}) => query(api, document, { ...variables }, headers);
  const page = `{ nodes { id priority isWaiting waitingSince unreadCount draft noteDraft openingWords assignee { id } labels { id }
    lastMessage { content isNote mentions { id } } } totalCount }`;
  const list = (filter: object, field = 'LAST_MESSAGE_AT') =>
    ask(
      `query ($filter: ConversationFilter, $orderBy: ConversationOrder) { conversations(filter: $filter, orderBy: $orderBy) ${page} }`,
      { filter, orderBy: { field, direction: 'DESC' } },
    );

  const sent = await ask(
    'mutation ($id: ID!) { sendMessage(input: { conversationId: $id, content: "Hello?", senderType: CONTACT }) { message { number isNote } } }',
    { id },
  );
  const shown = await list({ isUnassigned: true, priority: ['NONE'], isWaiting: false, isUnread: false });
  const none = [
    await list({ assigneeId: [id] }),
    await list({ labelIds: [id] }),
    await list({ isWaiting: true }),
    await list({ isUnread: true }),
    await list({ isUnassigned: false }),
    await list({ priority: ['HIGH'] }),
    await list({}, 'WAITING_SINCE'),
  ];
  const counts = await ask(
    '{ inboxCounts { mine unassigned waiting unread open snoozed closed labels { count } } labels { id } savedViews { id } cannedReplies { id } deskRules { assignsFirstAnswer } }',
  );
  const refused = await send(
    api,
    'mutation ($id: ID!) { setConversationPriority(input: { id: $id, priority: HIGH }) { userErrors { code } } }',
    { id },
    headers,
  );
  const change = (name: string, more = '') =>
    ask(`mutation { ${name}(input: { id: "${contactId}" ${more} }) { userErrors { code } } }`);
  const trashed = [await change('deleteContact'), await change('restoreContact')];

  expect(sent.sendMessage.message).toEqual({ number: 1, isNote: false });
  const untouched = {
    id,
    priority: 'NONE',
    isWaiting: false,
    waitingSince: null,
    unreadCount: 0,
    draft: null,
    noteDraft: null,
    openingWords: 'Hello?',
  };
  const lastMessage = { content: 'Hello?', isNote: false, mentions: [] };
  const one = { conversations: { nodes: [{ ...untouched, assignee: null, labels: [], lastMessage }], totalCount: 1 } };
  expect(shown).toEqual(one);
  expect(none.map(({ conversations }) => conversations)).toEqual(none.map(() => ({ nodes: [], totalCount: 0 })));
  expect(await list({}, 'PRIORITY')).toEqual(one);
  expect(counts).toEqual({
    inboxCounts: { mine: 0, unassigned: 1, waiting: 0, unread: 0, open: 1, snoozed: 0, closed: 0, labels: [] },
    labels: [],
    savedViews: [],
    cannedReplies: [],
    deskRules: { assignsFirstAnswer: true },
  });
  expect(refused.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
  expect(trashed).toEqual([{ deleteContact: { userErrors: [] } }, { restoreContact: { userErrors: [] } }]);

  expect(await api.app.tenancy.fleet.migrate()).toMatchObject({ changed: 1, failures: [] });
  await api.stop();
  const now = await startTestApi({ urls });
  const waiting = await query(
    now,
    '{ conversations(filter: { isWaiting: true }) { nodes { id isWaiting unreadCount } totalCount } }',
    {},
    headers,
  );
  expect(waiting.conversations).toMatchObject({ nodes: [{ id, isWaiting: true, unreadCount: 1 }], totalCount: 1 });
  await now.stop();
});
