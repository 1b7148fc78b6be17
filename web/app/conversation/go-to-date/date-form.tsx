import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ThreadMessage_MessageFragment } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { useNow, useTimeZone } from '../../ui/clock';
import { isoDateIn } from '../../ui/format';
import { TextField } from '../../ui/text-field';
import { readBackTo } from './read-back-to';

interface DateFormProps {
  conversationId: string;
  onCancel: () => void;
  onFound: (message: ThreadMessage_MessageFragment) => void;
}

const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

export function DateForm({ conversationId, onCancel, onFound }: DateFormProps) {
  const client = useApolloClient();
  const timeZone = useTimeZone();
  const today = isoDateIn(timeZone, new Date(useNow()).toISOString());
  const [date, setDate] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isReading, setIsReading] = useState(false);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  const read = async () => {
    setIsReading(true);
    const found = await readBackTo(client, conversationId, { date, timeZone }).catch(() => undefined);
    // Whoever has closed the question meanwhile reads something else.
    if (!isThere.current) return;
    setIsReading(false);
    if (found) onFound(found);
    else setError(found === null ? 'That is more than 5,000 messages back.' : 'The messages could not be loaded.');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReading) return;
    if (isDate(date) && date <= today) void read();
    else setError('Choose a day up to today.');
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <TextField
        label="Date"
        type="date"
        isRequired
        value={date}
        max={today}
        onChange={(event) => {
          setDate(event.target.value);
          setError(null);
        }}
        error={error}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="primary" isBusy={isReading}>
          Go
        </Button>
      </div>
    </form>
  );
}
