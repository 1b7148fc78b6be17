import { useMay } from '../../access/permissions';
import { useAction } from '../../access/use-action';
import { type DeskRulesQuery, type SetDeskRulesInput, useSetDeskRulesMutation } from '../../generated/graphql';
import { CardSection } from '../../ui/card';
import { Checkbox } from '../../ui/checkbox';
import { useToast } from '../../ui/toaster';

type Rules = DeskRulesQuery['deskRules'];

/** What happens to the company's conversations by itself. Each change is kept at once, and can be undone. */
export function DeskRulesCard({ rules }: { rules: Rules }) {
  const mayChange = useMay('tenant:admin');
  const [set] = useSetDeskRulesMutation();
  const { act, isBusy } = useAction();
  const toast = useToast();
  const write = (input: SetDeskRulesInput) =>
    act(async () => (await set({ variables: { input } })).data?.setDeskRules.userErrors);
  const change = async (assignsFirstAnswer: boolean) => {
    if (isBusy || !(await write({ assignsFirstAnswer }))) return;
    const undo = () => void write({ assignsFirstAnswer: !assignsFirstAnswer });
    toast({ text: 'The rule is changed, for everybody.', action: { label: 'Undo', onSelect: undo } });
  };
  const words = 'Whoever first answers a conversation that nobody has to answer gets it';
  return (
    <CardSection id="rules" title="Rules of the company">
      <div className="flex flex-col gap-2 px-5 pt-2 pb-5">
        {mayChange ? (
          <Checkbox
            isChecked={rules.assignsFirstAnswer}
            onChange={(isChecked) => void change(isChecked)}
            className="-mx-2 max-md:min-h-10"
          >
            {words}
          </Checkbox>
        ) : (
          <p>
            {words}: <strong className="font-medium">{rules.assignsFirstAnswer ? 'yes' : 'no'}</strong>
          </p>
        )}
        <p className="text-detail text-ink-muted">
          A conversation that is closed opens again when the contact writes; one that is snoozed, too. That is always
          so.
        </p>
      </div>
    </CardSection>
  );
}
