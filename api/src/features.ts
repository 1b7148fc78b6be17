import 'reflect-metadata';
import { accessFeature } from './access/access.feature';
import { archiveFeature } from './archive/archive.feature';
import { cannedReplyFeature } from './canned-reply/canned-reply.feature';
import { contactFeature } from './contact/contact.feature';
import { contactBulkFeature } from './contact-bulk/contact-bulk.feature';
import { contactErasureFeature } from './contact-erasure/contact-erasure.feature';
import { contactExportFeature } from './contact-export/contact-export.feature';
import { contactImportFeature } from './contact-import/contact-import.feature';
import { contactLabelFeature } from './contact-label/contact-label.feature';
import { contactMergeFeature } from './contact-merge/contact-merge.feature';
import { contactNoteFeature } from './contact-note/contact-note.feature';
import { contactTimelineFeature } from './contact-timeline/contact-timeline.feature';
import { contactViewFeature } from './contact-view/contact-view.feature';
import { conversationFeature } from './conversation/conversation.feature';
import { customFieldFeature } from './custom-field/custom-field.feature';
import { eventsFeature } from './events/events.feature';
import { gatewayFeature } from './gateway/gateway.feature';
import type { Feature } from './graphql/feature';
import { writeFeature } from './graphql/write.feature';
import { inboxFeature } from './inbox/inbox.feature';
import { labelFeature } from './label/label.feature';
import { messageFeature } from './message/message.feature';
import { notificationFeature } from './notification/notification.feature';
import { operatorFeature } from './operator/operator.feature';
import { presenceFeature } from './presence/presence.feature';
import { savedViewFeature } from './saved-view/saved-view.feature';
import { scheduledMessageFeature } from './scheduled-message/scheduled-message.feature';
import { searchFeature } from './search/search.feature';
import { statsFeature } from './stats/stats.feature';
import { taskFeature } from './task/task.feature';
import { fleetFeature } from './tenancy/fleet/fleet.feature';
import { lifecycleFeature } from './tenancy/lifecycle/lifecycle.feature';
import { tenancyFeature } from './tenancy/tenancy.feature';

/** What the API is made of: a noun is added here, in one line, and in a folder of its own. */
export const features: readonly Feature[] = [
  accessFeature,
  tenancyFeature,
  fleetFeature,
  lifecycleFeature,
  taskFeature,
  operatorFeature,
  archiveFeature,
  statsFeature,
  contactFeature,
  customFieldFeature,
  labelFeature,
  conversationFeature,
  messageFeature,
  contactLabelFeature,
  contactNoteFeature,
  contactTimelineFeature,
  contactImportFeature,
  contactMergeFeature,
  contactErasureFeature,
  contactExportFeature,
  contactViewFeature,
  contactBulkFeature,
  gatewayFeature,
  scheduledMessageFeature,
  notificationFeature,
  presenceFeature,
  cannedReplyFeature,
  savedViewFeature,
  inboxFeature,
  searchFeature,
  eventsFeature,
  writeFeature,
];
