import { useNavigate, useParams, useRouteError } from 'react-router';
import { preload } from '../apollo/preload';
import { FleetCompanyDocument, useFleetCompanyQuery } from '../generated/graphql';
import { CompanyDetails } from '../operator/company-details';
import { CompanyMenu } from '../operator/company-menu';
import { OperatorError } from '../operator/operator-error';
import { OperatorFrame } from '../operator/operator-frame';
import { NotFoundPage } from '../shell/error-page';
import { PagePart } from '../shell/page-part';
import { BackLink } from '../ui/back-link';
import { PageHeader } from '../ui/page-header';

const read = preload(FleetCompanyDocument, ({ params }) => ({ id: params['companyId'] ?? '' }), {
  isFound: ({ fleetTenant }) => fleetTenant !== null,
});
export const loader = read;
export const clientLoader = read;

export default function OperatorCompany() {
  const { companyId = '' } = useParams();
  const navigate = useNavigate();
  const result = useFleetCompanyQuery({ variables: { id: companyId } });
  const { data, error } = result;
  if (error && !data) return <OperatorError error={error} />;
  if (data && !data.fleetTenant) return <NoSuchCompany />;
  const company = data?.fleetTenant;
  const reread = () => void result.refetch().catch(() => void navigate('/operator'));
  return (
    <OperatorFrame viewer={data?.viewer}>
      <title>{`${company?.name ?? 'Company'} · Operator · Atrium`}</title>
      <PageHeader
        title={company?.name ?? 'Company'}
        leading={<BackLink to="/operator" label="All companies of the deployment" />}
        actions={company && <CompanyMenu company={company} onChanged={reread} />}
      />
      <PagePart result={result} loadingLabel="The company is loading">
        {({ fleetTenant }) => fleetTenant && <CompanyDetails company={fleetTenant} />}
      </PagePart>
    </OperatorFrame>
  );
}

const NoSuchCompany = () => (
  <NotFoundPage title="There is no such company" text="It may have been removed." backTo="/operator" />
);

export function ErrorBoundary() {
  const error = useRouteError();
  return <OperatorError error={error} />;
}
