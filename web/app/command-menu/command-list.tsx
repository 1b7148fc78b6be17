import { useCombobox } from 'downshift';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { ActionKeys } from '../actions/action-keys';
import { classNames } from '../ui/class-names';
import { Spinner } from '../ui/spinner';
import { type Command, groups } from './commands';
import { useCommands } from './use-commands';

interface CommandListProps {
  /** Of the company. */
  path: string;
  onChoose: (command: Command) => void;
}

/** A field, and what fits what is typed in it: arrows choose, Enter does it. */
export function CommandList({ path, onChoose }: CommandListProps) {
  const [text, setText] = useState('');
  const { commands, isBusy } = useCommands(text, path);
  const { getInputProps, getMenuProps, getItemProps, highlightedIndex } = useCombobox<Command>({
    items: commands,
    isOpen: true,
    selectedItem: null,
    initialHighlightedIndex: 0,
    defaultHighlightedIndex: 0,
    itemToString: (command) => command?.words ?? '',
    onInputValueChange: ({ inputValue }) => setText(inputValue),
    // The field keeps what was typed: what is chosen closes the menu.
    stateReducer: (state, { type, changes }) =>
      type === useCombobox.stateChangeTypes.InputKeyDownEnter || type === useCombobox.stateChangeTypes.ItemClick
        ? { ...changes, inputValue: state.inputValue }
        : changes,
    onSelectedItemChange: ({ selectedItem }) => selectedItem && onChoose(selectedItem),
  });
  const shownGroups = groups.filter((group) => commands.some((command) => command.group === group));
  const placeOf = (group: Command['group']) => commands.findIndex((command) => command.group === group);
  return (
    <>
      <div className="flex items-center gap-3 border-line border-b px-4">
        {isBusy ? <Spinner /> : <Search aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />}
        <input
          {...getInputProps({ 'aria-label': 'Search and commands' })}
          placeholder="Find a contact, words of a message, or what to do…"
          autoComplete="off"
          spellCheck={false}
          className="h-12 min-w-0 flex-1 bg-transparent text-base text-ink outline-none"
        />
      </div>
      <div
        {...getMenuProps({ 'aria-label': 'What fits' }, { suppressRefError: true })}
        className="flex min-h-0 flex-col gap-1 overflow-y-auto p-2"
      >
        {shownGroups
          .sort((a, b) => placeOf(a) - placeOf(b))
          .map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
            <div key={group} role="group" aria-label={group}>
              <p aria-hidden="true" className="px-2.5 pt-2 pb-1 text-ink-muted text-xs">
                {group}
              </p>
              {commands.map(
                (command, index) =>
                  command.group === group && (
                    <div
                      key={command.id}
                      {...getItemProps({ item: command, index })}
                      className={classNames(
                        'flex min-h-9 cursor-default select-none items-center gap-2.5 rounded-sm px-2.5 py-1 max-md:min-h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-muted',
                        index === highlightedIndex && 'bg-sunken',
                      )}
                    >
                      <CommandLine command={command} />
                    </div>
                  ),
              )}
            </div>
          ))}
      </div>
      <p role="status" className={classNames('px-4 text-ink-muted', commands.length === 0 ? 'pt-2 pb-5' : 'sr-only')}>
        {commands.length === 0 && !isBusy && 'Nothing fits.'}
      </p>
    </>
  );
}

const CommandLine = ({ command: { icon, words, hint, action } }: { command: Command }) => (
  <>
    {icon}
    <span className="min-w-0 max-w-full shrink-0 truncate text-ink">{words}</span>
    <span className="min-w-0 flex-1 truncate text-detail text-ink-muted">{hint}</span>
    {action && <ActionKeys action={action} />}
  </>
);
