import { IfMay } from '../access/permissions';
import { preload } from '../apollo/preload';
import { CannedReplyForm } from '../conversation/canned-replies/canned-reply-form';
import { CannedReplyList } from '../conversation/canned-replies/canned-reply-list';
import { CannedRepliesDocument, useCannedRepliesQuery, useCreateCannedReplyMutation } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { CardSection } from '../ui/card';

const read = preload(CannedRepliesDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function CannedRepliesSettings() {
  const result = useCannedRepliesQuery();
  const reread = () => void result.refetch().catch(() => undefined);
  return (
    <>
      <title>Canned replies · Atrium</title>
      <PagePart result={result} loadingLabel="The canned replies are loading">
        {({ cannedReplies }) => (
          <CardSection id="canned-replies" title="Canned replies">
            <IfMay permission="conversations:write">
              <NewCannedReply onMade={reread} />
            </IfMay>
            <CannedReplyList cannedReplies={cannedReplies} onChanged={reread} />
          </CardSection>
        )}
      </PagePart>
    </>
  );
}

function NewCannedReply({ onMade }: { onMade: () => void }) {
  const [create] = useCreateCannedReplyMutation();
  return (
    <div className="flex px-5 pt-2 pb-5">
      <CannedReplyForm
        initial={{ name: '', content: '' }}
        submitWords="Add canned reply"
        isRepeated
        onSubmit={async (input) => {
          const { data } = await create({ variables: { input } });
          if (data?.createCannedReply.cannedReply) onMade();
          return data?.createCannedReply.userErrors;
        }}
      />
    </div>
  );
}
