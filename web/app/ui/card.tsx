import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

export const Card = ({ className, ...props }: ComponentProps<'div'>) => (
  <div {...props} className={classNames('min-w-0 rounded-card border border-line bg-surface shadow-card', className)} />
);

interface CardSectionProps extends Omit<ComponentProps<'section'>, 'title'> {
  title: string;
  /** The heading's id, which also names the region; unique on the page. */
  id: string;
  /** Beside the title: a link, a small button. */
  action?: ReactNode;
}

/** A card with a heading of its own: a named region of the page. */
export const CardSection = ({ title, id, action, className, children, ...props }: CardSectionProps) => (
  <section
    {...props}
    aria-labelledby={id}
    className={classNames('flex min-w-0 flex-col rounded-card border border-line bg-surface shadow-card', className)}
  >
    <div className="flex min-h-12 items-center justify-between gap-3 px-5 pt-3">
      <h2 id={id} className="font-semibold text-ink">
        {title}
      </h2>
      {action}
    </div>
    {children}
  </section>
);
