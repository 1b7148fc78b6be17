import { createContext, useContext } from 'react';
import { createContext as createRouterContext } from 'react-router';

/** Made anew for each answer: what the content security policy lets run and style beside the server's own files. */
export interface Nonces {
  script: string;
  style: string;
}

/** From the web server to the page; null where there is no policy, as in development. */
export const noncesContext = createRouterContext<Nonces | null>(null);

const NoncesContext = createContext<Nonces | null>(null);
export const NoncesProvider = NoncesContext;

/** On the server alone: browsers hide what the page's elements carry. */
export const useNonces = (): Partial<Nonces> => useContext(NoncesContext) ?? {};

/** In the browser: for the style elements that components make by script. Vite looks at the same place. */
export const readStyleNonce = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined;
