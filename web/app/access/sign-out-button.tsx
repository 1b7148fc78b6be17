import type { ReactNode } from 'react';
import { SignOutQuestion } from './sign-out-question';
import { useSignOut } from './use-sign-out';

/** Within a sentence; `next` is where to go afterwards. */
export function SignOutButton({ next, children }: { next?: string; children: ReactNode }) {
  const { signOut, problem, question } = useSignOut(next);
  return (
    <>
      <button
        type="button"
        onClick={() => void signOut()}
        className="rounded-sm font-medium text-accent-ink underline underline-offset-3"
      >
        {children}
      </button>
      {problem && <span role="alert">{problem}</span>}
      <SignOutQuestion {...question} />
    </>
  );
}
