import { Card } from '../ui/card';
import { Skeleton, SkeletonRegion } from '../ui/skeleton';

/** A card whose rows are on their way. */
export const SectionSkeleton = ({ label }: { label: string }) => (
  <SkeletonRegion label={label}>
    <Card className="flex flex-col gap-5 p-5">
      {['w-40', 'w-full', 'w-full', 'w-2/3'].map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars that never change
        <Skeleton key={index} className={width} />
      ))}
    </Card>
  </SkeletonRegion>
);
