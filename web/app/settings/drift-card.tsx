import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { SchemaDriftQuery } from '../generated/graphql';
import { Badge } from '../ui/badge';
import { CardSection } from '../ui/card';
import { formatPlural } from '../ui/format';

/** For admins: whether the company's tables are as its migrations make them, or where not. */
export function DriftCard({ drift }: { drift: SchemaDriftQuery['currentTenant']['schema']['drift'] }) {
  const isAsExpected = drift.length === 0;
  return (
    <CardSection
      id="drift"
      title="Tables and rights"
      action={
        isAsExpected ? (
          <Badge tone="accent" icon={<CircleCheck aria-hidden="true" />}>
            As expected
          </Badge>
        ) : (
          <Badge tone="warning" icon={<TriangleAlert aria-hidden="true" />}>
            {formatPlural(drift.length, 'difference')}
          </Badge>
        )
      }
    >
      <div className="flex flex-col gap-3 px-5 pt-1 pb-5">
        <p className="max-w-prose text-ink-muted">
          {isAsExpected
            ? 'Each table, column, index and right in the company’s schema is as this version of Atrium makes it.'
            : 'Somebody was at work in the company’s schema past Atrium. Whoever runs Atrium can mend it; these are the differences:'}
        </p>
        {!isAsExpected && (
          <ul className="flex list-disc flex-col gap-2 pl-5 text-ink">
            {drift.map(({ what, sql }) => (
              <li key={what} className="[overflow-wrap:anywhere]">
                {what}
                {sql && <code className="block font-mono text-detail text-ink-muted">{sql}</code>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </CardSection>
  );
}
