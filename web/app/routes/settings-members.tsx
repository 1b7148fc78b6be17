import { InvitationList } from '../access/members/invitation-list';
import { InviteForm } from '../access/members/invite-form';
import { MemberList } from '../access/members/member-list';
import { IfMay } from '../access/permissions';
import { clientOf, preload, type RouteArgs } from '../apollo/preload';
import { InvitationsDocument, MembersDocument, useInvitationsQuery, useMembersQuery } from '../generated/graphql';
import { PagePart } from '../shell/page-part';
import { CardSection } from '../ui/card';

const readMembers = preload(MembersDocument, () => ({}));
const readInvitations = preload(InvitationsDocument, () => ({}));

/** Invitations are for admins to see: whoever is none asks for none. */
async function read(args: RouteArgs): Promise<null> {
  await readMembers(args);
  const known = clientOf(args).readQuery({ query: MembersDocument, variables: {} });
  return known?.viewer?.permissions.includes('tenant:admin') ? readInvitations(args) : null;
}
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
