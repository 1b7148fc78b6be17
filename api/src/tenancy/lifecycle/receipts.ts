import { isUuid } from '../../graphql/text';
import type { Tenancy } from '../tenancy';
import { queryOf } from './query-of';
import { publicKeyOf, requireSigningKey } from './signing-key';

/** How a receipt is sent. */
export type SendReceipt = (to: string, mail: { company: string; document: string }) => void;

/** Of companies that were dropped. */
export class Receipts {
  constructor(private readonly tenancy: Tenancy) {}

  /** The signed document, by the company's id, or by the slug that the latest of that name had; null where none was dropped. */
  async find(idOrSlug: string): Promise<string | null> {
    const by = isUuid(idOrSlug) ? 'tenant_id' : 'slug';
    const [row] = await this.tenancy.budget.query<{ document: string }>(
      `select document from public.deletion_receipts where ${by} = $1 and document is not null order by dropped_at desc limit 1`,
      [idOrSlug.toLowerCase()],
    );
    return row?.document ?? null;
  }

  /** PEM. With it anybody verifies a receipt of this deployment. */
  publicKey(): Promise<string> {
    return this.tenancy.migrator.inTransaction(async (runner) => publicKeyOf(await requireSigningKey(queryOf(runner))));
  }

  /** To who owned the companies; their addresses are forgotten with that. */
  async mail(send: SendReceipt): Promise<void> {
    const rows = await this.tenancy.budget.query<{ id: string; to: string[]; document: string }>(
      `select tenant_id as id, mail_to as "to", document from public.deletion_receipts
       where document is not null and mail_to <> '{}' order by dropped_at limit 100`,
    );
    for (const { id, to, document } of rows) {
      const { receipt } = JSON.parse(document) as { receipt: { company: { name: string } } };
      for (const address of to) send(address, { company: receipt.company.name, document });
      await this.tenancy.migrator.inTransaction((runner) =>
        runner.query(`update public.deletion_receipts set mail_to = '{}' where tenant_id = $1`, [id]),
      );
    }
  }
}
