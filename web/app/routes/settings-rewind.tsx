import { useSearchParams } from 'react-router';
import { IfMay, useMay } from '../access/permissions';
import { preload, type RouteArgs } from '../apollo/preload';
import { RewindCard } from '../archive/rewind/rewind-card';
import { ArchivesDocument, TaskProgressDocument, TasksDocument, useArchivesQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { EmptyState } from '../ui/empty-state';
import { TextLink } from '../ui/text-link';

const readArchives = preload(ArchivesDocument, () => ({}));
const readTasks = preload(TasksDocument, () => ({}));
const readTask = preload(TaskProgressDocument, ({ url }) => ({ id: url.searchParams.get('task') ?? '' }));

/** Whoever is no owner is refused them, and told so by the page. */
const read = async (args: RouteArgs): Promise<null> => {
  const parts = [readArchives, readTasks, ...(args.url.searchParams.has('task') ? [readTask] : [])];
  await Promise.all(parts.map((part) => part(args).catch(() => null)));
  return null;
};
export const loader = read;
export const clientLoader = read;

export default function SettingsRewind() {
  const isOwner = useMay('tenant:own');
  return (
    <>
      <title>Look back · Atrium</title>
      <nav aria-label="Way back">
        <TextLink to=".." relative="path">
          Data
        </TextLink>
        <span className="text-ink-muted"> › Look back</span>
      </nav>
      {!isOwner && <EmptyState title="This is for owners of the company">Ask one of them to look back.</EmptyState>}
      <IfMay permission="tenant:own">
        <Rewind />
      </IfMay>
    </>
  );
}

function Rewind() {
  const [params, setParams] = useSearchParams();
  const archiveId = params.get('archive');
  const result = useArchivesQuery();
  // In the address, so that a reload finds the comparison again.
  const remember = (task: string) =>
    setParams({ archive: archiveId ?? '', task }, { replace: true, preventScrollReset: true });
  return (
    <PagePart result={result} loadingLabel="The archive is loading">
      {({ archives }) => {
        const archive = archives.find(({ id }) => id === archiveId);
        return archive ? (
          <RewindCard archive={archive} taskId={params.get('task')} onBegun={remember} />
        ) : (
          <EmptyState title="This archive is not kept any more">Choose another one among the archives.</EmptyState>
        );
      }}
    </PagePart>
  );
}
