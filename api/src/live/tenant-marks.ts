import type { LatestSubscription } from './latest-subscription';
import type { Marked, Marks } from './marks';

/** One tenant's marks, as a request may have them. */
export class TenantMarks {
  constructor(
    private readonly tenantId: string,
    private readonly marks: Marks,
  ) {}

  watch(memberId: string): LatestSubscription<Marked> {
    return this.marks.watch(this.tenantId, memberId);
  }

  /** After the commit. */
  tell(memberId: string, ids: readonly string[] | null): void {
    this.marks.tell({ tenantId: this.tenantId, memberId, ids });
  }
}
