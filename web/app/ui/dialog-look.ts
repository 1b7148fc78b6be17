import { classNames } from './class-names';

export const overlayLook = 'fixed inset-0 z-40 animate-appear bg-overlay';

export const dialogLook = classNames(
  'fixed inset-x-4 top-[max(1rem,12vh)] z-50 mx-auto flex max-h-[calc(100dvh-2rem)] max-w-lg animate-appear flex-col overflow-y-auto',
  'rounded-card border border-line bg-raised shadow-raised outline-none',
);
