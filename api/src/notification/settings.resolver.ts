import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../graphql/context';
import { write } from '../graphql/write';
import {
  NotificationSettings,
  UpdateNotificationSettingsInput,
  UpdateNotificationSettingsPayload,
} from './notification-settings';
import { findSettings, updateSettings } from './settings.repository';

@Resolver()
export class NotificationSettingsResolver {
  @Query(() => NotificationSettings, { description: 'What the caller wants to be told of in this company.' })
  notificationSettings(@Ctx() { manager, askerId }: RequestContext): Promise<NotificationSettings> {
    return findSettings(manager, askerId);
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
        Input: UpdateNotificationSettingsInput,
        input,
        work: async ({ manager }) => ({ notificationSettings: await updateSettings(manager, ctx.askerId, input) }),
      },
    );
  }
}
