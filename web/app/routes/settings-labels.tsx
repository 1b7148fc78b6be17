import { IfMay } from '../access/permissions';
import { preload } from '../apollo/preload';
import { LabelForm } from '../conversation/labels/label-form';
import { LabelList } from '../conversation/labels/label-list';
import { LabelsDocument, useCreateLabelMutation, useLabelsQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { CardSection } from '../ui/card';

const read = preload(LabelsDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function LabelsSettings() {
  const result = useLabelsQuery();
  const reread = () => void result.refetch().catch(() => undefined);
  return (
    <>
      <title>Labels · Atrium</title>
      <PagePart result={result} loadingLabel="The labels are loading">
        {({ labels }) => (
          <CardSection id="labels" title="Labels">
            <IfMay permission="conversations:write">
              <NewLabel onMade={reread} />
            </IfMay>
            <LabelList labels={labels} onChanged={reread} />
          </CardSection>
        )}
      </PagePart>
    </>
  );
}

function NewLabel({ onMade }: { onMade: () => void }) {
  const [create] = useCreateLabelMutation();
  return (
    <div className="flex px-5 pt-2 pb-5">
      <LabelForm
        initial={{ name: '', colour: 'GRAY' }}
        submitWords="Make label"
        isRepeated
        onSubmit={async (input) => {
          const { data } = await create({ variables: { input } });
          if (data?.createLabel.label) onMade();
          return data?.createLabel.userErrors;
        }}
      />
    </div>
  );
}
