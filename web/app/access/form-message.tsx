import { CircleAlert } from 'lucide-react';

/** What belongs to no single field of a form. */
export const FormMessage = ({ text }: { text: string | null }) =>
  text && (
    <p role="alert" className="flex gap-2 rounded-control bg-danger-soft px-3 py-2.5 text-danger-ink">
      <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {text}
    </p>
  );
