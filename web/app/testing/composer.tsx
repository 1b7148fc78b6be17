import type { MockLink } from '@apollo/client/testing';
import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { Composer } from '../conversation/composer/composer';
import { keepsDrafts } from './contact-page';
import { renderRoute } from './render-route';

/** Hears what is sent. Empty it before each test. */
export const onSend = jest.fn();
/** Hears that the field is left by the keyboard. Empty it before each test. */
export const onLeave = jest.fn();
/** Goes to another conversation's composer, to the same one with other properties, or away from any. */
export let show: (conversationId: string | null, more?: object) => void = () => undefined;

let first: object = {};

function Page() {
  const [{ id, more }, setShown] = useState<{ id: string | null; more: object }>({ id: 'one', more: first });
  show = (next, nextMore = more) => act(() => setShown({ id: next, more: nextMore }));
  return (
    id !== null && (
      <Composer
        key={id}
        conversationId={id}
        contactName="Ann Lee"
        messages={[]}
        keptDraft={null}
        keptNote={null}
        isSeen={false}
        isClosed={false}
        isFocused={false}
        onSend={onSend}
        onBehind={() => undefined}
        onLeave={onLeave}
        {...more}
      />
    )
  );
}

/** The composer of the conversation `one`, with Ann Lee. */
export function renderComposer(mocks: MockLink.MockedResponse[] = [], more: object = {}) {
  first = more;
  renderRoute({
    Component: Page,
    path: '/tenant/:tenantId/inbox',
    url: '/tenant/acme/inbox',
    mocks: [...mocks, keepsDrafts()],
  });
}

export const sent = (content: string, more: object = {}) => ({
  content,
  senderType: 'USER',
  isNote: false,
  mentionedIds: [],
  reopens: false,
  ...more,
});
export const field = () => screen.getByRole('textbox');
