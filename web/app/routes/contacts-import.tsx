import { useNavigate, useParams, useSearchParams } from 'react-router';
import { preload } from '../apollo/preload';
import { ImportAccount } from '../contact/import/import-account';
import { ImportList } from '../contact/import/import-list';
import { NewImport } from '../contact/import/new-import';
import { rememberedOf } from '../contact/import/remembered';
import { NewField } from '../custom-fields/new-field';
import { ContactImportsDocument, useContactImportsQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { BackLink } from '../ui/back-link';
import { CardSection } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { PageHeader } from '../ui/page-header';

const variablesOf = (search: URLSearchParams) => {
  const id = search.get('import');
  return { id: id ?? '', isOne: id !== null };
};

const read = preload(ContactImportsDocument, ({ url }) => variablesOf(url.searchParams));
export const loader = read;
export const clientLoader = read;

export default function ImportContactsRoute() {
  const { tenantId } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const variables = variablesOf(search);
  const result = useContactImportsQuery({ variables });
  const path = `/tenant/${tenantId}/contacts`;
  return (
    <main id="content" className="mx-auto flex w-full max-w-4xl flex-col gap-5 px-4 py-6 sm:px-8 sm:py-8">
      <title>Import contacts · Atrium</title>
      <PageHeader
        title="Import contacts"
        subtitle="From a file, with the fate of each row shown before and after. An import can be undone for 30 days."
        leading={
          <BackLink
            to={variables.isOne ? `${path}/import` : path}
            label={variables.isOne ? 'All imports' : 'All contacts'}
          />
        }
      />
      <PagePart result={result} loadingLabel="The imports are loading">
        {({ imports: { nodes }, import: one, customFields }) =>
          variables.isOne ? (
            <CardSection id="import" title={one?.name ?? 'Import'}>
              {one ? (
                <ImportAccount key={one.id} of={one} companyFields={customFields} />
              ) : (
                <EmptyState title="There is no such import">It may belong to another company.</EmptyState>
              )}
            </CardSection>
          ) : (
            <>
              <CardSection id="new-import" title="New import">
                <NewImport
                  remembered={rememberedOf(nodes, customFields)}
                  companyFields={customFields}
                  newField={({ onMade, ...form }) => (
                    <NewField {...form} onMade={(field) => result.refetch().then(() => onMade(field))} />
                  )}
                  onStarted={(id) => void navigate(`?import=${id}`, { replace: true })}
                />
              </CardSection>
              <CardSection id="imports" title="Imports">
                <ImportList imports={nodes} />
              </CardSection>
            </>
          )
        }
      </PagePart>
    </main>
  );
}
