import { RequestResetForm } from '../access/password/request-reset-form';
import { FrontPage } from '../shell/front-page';
import { TextLink } from '../ui/text-link';

export default function ForgottenPassword() {
  return (
    <FrontPage
      title="Forgotten password"
      text="Tell the address of your account; a link for a new password is sent there."
      footer={
        <p>
          <TextLink to="/sign-in">Back to signing in</TextLink>
        </p>
      }
    >
      <RequestResetForm />
    </FrontPage>
  );
}
