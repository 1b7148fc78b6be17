import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { hasDesk } from '../database/desk';
import type { RequestContext } from '../graphql/context';
import { write } from '../graphql/write';
import {
  NotificationSettings,
  settingsOfEverybody,
  UpdateNotificationSettingsInput,
  UpdateNotificationSettingsPayload,
} from './notification-settings';
import { findSettings, updateSettings } from './settings.repository';

@Resolver()
export class NotificationSettingsResolver {
  @Query(() => NotificationSettings, { description: 'What the caller wants to be told of in this company.' })
  async notificationSettings(@Ctx() { manager, tenant, askerId }: RequestContext): Promise<NotificationSettings> {
    return hasDesk(tenant) ? findSettings(manager, askerId) : settingsOfEverybody;
  }

  @Mutation(() => UpdateNotificationSettingsPayload, {
    description: 'Changes what the caller is told of, from now on.',
  })
  updateNotificationSettings(
    @Arg('input', () => UpdateNotificationSettingsInput, { description: 'What of.' })
    input: UpdateNotificationSettingsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateNotificationSettingsPayload> {
    return write(
      ctx,
      { notificationSettings: null },
      {
        can: 'conversations:read',
        needs: hasDesk,
        Input: UpdateNotificationSettingsInput,
        input,
        work: async ({ manager }) => ({ notificationSettings: await updateSettings(manager, ctx.askerId, input) }),
      },
    );
  }
}
