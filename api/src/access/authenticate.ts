import type { Viewer } from './viewer';

/** Where the request's credentials are found: HTTP headers, or a WebSocket's `connectionParams`, by lower-case name. */
export type Credentials = Record<string, unknown>;

const localViewer: Viewer = {
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Local operator',
  email: 'operator@localhost',
};

/** Who asks. There are no accounts yet: the server listens on loopback only, and whoever reaches it is its operator. */
export async function authenticate(_credentials: Credentials): Promise<Viewer | null> {
  return localViewer;
}
