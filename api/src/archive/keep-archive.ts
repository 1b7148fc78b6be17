import { v7 as uuidV7 } from 'uuid';
import type { Tenancy } from '../tenancy/tenancy';
import type { Tenant } from '../tenancy/tenant';
import { ArchiveReason } from './archive';
import { ArchiveList } from './archive-list';
import { exportArchive } from './export-archive';
import { storeOf } from './store/store-of';

interface KeepWork {
  tenancy: Tenancy;
  tenant: Tenant;
  reason: ArchiveReason;
  taskId: string | null;
  report: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** Of a company's, those that somebody asked for: the oldest makes room, so that no company fills the store. */
const mostAsked = 20;

export interface Kept {
  archiveId: string;
  bytes: number;
  checksum: string;
}

/** Makes an archive of the company in the deployment's store. It stands in the list once it is whole. */
export async function keepArchive(work: KeepWork): Promise<Kept> {
  const { tenancy, tenant, reason, taskId } = work;
  const store = storeOf(tenancy);
  const id = uuidV7();
  const place = `${tenant.id}/${id}.atrium.zst`;
  const exported = await store.put(place, (sink) => exportArchive({ ...work, sink }));
  const { bytes, rows, checksum, schemaVersion, madeAt, lastSeq } = exported;
  const list = new ArchiveList(tenancy.budget);
  await list.add({
    ...{ id, tenantId: tenant.id, madeAt, schemaVersion, bytes, rows, checksum, place, reason, taskId, lastSeq },
  });
  const beyond = reason === ArchiveReason.ASKED ? await list.askedBeyond(tenant.id, mostAsked) : [];
  for (const old of beyond) {
    await store.remove(old.place);
    await list.remove(old.id);
  }
  return { archiveId: id, bytes, checksum };
}
