import type { ComponentProps } from 'react';
import { TextField } from '../../ui/text-field';
import { KnownContact } from './known-contact';
import { type ReachFieldName, useKnownContact } from './use-known-contact';

interface ReachFieldProps extends ComponentProps<typeof TextField> {
  field: ReachFieldName;
  value: string;
  /** The company's path. */
  path: string;
  /** Of the contact that is edited; null for a new one. */
  ownId: string | null;
}

/** An address or a number: beneath it stands who has the same already, before a second contact is made of them. */
export function ReachField({ field, path, ownId, onBlur, ...props }: ReachFieldProps) {
  const { contact, ask } = useKnownContact(field, props.value, ownId);
  return (
    <TextField
      {...props}
      autoComplete="off"
      onBlur={(event) => {
        onBlur?.(event);
        ask();
      }}
      note={contact && <KnownContact contact={contact} field={field} path={path} opensBeside={ownId !== null} />}
    />
  );
}
