import { Building2, FileText } from 'lucide-react';
import { useNavigate } from 'react-router';
import { usePermissionCheck } from '../access/permissions';
import { useActionBoard } from '../actions/provider';
import { actionOf } from '../actions/registry';
import { useApolloClients } from '../apollo/provider';
import { useCommandMenuCompaniesQuery } from '../generated/graphql';
import { settingsPages } from '../settings/pages';
import { useDebounced } from '../ui/use-debounced';
import { iconOf } from './action-icons';
import { type Command, rankCommands } from './commands';
import { useHits } from './use-hits';

/** While somebody still types, nothing is asked. */
const settleMs = 100;
/** The API's search needs as many letters to tell anybody from anybody. */
const minSearchLength = 2;

/** All that can be done and opened from here, by what is typed. `path` is the company's. */
export function useCommands(typed: string, path: string): { commands: Command[]; isBusy: boolean } {
  const text = typed.trim();
  const { companies, hits, isBusy } = useFound(text, path);
  const actions = useActionCommands();
  const pages = usePageCommands(path);
  return { commands: rankCommands([...actions, ...pages, ...hits, ...companies], text), isBusy };
}

function useFound(text: string, path: string) {
  const settled = useDebounced(text, settleMs);
  const search = settled.length >= minSearchLength ? settled : null;
  const { hits, isBusy } = useHits(search, path);
  const companies = useCompanies(search);
  return { hits, companies: companies.found, isBusy: settled !== text || isBusy || companies.isBusy };
}

function useCompanies(search: string | null): { found: Command[]; isBusy: boolean } {
  const navigate = useNavigate();
  const client = useApolloClients().of(null).apollo;
  const { data, previousData, loading } = useCommandMenuCompaniesQuery({ client, variables: { text: search } });
  const found = ((data ?? previousData)?.tenants.nodes ?? []).map(
    ({ id, name, slug }): Command => ({
      id: `company ${id}`,
      group: 'Companies',
      words: name,
      icon: <Building2 aria-hidden="true" />,
      isFound: true,
      run: () => void navigate(`/tenant/${slug}/inbox`),
    }),
  );
  return { found, isBusy: loading };
}

/** What was possible when the menu opened: it lies over the page, on which nothing is done meanwhile. */
function useActionCommands(): Command[] {
  const board = useActionBoard();
  return board.possible
    .filter((id) => actionOf(id).isKeyOnly !== true)
    .map(
      (id): Command => ({
        id,
        group: actionOf(id).place === 'Everywhere' ? 'Everywhere' : 'On this page',
        words: actionOf(id).words,
        icon: iconOf(id),
        action: id,
        run: () => board.handlerOf(id)?.(),
      }),
    );
}

function usePageCommands(path: string): Command[] {
  const may = usePermissionCheck();
  const navigate = useNavigate();
  const settings = settingsPages
    .filter(({ permission }) => permission === null || may(permission))
    .map(({ to, label }) => ({ to: `${path}/settings/${to}`, words: `Settings: ${label}` }));
  const contacts = [
    { to: `${path}/contacts/duplicates`, words: 'Possible duplicates' },
    { to: `${path}/contacts/deleted`, words: 'Recently deleted contacts' },
  ];
  return [
    ...contacts,
    ...settings,
    { to: '/account', words: 'Your account' },
    { to: '/?tab=choose', words: 'All companies' },
  ].map(({ to, words }) => ({
    id: `page ${to}`,
    group: 'Everywhere',
    words,
    icon: <FileText aria-hidden="true" />,
    run: () => void navigate(to),
  }));
}
