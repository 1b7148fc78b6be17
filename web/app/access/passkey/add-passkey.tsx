import { type PublicKeyCredentialCreationOptionsJSON, startRegistration } from '@simplewebauthn/browser';
import { useAddPasskeyMutation, useBeginPasskeyMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/text-field';
import { useToast } from '../../ui/toaster';
import { describeDevice } from '../account/device';
import { FormMessage } from '../form-message';
import { useInputForm } from '../use-input-form';
import { endOfCeremony } from './web-authn';

export function AddPasskey() {
  const form = useInputForm('AddPasskeyInput', { name: describeDevice(navigator.userAgent) });
  const [begin] = useBeginPasskeyMutation();
  const [add] = useAddPasskeyMutation();
  const toast = useToast();

  const askDevice = async () => {
    const { data } = await begin();
    const optionsJSON = data?.beginPasskey.options as unknown as PublicKeyCredentialCreationOptionsJSON;
    return startRegistration({ optionsJSON });
  };
  const submit = form.submit(async ({ name }) => {
    try {
      const response = { ...(await askDevice()) };
      const { data } = await add({ variables: { input: { name, response } } });
      if (data?.addPasskey.viewer) toast({ text: 'Your passkey is added.' });
      return data?.addPasskey.userErrors;
    } catch (error) {
      const message = endOfCeremony(error);
      if (message === null) throw error;
      return [{ field: [], message }];
    }
  });
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-4 px-5 py-4">
      <FormMessage text={form.formError} />
      <TextField
        label="Name"
        isRequired
        autoComplete="off"
        hint="By which you will know it again."
        {...form.wire('name')}
      />
      <Button type="submit" isBusy={form.isBusy} className="self-start">
        Add a passkey
      </Button>
    </form>
  );
}
