import { Plus, Tag } from 'lucide-react';
import { useMay } from '../../access/permissions';
import { useAction } from '../../access/use-action';
import { type ContactDetails_ContactFragment, useSetContactLabelsMutation } from '../../generated/graphql';
import { LabelChip } from '../../labels/label-chip';
import { Button } from '../../ui/button';
import { lazyPart } from '../../ui/lazy-part';
import { Menu } from '../../ui/menu';

const LabelItems = lazyPart(() => import('../../labels/label-items').then((parts) => parts.LabelItems));

/** What the contact is sorted by, put on and taken off where it stands. */
export function ContactLabels({ contact: { id, labels } }: { contact: ContactDetails_ContactFragment }) {
  const [setLabels] = useSetContactLabelsMutation();
  const { act, isBusy } = useAction();
  const mayWrite = useMay('contacts:write');
  const isOn = (labelId: string) => labels.some((label) => label.id === labelId);
  const change = (labelId: string, isWanted: boolean) => {
    const others = labels.map((label) => label.id).filter((known) => known !== labelId);
    const labelIds = isWanted ? [...others, labelId] : others;
    void act(
      async () => (await setLabels({ variables: { input: { id, labelIds } } })).data?.setContactLabels.userErrors,
    );
  };
  const chips = labels.map((label) => <LabelChip key={label.id} label={label} />);
  if (!mayWrite) return labels.length > 0 && <p className="flex flex-wrap gap-1">{chips}</p>;
  return (
    <Menu
      align="start"
      className="w-60"
      trigger={
        <Button
          size="small"
          variant="quiet"
          isBusy={isBusy}
          className="-ml-2.5 h-auto min-h-8 max-w-full flex-wrap self-start py-1 max-md:min-h-10"
        >
          {labels.length === 0 ? <Tag aria-hidden="true" /> : chips}
          {labels.length === 0 ? 'Add label' : <span className="sr-only">Change labels</span>}
          {labels.length > 0 && <Plus aria-hidden="true" />}
        </Button>
      }
    >
      <LabelItems isOn={isOn} onLabel={(label, isWanted) => change(label.id, isWanted)} />
    </Menu>
  );
}
