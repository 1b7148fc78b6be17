import { preload } from '../apollo/preload';
import { DeskRulesCard } from '../conversation/rules/desk-rules-card';
import { OwnHabitsCard } from '../conversation/rules/own-habits-card';
import { DeskRulesDocument, useDeskRulesQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';

const read = preload(DeskRulesDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function RulesSettings() {
  const result = useDeskRulesQuery();
  return (
    <div className="flex flex-col gap-6">
      <title>Rules · Atrium</title>
      <PagePart result={result} loadingLabel="The rules are loading">
        {({ deskRules }) => <DeskRulesCard rules={deskRules} />}
      </PagePart>
      <OwnHabitsCard />
    </div>
  );
}
