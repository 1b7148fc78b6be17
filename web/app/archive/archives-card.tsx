import { Archive as ArchiveIcon, Download } from 'lucide-react';
import { useParams } from 'react-router';
import { useAction } from '../access/use-action';
import { type ArchivesQuery, TasksDocument, useArchivesQuery, useExportArchiveMutation } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { LongWork } from '../tasks/long-work';
import { Badge } from '../ui/badge';
import { Button, buttonLook, LinkButton } from '../ui/button';
import { CardSection } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { formatBytes, formatPlural } from '../ui/format';
import { LocalTime } from '../ui/relative-time';

/** For owners: the company as files that are kept, and the way to another one. */
export function ArchivesCard() {
  const result = useArchivesQuery();
  const [exportArchive] = useExportArchiveMutation({ refetchQueries: [TasksDocument], awaitRefetchQueries: true });
  const { act, isBusy } = useAction();
  const make = () =>
    act(async () => (await exportArchive({ variables: { input: {} } })).data?.exportArchive.userErrors);
  return (
    <CardSection
      id="archives"
      title="Archives"
      action={
        <Button size="small" isBusy={isBusy} onClick={() => void make()}>
          Make an archive
        </Button>
      }
    >
      <div className="flex flex-col gap-4 px-5 pt-1 pb-4">
        <p className="max-w-prose text-ink-muted">
          An archive is the whole company in one file, as it was at one moment. It holds no passwords, sessions or keys,
          and is kept here for some days: download what you want to keep for longer.
        </p>
        <LongWork
          kind="exportArchive"
          label="Making the archive"
          onEnded={() => void result.refetch().catch(() => undefined)}
        >
          {({ bytes }) => <p className="text-ink">The archive is ready: {formatBytes(bytes)}.</p>}
        </LongWork>
      </div>
      <PagePart result={result} loadingLabel="The archives are loading">
        {({ archives }) => <ArchiveList archives={archives} />}
      </PagePart>
    </CardSection>
  );
}

const ArchiveList = ({ archives }: Pick<ArchivesQuery, 'archives'>) =>
  archives.length === 0 ? (
    <EmptyState icon={<ArchiveIcon />} title="No archive yet" className="border-line border-t py-8">
      With one, you can look back at what the company was, or bring it in elsewhere.
    </EmptyState>
  ) : (
    <ul className="flex flex-col border-line border-t">
      {archives.map((archive) => (
        <ArchiveRow key={archive.id} archive={archive} />
      ))}
    </ul>
  );

function ArchiveRow({ archive: { id, madeAt, bytes, rows, reason } }: { archive: ArchivesQuery['archives'][number] }) {
  const { tenantId = '' } = useParams();
  const moment = <LocalTime at={madeAt} format={{ dateStyle: 'medium', timeStyle: 'short' }} />;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b px-5 py-3 last:border-0">
      <div className="flex min-w-0 flex-1 basis-48 flex-col gap-0.5">
        <span className="flex flex-wrap items-center gap-2 font-medium text-ink">
          {moment}
          <Badge>{reason === 'NIGHTLY' ? 'Nightly' : 'Asked for'}</Badge>
        </span>
        <span className="text-detail text-ink-muted tabular-nums">
          {formatBytes(bytes)} · {formatPlural(rows, 'row')}
        </span>
      </div>
      <div className="flex flex-wrap gap-2">
        <LinkButton size="small" variant="quiet" to={`rewind?${new URLSearchParams({ archive: id })}`}>
          Look back
          <span className="sr-only"> to {moment}</span>
        </LinkButton>
        <a
          href={`/archives/${id}?${new URLSearchParams({ tenant: tenantId })}`}
          download
          className={buttonLook({ size: 'small' })}
        >
          <Download aria-hidden="true" />
          Download
          <span className="sr-only"> the archive of {moment}</span>
        </a>
      </div>
    </li>
  );
}
