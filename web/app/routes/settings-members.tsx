import { InvitationList } from '../access/members/invitation-list';
import { InviteForm } from '../access/members/invite-form';
import { MemberList } from '../access/members/member-list';
import { IfMay } from '../access/permissions';
import { preload } from '../apollo/preload';
import { MembersDocument, useInvitationsQuery, useMembersQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { CardSection } from '../ui/card';

const read = preload(MembersDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function MembersSettings() {
  const result = useMembersQuery();
  const { data, loading, refetch, fetchMore } = result;
  const more = () => void fetchMore({ variables: { after: data?.currentTenant.members.pageInfo.endCursor } });
  return (
    <>
      <title>Members · Atrium</title>
      <PagePart result={result} loadingLabel="The members are loading">
        {(known) => (
          <>
            <IfMay permission="tenant:admin">
              <Invitations tenantId={known.currentTenant.id} />
            </IfMay>
            <MemberList data={known} isLoadingMore={loading} onMore={more} onChanged={() => void refetch()} />
          </>
        )}
      </PagePart>
    </>
  );
}

function Invitations({ tenantId }: { tenantId: string }) {
  const { data, refetch } = useInvitationsQuery();
  const reread = () => void refetch().catch(() => undefined);
  return (
    <CardSection id="invite" title="Invite a colleague">
      <InviteForm tenantId={tenantId} onInvited={reread} />
      <InvitationList invitations={data?.currentTenant.invitations ?? []} onRevoked={reread} />
    </CardSection>
  );
}
