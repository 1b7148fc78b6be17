import type { MembersQuery } from '../../generated/graphql';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { CardSection } from '../../ui/card';
import { formatCount } from '../../ui/format';
import { MemberRow } from './member-row';

interface MemberListProps {
  data: MembersQuery;
  isLoadingMore: boolean;
  onMore: () => void;
  onChanged: () => void;
}

export const MemberList = ({ data: { viewer, currentTenant }, isLoadingMore, onMore, onChanged }: MemberListProps) => (
  <CardSection id="members" title="Members" action={<Badge>{formatCount(currentTenant.members.totalCount)}</Badge>}>
    <ul className="flex flex-col pt-1">
      {currentTenant.members.nodes.map((member) => (
        <MemberRow
          key={member.id}
          member={member}
          isOneself={member.account.id === viewer?.id}
          companyName={currentTenant.name}
          onRemoved={onChanged}
        />
      ))}
    </ul>
    {currentTenant.members.pageInfo.hasNextPage && (
      <Button variant="quiet" onClick={onMore} isBusy={isLoadingMore} className="mb-3 self-center">
        Show more
      </Button>
    )}
  </CardSection>
);
