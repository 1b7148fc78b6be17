import type { CustomFieldKind } from '../../generated/graphql';
import { formatDateTime } from '../../ui/format';

interface FieldValueProps {
  kind: CustomFieldKind;
  /** Not null. */
  value: unknown;
}

/** A value as people read it. What does not have the kind's form, from before there was the field, is shown as it is. */
export function FieldValue({ kind, value }: FieldValueProps) {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return kind === 'NUMBER' ? number.format(value) : String(value);
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join(', ');
  if (typeof value !== 'string') return <code className="text-detail">{JSON.stringify(value)}</code>;
  if (kind === 'DATE' && isDay.test(value)) return formatDateTime(value, { dateStyle: 'medium', timeZone: 'UTC' });
  if (kind === 'LINK' && isWebAddress.test(value)) {
    return (
      <a href={value} target="_blank" rel="noopener noreferrer nofollow" className="text-accent-ink hover:underline">
        {value.replace(/^https?:\/\//i, '')}
        <span className="sr-only"> in a new tab</span>
      </a>
    );
  }
  return <span className="whitespace-pre-line">{value}</span>;
}

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 15 });
const isDay = /^\d{4}-\d\d-\d\d$/;
/** Whatever else an address can begin with could run in the page. */
const isWebAddress = /^https?:\/\//i;
