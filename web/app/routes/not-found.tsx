import { data } from 'react-router';

/** Answers any address that no other route knows; the root's error boundary shows it. */
export const loader = () => {
  throw data(null, { status: 404 });
};

export default function NotFound() {
  return null;
}
