import { useRestoreContactMutation } from '../../generated/graphql';

/** Everywhere a contact is counted or listed. */
const affected = ['contacts', 'conversations', 'contactFacets', 'deletedContacts', 'inboxCounts'];

/** Errors of `restore`: whatever kept the contact from coming back. */
export function useRestoreContact() {
  const [restoreContact, { client }] = useRestoreContactMutation();
  const forget = () => {
    for (const fieldName of affected) client.cache.evict({ id: 'ROOT_QUERY', fieldName });
  };
  const restore = async (id: string) => {
    const { data } = await restoreContact({ variables: { input: { id } } });
    if (!data?.restoreContact.contact) throw new Error(data?.restoreContact.userErrors[0]?.message);
    forget();
  };
  return { restore, forget };
}
