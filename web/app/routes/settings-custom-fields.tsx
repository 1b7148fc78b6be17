import { IfMay } from '../access/permissions';
import { preload } from '../apollo/preload';
import { DeletedFields } from '../custom-fields/deleted-fields';
import { blankField } from '../custom-fields/field-form';
import { FieldList } from '../custom-fields/field-list';
import { NewField } from '../custom-fields/new-field';
import { CustomFieldsDocument, useCustomFieldsQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { CardSection } from '../ui/card';

const read = preload(CustomFieldsDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function CustomFieldsSettings() {
  const result = useCustomFieldsQuery();
  const reread = () => result.refetch().catch(() => undefined);
  return (
    <>
      <title>Custom fields · Atrium</title>
      <PagePart result={result} loadingLabel="The custom fields are loading">
        {({ customFields, deletedCustomFields }) => (
          <>
            <CardSection id="custom-fields" title="Custom fields of contacts">
              <p className="max-w-prose px-5 pb-4 text-detail text-ink-muted">
                What your company notes of every contact, in the order of the form. What a field takes cannot be changed
                later.
              </p>
              <FieldList fields={customFields} onChanged={reread} />
            </CardSection>
            <IfMay permission="tenant:admin">
              <CardSection id="new-field" title="New field">
                <div className="flex px-5 pt-2 pb-5">
                  <NewField initial={blankField} isRepeated onMade={reread} />
                </div>
              </CardSection>
            </IfMay>
            {deletedCustomFields.length > 0 && (
              <CardSection id="deleted-fields" title="Deleted fields">
                <p className="max-w-prose px-5 text-detail text-ink-muted">
                  Contacts keep what they have in these until it is removed for good.
                </p>
                <DeletedFields fields={deletedCustomFields} onChanged={reread} />
              </CardSection>
            )}
          </>
        )}
      </PagePart>
    </>
  );
}
