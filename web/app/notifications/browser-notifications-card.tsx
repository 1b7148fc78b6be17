import { Button } from '../ui/button';
import { CardSection } from '../ui/card';
import {
  type BrowserNotifications,
  switchBrowserNotifications,
  useBrowserNotifications,
} from './browser-notifications';

const words: Record<BrowserNotifications, string> = {
  ask: 'This browser can show them while you look at something else. It will ask you whether it may.',
  on: 'This browser shows them while you look at something else: who, and what kind, and nothing of what was written.',
  off: 'This browser shows none.',
  denied: 'This browser was told to show none. Its settings for this site can allow them.',
  missing: 'This browser cannot show them.',
};

/** What this browser does beside the list in the page. */
export function BrowserNotificationsCard() {
  const state = useBrowserNotifications();
  const isOn = state === 'on';
  return (
    <CardSection id="in-browser" title="In this browser">
      <div className="flex flex-col items-start gap-3 px-5 pt-2 pb-5">
        <p className="text-ink-muted">{words[state]}</p>
        {(isOn || state === 'off' || state === 'ask') && (
          <Button onClick={() => void switchBrowserNotifications(!isOn)} className="max-md:min-h-10">
            {isOn ? 'Show none here' : 'Show them here'}
          </Button>
        )}
      </div>
    </CardSection>
  );
}
