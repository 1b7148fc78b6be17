import type { Feature } from '../graphql/feature';
import { AccountResolver } from './account/account.resolver';
import { AuditResolver } from './audit/audit.resolver';
import { KeyResolver } from './key/key.resolver';
import { MemberResolver } from './member/member.resolver';
import { tenantPermissions } from './permission';
import { ViewerResolver } from './viewer.resolver';

export const accessFeature: Feature = {
  resolvers: [ViewerResolver, AccountResolver, MemberResolver, KeyResolver, AuditResolver],
  permissions: tenantPermissions,
};
