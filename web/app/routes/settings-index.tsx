import { redirect } from 'react-router';
import type { Route } from './+types/settings-index';

const lead = ({ params }: Pick<Route.LoaderArgs, 'params'>) => redirect(`/tenant/${params.tenantId}/settings/general`);
export const loader = lead;
export const clientLoader = lead;
