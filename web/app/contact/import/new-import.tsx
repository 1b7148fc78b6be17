import { useState } from 'react';
import type { ContactField } from '../fields/field-drafts';
import { CheckStep } from './check-step';
import { ChooseFile } from './choose-file';
import { guessTargets } from './columns';
import { ColumnsStep } from './columns-step';
import type { CsvFormat } from './csv-format';
import type { NewFieldPart } from './match-columns';
import type { Plan } from './plan';
import { openFile } from './read-file';
import type { Remembered } from './remembered';
import { Steps } from './steps';

interface NewImportProps {
  /** Of earlier imports. */
  remembered: Remembered;
  companyFields: readonly ContactField[];
  newField: NewFieldPart;
  onStarted: (importId: string) => void;
}

const unreadable = 'This file could not be read. Save it as CSV and choose it again.';
const empty = 'This file has no rows: its first line names the columns, and each further one is a contact.';

/** From a file to an import, step by step; nothing is written before its last one. */
export function NewImport({ remembered, companyFields, newField, onStarted }: NewImportProps) {
  const [plan, setPlan] = useState<Plan | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const choose = async (file: File) => {
    setError(null);
    try {
      const opened = await openFile(file);
      if (opened.firstRows.length === 0) return setError(empty);
      setPlan({
        ...opened,
        file,
        name: file.name.slice(0, 200),
        targets: guessTargets(opened.headers, remembered.columns, companyFields),
        countryCode: remembered.countryCode,
        onDuplicate: 'SKIP',
      });
    } catch {
      setError(unreadable);
    }
  };
  const reread = async (said: Partial<CsvFormat>) => {
    if (!plan) return;
    const opened = await openFile(plan.file, { ...plan.format, ...said });
    setPlan({ ...plan, ...opened, targets: guessTargets(opened.headers, remembered.columns, companyFields) });
  };

  return (
    <>
      <Steps now={plan ? (isChecking ? 2 : 1) : 0} />
      {!plan && <ChooseFile onChoose={(file) => void choose(file)} error={error} />}
      {plan && !isChecking && (
        <ColumnsStep
          plan={plan}
          companyFields={companyFields}
          newField={newField}
          onChange={(change) => setPlan({ ...plan, ...change })}
          onFormat={(said) => void reread(said)}
          onBack={() => setPlan(null)}
          onDone={() => setIsChecking(true)}
        />
      )}
      {plan && isChecking && <CheckStep plan={plan} onBack={() => setIsChecking(false)} onStarted={onStarted} />}
    </>
  );
}
