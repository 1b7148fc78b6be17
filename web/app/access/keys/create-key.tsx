import { useState } from 'react';
import { useCreateApiKeyMutation } from '../../generated/graphql';
import { Button } from '../../ui/button';
import { Checkbox } from '../../ui/checkbox';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { FormMessage } from '../form-message';
import { Secret } from '../secret';
import { useInputForm } from '../use-input-form';
import { expiryOf, type Lifetime, lifetimes, scopes } from './scopes';

interface CreateKeyProps {
  tenantId: string;
  onCreated: () => void;
}

export function CreateKey({ tenantId, onCreated }: CreateKeyProps) {
  const [chosen, setChosen] = useState<readonly string[]>(['contacts:read', 'conversations:read']);
  const [lifetime, setLifetime] = useState<Lifetime>('90');
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  const form = useInputForm('CreateApiKeyInput', { name: '' });
  const [create] = useCreateApiKeyMutation();
  const submit = form.submit(async ({ name }) => {
    if (chosen.length === 0) return [{ field: [], message: 'Choose at least one thing that the key allows.' }];
    const expiresAt = expiryOf(lifetime, new Date());
    const { data } = await create({ variables: { input: { tenantId, name, scopes: [...chosen], expiresAt } } });
    const { apiKey, token, userErrors } = data?.createApiKey ?? {};
    if (apiKey && token) {
      setMade({ name: apiKey.name, token });
      form.clear();
      onCreated();
    }
    return userErrors?.map(({ field, message }) => ({ field, message }));
  });
  const toggle = (scope: string, isOn: boolean) =>
    setChosen((before) => (isOn ? [...before, scope] : before.filter((other) => other !== scope)));
  return (
    <form noValidate method="post" onSubmit={submit} className="flex flex-col gap-4 px-5 pt-2 pb-5">
      <FormMessage text={form.formError} />
      <div className="grid items-start gap-4 sm:grid-cols-[1fr_10rem]">
        <TextField
          label="Name"
          isRequired
          autoComplete="off"
          placeholder="Newsletter, website form…"
          {...form.wire('name')}
        />
        <SelectField label="Valid for" value={lifetime} options={lifetimes} onChange={setLifetime} />
      </div>
      <fieldset className="flex flex-col gap-1">
        <legend className="pb-1.5 font-medium text-detail">What it allows</legend>
        {scopes.map(({ value, text }) => (
          <Checkbox key={value} isChecked={chosen.includes(value)} onChange={(isOn) => toggle(value, isOn)}>
            <code className="font-mono text-detail">{value}</code>
            <span className="block text-detail text-ink-muted">{text}</span>
          </Checkbox>
        ))}
      </fieldset>
      <Button type="submit" variant="primary" isBusy={form.isBusy} className="self-start">
        Create key
      </Button>
      {made && (
        <Secret what="API key" text={made.token}>
          The key of “{made.name}” is shown this once: keep it where the program finds it.
        </Secret>
      )}
    </form>
  );
}
