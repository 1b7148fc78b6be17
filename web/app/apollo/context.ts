import { createContext } from 'react-router';
import type { ApolloClients } from './clients';

/** On the server, the clients of the request that is being answered. */
export const apolloContext = createContext<ApolloClients>();
