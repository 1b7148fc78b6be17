import { useApolloClients } from '../apollo/provider';

/** For when there is a company more: the lists of companies were read without it. */
export function useNewCompany(): () => void {
  const companies = useApolloClients().of(null).apollo;
  return () => {
    companies.cache.evict({ fieldName: 'tenants' });
    companies.cache.gc();
  };
}
