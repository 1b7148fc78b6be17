import { statusOf } from '../apollo/api-error';
import { ErrorPage, NotFoundPage } from '../shell/error-page';

/** Whoever is no operator is told what anybody is told of a page that does not exist. */
export const OperatorError = ({ error }: { error: unknown }) =>
  statusOf(error) === 403 ? <NotFoundPage /> : <ErrorPage error={error} />;
