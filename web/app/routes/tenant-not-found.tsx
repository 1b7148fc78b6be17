import { data } from 'react-router';

/** Answers an unknown address below a company; the error boundary of `tenant-page.tsx` shows it within the shell. */
export const loader = () => {
  throw data(null, { status: 404 });
};

export default function TenantNotFound() {
  return null;
}
