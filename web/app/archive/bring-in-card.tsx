import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { explain } from '../access/explain';
import { FormMessage } from '../access/form-message';
import { TasksDocument, useImportArchiveMutation } from '../generated/graphql';
import { LongWork } from '../tasks/long-work';
import { Button } from '../ui/button';
import { CardSection } from '../ui/card';
import { formatBytes, formatPlural } from '../ui/format';
import { ProgressBar } from '../ui/progress-bar';
import { TextField } from '../ui/text-field';
import { TextLink } from '../ui/text-link';
import { SendingRefused, sendFile } from './send-file';
import { forgetUpload, uploadIdOf } from './upload-id';
import { useNewCompany } from './use-new-company';

const noFile = 'Choose the file of an archive first; its name ends in .atrium.zst.';
const emptyFile = 'This file is empty. Choose the file of an archive; its name ends in .atrium.zst.';

/** For owners: a file becomes a new company, which they own. */
export function BringInCard() {
  const { tenantId = '' } = useParams();
  const onNewCompany = useNewCompany();
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState('');
  const [fileError, setFileError] = useState<string | null>(null);
  const [formError, setFormError] = useState<string | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const sending = useRef<AbortController>(null);
  useEffect(() => () => sending.current?.abort(), []);
  const [importArchive] = useImportArchiveMutation({ refetchQueries: [TasksDocument], awaitRefetchQueries: true });

  const bringIn = async (chosen: File) => {
    const giveUp = new AbortController();
    sending.current = giveUp;
    setSent(0);
    try {
      const uploadId = uploadIdOf(tenantId, chosen);
      await sendFile({ file: chosen, uploadId, tenant: tenantId, signal: giveUp.signal, onSent: setSent });
      const { data } = await importArchive({ variables: { input: { uploadId, name: name.trim() || null } } });
      const [problem] = data?.importArchive.userErrors ?? [];
      if (problem) return setFormError(problem.message);
      forgetUpload(tenantId);
    } catch (error) {
      if (!giveUp.signal.aborted) setFormError(error instanceof SendingRefused ? error.message : explain(error));
    } finally {
      setSent(null);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFormError(null);
    const problem = file ? (file.size === 0 ? emptyFile : null) : noFile;
    setFileError(problem);
    if (file && !problem && sent === null) void bringIn(file);
  };

  return (
    <CardSection id="bring-in" title="Bring in an archive">
      <div className="flex flex-col gap-4 px-5 pt-1 pb-5">
        <p className="max-w-prose text-ink-muted">
          A file that was downloaded here, or from another Atrium, becomes a new company that you own. Nobody else is a
          member of it until you invite them. A file that is damaged changes nothing.
        </p>
        <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-4">
          <FormMessage text={formError} />
          <TextField
            label="File"
            type="file"
            accept=".zst,application/zstd"
            className="h-auto py-1 pl-1 file:mr-3 file:h-7 file:rounded-sm file:bg-sunken file:px-2.5 file:font-medium file:text-ink"
            error={fileError}
            disabled={sent !== null}
            onChange={({ target }) => {
              setFile(target.files?.[0] ?? null);
              setFileError(null);
            }}
          />
          <TextField
            label="Name of the new company"
            hint="Left empty, it is called as in the file."
            maxLength={200}
            autoComplete="off"
            value={name}
            disabled={sent !== null}
            onChange={({ target }) => setName(target.value)}
          />
          {file && sent !== null && (
            <div className="flex flex-col gap-1.5">
              <ProgressBar
                label="Sending the file"
                share={sent / file.size}
                text={`${formatBytes(sent)} of ${formatBytes(file.size)}`}
              />
              <span className="text-detail text-ink-muted tabular-nums">
                {formatBytes(sent)} of {formatBytes(file.size)} are sent. Keep this page open until the file is; what
                follows goes on by itself.
              </span>
            </div>
          )}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" isBusy={sent !== null}>
              Bring it in
            </Button>
            {sent !== null && (
              <Button variant="quiet" onClick={() => sending.current?.abort()}>
                Stop sending
              </Button>
            )}
          </div>
        </form>
        <LongWork kind="importArchive" label="Bringing the archive in" onEnded={onNewCompany}>
          {({ slug, rows }) => (
            <p className="text-ink">
              The company is there, with {formatPlural(rows, 'row')}:{' '}
              <TextLink to={`/tenant/${slug}`}>open it</TextLink>.
            </p>
          )}
        </LongWork>
      </div>
    </CardSection>
  );
}
