import { IfMay, useMay } from '../access/permissions';
import { clientOf, preload, type RouteArgs } from '../apollo/preload';
import { ArchivesCard } from '../archive/archives-card';
import { BringInCard } from '../archive/bring-in-card';
import { DeleteSandbox } from '../archive/delete-sandbox';
import { SandboxCard } from '../archive/sandbox-card';
import { ErasureList } from '../contact/erasure/erasure-list';
import {
  ArchivesDocument,
  DataSettingsDocument,
  type DataSettingsQuery,
  ErasuresDocument,
  SchemaDriftDocument,
  TaskProgressDocument,
  TasksDocument,
  useDataSettingsQuery,
  useErasuresQuery,
  useSchemaDriftQuery,
} from '../generated/graphql';
import { DriftCard } from '../settings/drift-card';
import { lastProofOf, ProofCard } from '../settings/proof-card';
import { SchemaCard } from '../settings/schema-card';
import { PagePart } from '../shell/page-part';

const readData = preload(DataSettingsDocument, () => ({}));
const readErasures = preload(ErasuresDocument, () => ({}));
const readDrift = preload(SchemaDriftDocument, () => ({}));
const readArchives = preload(ArchivesDocument, () => ({}));
const readTasks = preload(TasksDocument, () => ({}));

async function readProof(args: RouteArgs): Promise<null> {
  await readTasks(args);
  const last = lastProofOf(clientOf(args).readQuery({ query: TasksDocument })?.tasks.nodes);
  return last ? preload(TaskProgressDocument, () => ({ id: last.id }))(args) : null;
}

/** Some parts are for admins or owners: whoever is refused them is not refused the page. */
const read = async (args: RouteArgs): Promise<null> => {
  const parts = [readErasures, readDrift, readArchives, readProof];
  await Promise.all([readData(args), ...parts.map((part) => part(args).catch(() => null))]);
  return null;
};
export const loader = read;
export const clientLoader = read;

export default function DataSettings() {
  const result = useDataSettingsQuery();
  const isOwner = useMay('tenant:own');
  return (
    <>
      <title>Data · Atrium</title>
      {!isOwner && (
        <p className="text-ink-muted">Archives, sandboxes and the proof of isolation are for owners of the company.</p>
      )}
      <PagePart result={result} loadingLabel="The schema is loading">
        {({ currentTenant }) => (
          <>
            <IfMay permission="tenant:own">
              <OwnersPart tenant={currentTenant} />
            </IfMay>
            <IfMay permission="tenant:admin">
              <Erasures />
              <Drift />
            </IfMay>
            <SchemaCard tenant={currentTenant} />
          </>
        )}
      </PagePart>
    </>
  );
}

const OwnersPart = ({ tenant: { name, slug, sandboxEndsAt } }: { tenant: DataSettingsQuery['currentTenant'] }) => (
  <>
    <ArchivesCard />
    {sandboxEndsAt === null && (
      <>
        <BringInCard />
        <SandboxCard companyName={name} />
      </>
    )}
    <ProofCard />
    {sandboxEndsAt !== null && <DeleteSandbox name={name} slug={slug} />}
  </>
);

function Drift() {
  const result = useSchemaDriftQuery();
  return (
    <PagePart result={result} loadingLabel="The tables are being compared">
      {({ currentTenant }) => <DriftCard drift={currentTenant.schema.drift} />}
    </PagePart>
  );
}

function Erasures() {
  const result = useErasuresQuery();
  return (
    <PagePart result={result} loadingLabel="The receipts are loading">
      {({ erasures }) => (
        <ErasureList
          erasures={erasures}
          onMore={() => result.fetchMore({ variables: { after: erasures.pageInfo.endCursor } })}
        />
      )}
    </PagePart>
  );
}
