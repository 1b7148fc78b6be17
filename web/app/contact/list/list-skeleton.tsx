import { Skeleton, SkeletonRegion } from '../../ui/skeleton';

const rows = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export const ContactListSkeleton = () => (
  <SkeletonRegion label="The contacts are loading">
    <div className="h-10 border-line border-b max-md:hidden" />
    {rows.map((key) => (
      <div key={key} className="flex h-11 items-center gap-3 border-line border-b px-5 last:border-b-0 max-md:h-24">
        <Skeleton className="size-8 rounded-full" />
        <div className="flex flex-1 flex-col gap-2">
          <Skeleton className="w-36" />
          <Skeleton className="h-3 w-52 max-w-full md:hidden" />
        </div>
        <Skeleton className="w-48 max-lg:hidden" />
        <Skeleton className="w-16" />
      </div>
    ))}
  </SkeletonRegion>
);
