import { Skeleton, SkeletonRegion } from '../../ui/skeleton';

const rows = Array.from({ length: 10 }, (_, index) => index);

export const InboxSkeleton = () => (
  <SkeletonRegion label="The conversations are loading" className="min-h-0 flex-1 overflow-hidden">
    {rows.map((row) => (
      <div key={row} className="flex h-16 items-center gap-3 border-line border-b px-4">
        <Skeleton className="size-8 shrink-0 rounded-full" />
        <div className="flex min-w-0 flex-1 flex-col gap-2">
          <Skeleton className="h-3.5 w-32" />
          <Skeleton className="h-3 w-full" />
        </div>
      </div>
    ))}
  </SkeletonRegion>
);
