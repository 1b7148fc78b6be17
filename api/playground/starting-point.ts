/** What the examples are filled in with, so that they run as they are. */
export interface StartingPoint {
  /** A slug; null where there is no tenant yet. */
  tenant: string | null;
  conversationId: string | null;
}

/** The tenant asked for in the address, else the newest one, and its most recent conversation. Never fails: the playground opens without. */
export async function findStartingPoint(url: URL, wanted: string | null): Promise<StartingPoint> {
  const tenant =
    wanted ??
    (await ask<Tenants>(url, '{ tenants(first: 1) { nodes { slug } } }', null))?.tenants.nodes[0]?.slug ??
    null;
  const found =
    tenant === null ? null : await ask<Conversations>(url, '{ conversations(first: 1) { nodes { id } } }', tenant);
  return { tenant, conversationId: found?.conversations.nodes[0]?.id ?? null };
}

interface Tenants {
  tenants: { nodes: { slug: string }[] };
}

interface Conversations {
  conversations: { nodes: { id: string }[] };
}

async function ask<Data>(url: URL, query: string, tenant: string | null): Promise<Data | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        ...(tenant && { 'X-Tenant-Id': tenant }),
      },
      body: JSON.stringify({ query }),
    });
    const { data } = (await response.json()) as { data?: Data | null };
    return data ?? null;
  } catch {
    return null;
  }
}
