import { type FormEvent, useId, useState } from 'react';
import { type MergeSide_ContactFragment, useMergeSidesQuery } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { classNames } from '../../ui/class-names';
import { Dialog } from '../../ui/dialog';
import { ErrorState } from '../../ui/error-state';
import { formatPlural } from '../../ui/format';
import { LocalTime } from '../../ui/relative-time';
import { Skeleton, SkeletonRegion } from '../../ui/skeleton';
import { chosenOf, fieldsOf, isOpen as isToChoose, type MergeField, type Side } from './merge-fields';
import { useMerge } from './use-merge';

export interface MergeDialogProps {
  /** That remains, by its id, and that is merged into it. */
  firstId: string;
  secondId: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onMerged: (contactId: string) => void;
}

/** Both side by side, with what is kept of each. */
export function MergeDialog({ firstId, secondId, isOpen, onOpenChange, onMerged }: MergeDialogProps) {
  const { data, error, loading, refetch } = useMergeSidesQuery({
    variables: { first: firstId, second: secondId },
    fetchPolicy: 'network-only',
  });
  const isGone = data && (!data.first || !data.second || data.first.id === data.second.id);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Merge two contacts"
      description="Conversations, notes and labels of both come together. It can be undone for 30 days."
    >
      {error && !data && <ErrorState onRetry={() => void refetch()} isRetrying={loading} />}
      {!error && !data && <MergeSkeleton />}
      {isGone && <p className="text-ink-muted">One of them is no longer there: somebody has merged or deleted it.</p>}
      {data?.first && data.second && !isGone && (
        <MergeForm first={data.first} second={data.second} onOpenChange={onOpenChange} onMerged={onMerged} />
      )}
    </Dialog>
  );
}

interface MergeFormProps extends Pick<MergeDialogProps, 'onOpenChange' | 'onMerged'> {
  first: MergeSide_ContactFragment;
  second: MergeSide_ContactFragment;
}

function MergeForm({ first, second, onOpenChange, onMerged }: MergeFormProps) {
  const [sides, setSides] = useState<Record<string, Side>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const { merge, isMerging } = useMerge(onMerged);
  const fields = fieldsOf(first, second);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const failure = await merge({ intoId: first.id, fromId: second.id, choose: chosenOf(fields, sides) });
    setProblem(failure);
    if (failure === null) onOpenChange(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col">
      <div className="grid grid-cols-2 gap-x-3 gap-y-3 pb-4 sm:grid-cols-[5.5rem_1fr_1fr]">
        <span className="max-sm:hidden" />
        <Heading contact={first}>First contact</Heading>
        <Heading contact={second}>Second contact</Heading>
        {fields.map((field) => (
          <Choice
            key={field.key}
            field={field}
            side={sides[field.key] ?? 'first'}
            onChange={(side) => setSides({ ...sides, [field.key]: side })}
          />
        ))}
      </div>
      {problem && (
        <p role="alert" className="pb-3 text-danger-ink">
          {problem}
        </p>
      )}
      <div className="sticky bottom-0 flex flex-wrap justify-end gap-2 border-line border-t bg-surface pt-4">
        <Button onClick={() => onOpenChange(false)}>Cancel</Button>
        <Button type="submit" variant="primary" isBusy={isMerging}>
          Merge
        </Button>
      </div>
    </form>
  );
}

const day: Intl.DateTimeFormatOptions = { dateStyle: 'medium' };

const Heading = ({ contact, children }: { contact: MergeSide_ContactFragment; children: string }) => (
  <div className="flex min-w-0 flex-col gap-0.5 border-line border-b pb-2">
    <span className="font-medium text-ink">{children}</span>
    <span className="text-detail text-ink-muted">
      Since <LocalTime at={contact.createdAt} format={day} />
      {' · '}
      {formatPlural(contact.conversations.totalCount, 'conversation')}
    </span>
  </div>
);

interface ChoiceProps {
  field: MergeField;
  side: Side;
  onChange: (side: Side) => void;
}

/** What is kept stands out; where both say the same, or one says nothing, there is nothing to choose. */
function Choice({ field, side, onChange }: ChoiceProps) {
  const name = useId();
  const { label, values } = field;
  const isOpen = isToChoose(field);
  const kept = isOpen ? side : values.first === null ? 'second' : 'first';
  const lookOf = (each: Side) =>
    classNames(
      'flex min-h-8 min-w-0 items-start gap-2 rounded-control border px-2.5 py-1.5 [overflow-wrap:anywhere]',
      kept === each || values.first === values.second
        ? 'border-accent bg-accent-soft text-ink'
        : 'border-line text-ink-muted',
      values[each] === null && 'border-dashed',
    );
  return (
    <fieldset className="contents">
      <legend className="sr-only">{label}</legend>
      <span aria-hidden="true" className="pt-1.5 text-detail text-ink-muted max-sm:col-span-2 max-sm:-mb-2">
        {label}
      </span>
      {(['first', 'second'] as const).map((each) =>
        isOpen ? (
          <label key={each} className={lookOf(each)}>
            <input
              type="radio"
              name={name}
              checked={side === each}
              onChange={() => onChange(each)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">{values[each]}</span>
          </label>
        ) : (
          <div key={each} className={lookOf(each)}>
            {values[each] ?? 'Nothing'}
          </div>
        ),
      )}
    </fieldset>
  );
}

const MergeSkeleton = () => (
  <SkeletonRegion label="The two contacts are loading" className="flex flex-col gap-3">
    {['name', 'email', 'phone', 'company'].map((row) => (
      <Skeleton key={row} className="h-8 w-full" />
    ))}
  </SkeletonRegion>
);
