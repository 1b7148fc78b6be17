import type { Asker } from '../asker';
import type { Principals } from '../principals';
import { Viewer } from '../viewer';

/** Whose session the token has just opened: for the rest of this request, too. */
export async function signedIn(principals: Principals, asker: Asker, token: string): Promise<Viewer> {
  const principal = await principals.find(token);
  if (!principal) throw new Error('expected the session that was opened');
  asker.principal = principal;
  return new Viewer(principal);
}
