import { useAction } from '../access/use-action';
import {
  type NotificationSettingsQuery,
  type UpdateNotificationSettingsInput,
  useUpdateNotificationSettingsMutation,
} from '../generated/graphql';
import { CardSection } from '../ui/card';
import { Checkbox } from '../ui/checkbox';
import { useToast } from '../ui/toaster';

type Settings = Omit<NotificationSettingsQuery['notificationSettings'], '__typename'>;

const kinds: readonly { field: keyof Settings; words: string }[] = [
  { field: 'onAssigned', words: 'Somebody gives me a conversation' },
  { field: 'onMentioned', words: 'A note mentions me' },
  { field: 'onReplied', words: 'A contact writes in a conversation of mine' },
  { field: 'onUnassigned', words: 'A contact writes in a conversation that is nobody’s' },
];

/** What one is told of in this company, on every device. Each change is kept at once, and can be undone. */
export function NotificationKindsCard({ settings }: { settings: Settings }) {
  const [update] = useUpdateNotificationSettingsMutation();
  const { act, isBusy } = useAction();
  const toast = useToast();
  const write = (input: UpdateNotificationSettingsInput) =>
    act(async () => (await update({ variables: { input } })).data?.updateNotificationSettings.userErrors);
  const change = async (field: keyof Settings, isWanted: boolean) => {
    if (isBusy || !(await write({ [field]: isWanted }))) return;
    const undo = () => void write({ [field]: !isWanted });
    toast({ text: 'What you are told of is changed.', action: { label: 'Undo', onSelect: undo } });
  };
  return (
    <CardSection id="notifications" title="Tell me when">
      <div className="flex flex-col gap-1 px-5 pt-2 pb-5">
        {kinds.map(({ field, words }) => (
          <Checkbox
            key={field}
            isChecked={settings[field]}
            onChange={(isWanted) => void change(field, isWanted)}
            className="-mx-2 max-md:min-h-10"
          >
            {words}
          </Checkbox>
        ))}
        <p className="pt-1 text-detail text-ink-muted">
          Only you see what you are told of. Nobody is told of what they do themselves.
        </p>
      </div>
    </CardSection>
  );
}
