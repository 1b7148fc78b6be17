import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useApolloClients } from '../apollo/provider';
import { DeleteCompany } from '../companies/delete-company';
import { Button } from '../ui/button';
import { CardSection } from '../ui/card';
import { useToast } from '../ui/toaster';

/** For owners: the way out. */
export function DangerZone({ tenant }: { tenant: { id: string; name: string } }) {
  const [isOpen, setIsOpen] = useState(false);
  const navigate = useNavigate();
  const toast = useToast();
  const companies = useApolloClients().of(null).apollo;
  const leave = async () => {
    setIsOpen(false);
    // The list of companies was read when this one was among them.
    await companies.clearStore().catch(() => undefined);
    await navigate('/?tab=choose');
    toast({ text: `${tenant.name} is closed.` });
  };
  return (
    <CardSection id="danger" title="Delete this company" className="border-danger">
      <div className="flex flex-wrap items-center justify-between gap-4 px-5 pt-1 pb-5">
        <p className="min-w-0 max-w-prose flex-1 basis-64 text-ink-muted">
          It is closed at once. For a while an owner can restore it; then everything that it holds is removed for good.
        </p>
        <Button variant="danger" onClick={() => setIsOpen(true)}>
          Delete company…
        </Button>
      </div>
      <DeleteCompany company={tenant} isOpen={isOpen} onOpenChange={setIsOpen} onDeleted={() => void leave()} />
    </CardSection>
  );
}
