import { createContext, type ReactNode, useContext } from 'react';
import type { Work_ConversationFragment } from '../generated/graphql';

/** As it is now. */
export type ChangedConversation = Work_ConversationFragment;

type Listener = (changed: readonly ChangedConversation[]) => void;

const OwnChangesContext = createContext<Listener>(() => undefined);

/** Hears, around a list of conversations, what its reader has made of them; what colleagues do is no part of it. */
export const OwnChangesProvider = ({ onChanged, children }: { onChanged: Listener; children: ReactNode }) => (
  <OwnChangesContext value={onChanged}>{children}</OwnChangesContext>
);

export const useOwnChanges = (): Listener => useContext(OwnChangesContext);
