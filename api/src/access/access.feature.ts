import { AddActors1764500000000 } from '../../../migrations/tenant/1764500000000-add-actors';
import type { Feature } from '../graphql/feature';
import { AccountResolver } from './account/account.resolver';
import { AccountFieldsResolver, ApiKeyFieldsResolver } from './actor/actor.resolver';
import { actorReads } from './actor/actor.sql';
import { newActorLoaders } from './actor/actors';
import { AuditResolver } from './audit/audit.resolver';
import { KeyResolver } from './key/key.resolver';
import { MemberResolver } from './member/member.resolver';
import { PasskeyResolver } from './passkey/passkey.resolver';
import { tenantPermissions } from './permission';
import { TwoFactorResolver } from './second-step/two-factor.resolver';
import { SingleSignOnResolver } from './single-sign-on/single-sign-on.resolver';
import { ViewerResolver } from './viewer.resolver';

declare module '../database/tables' {
  interface TenantTables {
    actors: string;
  }
}

declare module '../graphql/loaders' {
  interface Loaders extends ReturnType<typeof newActorLoaders> {}
}

export const accessFeature: Feature = {
  migrations: [AddActors1764500000000],
  tables: ['actors'],
  loaders: newActorLoaders,
  reads: actorReads,
  resolvers: [
    AccountFieldsResolver,
    ApiKeyFieldsResolver,
    ViewerResolver,
    AccountResolver,
    TwoFactorResolver,
    PasskeyResolver,
    MemberResolver,
    KeyResolver,
    AuditResolver,
    SingleSignOnResolver,
  ],
  permissions: tenantPermissions,
};
