import { Building2, LogOut, UserRound } from 'lucide-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { Avatar } from '../ui/avatar';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../ui/menu';
import { useToast } from '../ui/toaster';
import { SignOutQuestion } from './sign-out-question';
import { useSignOut } from './use-sign-out';

/** Who is signed in, the way to their account, and the way out. */
export function UserMenu({
  viewer,
}: {
  viewer: { name: string; email?: string | null; isOperator?: boolean } | null | undefined;
}) {
  const { signOut, problem, question } = useSignOut();
  const toast = useToast();
  useEffect(() => {
    if (problem) toast({ text: problem, tone: 'danger' });
  }, [problem, toast]);

  if (!viewer) return null;
  return (
    <>
      <Menu
        align="start"
        className="max-w-64"
        trigger={
          <button
            type="button"
            className="flex h-9 min-w-0 items-center gap-2 rounded-control p-1 text-left hover:bg-hover md:flex-1"
          >
            <Avatar name={viewer.name} size="small" />
            <span className="sr-only">Signed in as</span>
            <span className="min-w-0 truncate text-detail max-md:sr-only">{viewer.name}</span>
          </button>
        }
      >
        <MenuLabel>
          <span className="block truncate">{viewer.email ?? viewer.name}</span>
        </MenuLabel>
        <MenuItem asChild>
          <Link to="/account">
            <UserRound aria-hidden="true" />
            Account
          </Link>
        </MenuItem>
        {viewer.isOperator && (
          <MenuItem asChild>
            <Link to="/operator">
              <Building2 aria-hidden="true" />
              Operator
            </Link>
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem icon={<LogOut aria-hidden="true" />} onSelect={() => void signOut()}>
          Sign out
        </MenuItem>
      </Menu>
      <SignOutQuestion {...question} />
    </>
  );
}
