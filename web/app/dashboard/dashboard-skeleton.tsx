import { Card } from '../ui/card';
import { Skeleton, SkeletonRegion } from '../ui/skeleton';
import { FiguresSkeleton } from './figures';

// All different: each is its bar's key too.
const barHeights = [
  'h-16',
  'h-24',
  'h-12',
  'h-4',
  'h-8',
  'h-28',
  'h-36',
  'h-32',
  'h-35',
  'h-20',
  'h-6',
  'h-10',
  'h-40',
  'h-26',
];

/** The dashboard's shape, so that nothing jumps when its data arrives. */
export const DashboardSkeleton = () => (
  <SkeletonRegion label="The dashboard is loading" className="flex flex-col gap-6">
    <div className="flex h-12 flex-col gap-2">
      <Skeleton className="h-6 w-56 max-w-full" />
      <Skeleton className="w-32" />
    </div>
    <FiguresSkeleton />
    <div className="grid gap-6 xl:grid-cols-2">
      <ListSkeleton />
      <ChartSkeleton />
    </div>
    <ChartSkeleton />
    <div className="grid gap-6 xl:grid-cols-2">
      <ListSkeleton />
      <ListSkeleton />
    </div>
  </SkeletonRegion>
);

const ChartSkeleton = () => (
  <Card className="flex h-64 flex-col justify-between p-5">
    <Skeleton className="w-32" />
    <div className="flex items-end gap-1.5">
      {barHeights.map((height) => (
        <div key={height} className="flex flex-1 justify-center">
          <Skeleton className={`w-full max-w-9 ${height}`} />
        </div>
      ))}
    </div>
  </Card>
);

const ListSkeleton = () => (
  <Card className="flex flex-col gap-5 p-5">
    <Skeleton className="w-36" />
    {['w-40', 'w-28', 'w-36', 'w-32', 'w-44'].map((width) => (
      <div key={width} className="flex items-center gap-3">
        <Skeleton className="size-8 rounded-full" />
        <div className="flex flex-1 flex-col gap-2">
          <Skeleton className={`h-3.5 ${width}`} />
          <Skeleton className="h-3 w-3/5" />
        </div>
      </div>
    ))}
  </Card>
);
