import { UserPlus, Users } from 'lucide-react';
import { IfMay } from '../access/permissions';
import type { DashboardQuery } from '../generated/graphql';
import { LinkButton } from '../ui/button';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { PageHeader } from '../ui/page-header';
import { RelativeTime } from '../ui/relative-time';
import { Figures } from './figures';
import { MessagesPerDay } from './messages-per-day';
import { OpenedAndClosed } from './opened-and-closed';
import { RecentContacts } from './recent-contacts';
import { RecentConversations } from './recent-conversations';
import { WaitingLongest } from './waiting-longest';

/** Other pages put more of the same lists into the cache. */
const listedCount = 5;

export function Dashboard({
  data: { currentTenant, inboxCounts, waiting, contacts, conversations },
  path,
}: {
  data: DashboardQuery;
  path: string;
}) {
  const isNew = currentTenant.stats.contactCount === 0 && contacts.nodes.length === 0;
  return (
    <>
      <PageHeader
        title={currentTenant.name}
        subtitle={
          <>
            Created <RelativeTime at={currentTenant.createdAt} />
          </>
        }
        actions={<QuickActions path={path} />}
      />
      {isNew ? (
        <Card>
          <FirstSteps name={currentTenant.name} path={path} />
        </Card>
      ) : (
        <>
          <Figures tenant={currentTenant} counts={inboxCounts} path={path} />
          <div className="grid gap-6 xl:grid-cols-2">
            <WaitingLongest conversations={waiting.nodes.slice(0, listedCount)} path={path} />
            <OpenedAndClosed tenant={currentTenant} path={path} />
          </div>
          <MessagesPerDay tenant={currentTenant} path={path} />
          <div className="grid gap-6 xl:grid-cols-2">
            <RecentConversations conversations={conversations.nodes.slice(0, listedCount)} path={path} />
            <RecentContacts contacts={contacts.nodes.slice(0, listedCount)} path={path} />
          </div>
        </>
      )}
    </>
  );
}

const QuickActions = ({ path }: { path: string }) => (
  <>
    <LinkButton to={`${path}/contacts`} icon={<Users aria-hidden="true" />}>
      View contacts
    </LinkButton>
    <IfMay permission="contacts:write">
      <LinkButton to={`${path}/contacts/new`} variant="primary" icon={<UserPlus aria-hidden="true" />}>
        New contact
      </LinkButton>
    </IfMay>
  </>
);

const FirstSteps = ({ name, path }: { name: string; path: string }) => (
  <EmptyState
    icon={<UserPlus />}
    title={`${name} is ready`}
    action={
      <IfMay permission="contacts:write">
        <LinkButton to={`${path}/contacts/new`} variant="primary">
          Create the first contact
        </LinkButton>
      </IfMay>
    }
  >
    Its schema, tables and rights exist. Create a contact, write the first message, and this page fills by itself.
  </EmptyState>
);
