import { CardSection } from '../../ui/card';
import { Checkbox } from '../../ui/checkbox';
import { useOpensNext } from './opens-next';

/** What is one's own choice, kept in this browser. */
export function OwnHabitsCard() {
  const [opensNext, setOpensNext] = useOpensNext();
  return (
    <CardSection id="habits" title="Your own habits">
      <div className="flex flex-col gap-2 px-5 pt-2 pb-5">
        <Checkbox isChecked={opensNext} onChange={setOpensNext} className="-mx-2 max-md:min-h-10">
          Open the next conversation after closing or snoozing one
        </Checkbox>
        <p className="text-detail text-ink-muted">Otherwise the list is shown. Kept in this browser.</p>
      </div>
    </CardSection>
  );
}
