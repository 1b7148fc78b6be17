import { preload } from '../apollo/preload';
import { NotificationSettingsDocument, useNotificationSettingsQuery } from '../generated/graphql';
import { BrowserNotificationsCard } from '../notifications/browser-notifications-card';
import { NotificationKindsCard } from '../notifications/notification-kinds-card';
import { PagePart } from '../shell/page-part';

const read = preload(NotificationSettingsDocument, () => ({}));
export const loader = read;
export const clientLoader = read;

export default function NotificationSettings() {
  const result = useNotificationSettingsQuery();
  return (
    <div className="flex flex-col gap-6">
      <title>Notifications · Atrium</title>
      <PagePart result={result} loadingLabel="The settings are loading">
        {({ notificationSettings }) => <NotificationKindsCard settings={notificationSettings} />}
      </PagePart>
      <BrowserNotificationsCard />
    </div>
  );
}
