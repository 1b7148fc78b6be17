import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { classNames } from './class-names';
import { Spinner } from './spinner';

type Variant = 'primary' | 'secondary' | 'quiet' | 'danger';
type Size = 'small' | 'medium' | 'large';

interface Look {
  variant?: Variant;
  size?: Size;
}

const variants: Record<Variant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border border-line-strong bg-surface text-ink shadow-card hover:bg-hover',
  quiet: 'text-ink-muted hover:bg-hover hover:text-ink',
  danger: 'bg-danger text-on-danger hover:bg-danger-hover',
};

const sizes: Record<Size, string> = {
  small: 'h-8 max-md:h-10 gap-1.5 px-2.5 text-detail',
  medium: 'h-9 max-md:h-10 gap-2 px-3.5',
  large: 'h-11 gap-2 px-5 text-reading',
};

export const buttonLook = ({ variant = 'secondary', size = 'medium' }: Look): string =>
  classNames(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-control font-medium transition-colors duration-100',
    'disabled:opacity-55 aria-disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
    variants[variant],
    sizes[size],
  );

interface ButtonProps extends ComponentProps<'button'>, Look {
  /** Shows a spinner and refuses further presses, without losing the focus. */
  isBusy?: boolean;
  icon?: ReactNode;
}

export function Button({
  variant,
  size,
  isBusy = false,
  icon,
  className,
  children,
  onClick,
  type = 'button',
  ...props
}: ButtonProps) {
  return (
    <button
      {...props}
      type={isBusy ? 'button' : type}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? undefined : onClick}
      className={classNames(buttonLook({ ...(variant && { variant }), ...(size && { size }) }), className)}
    >
      {isBusy ? <Spinner /> : icon}
      {children}
    </button>
  );
}

interface LinkButtonProps extends LinkProps, Look {
  icon?: ReactNode;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ variant, size, icon, className, children, ...props }: LinkButtonProps) {
  return (
    <Link
      {...props}
      className={classNames(buttonLook({ ...(variant && { variant }), ...(size && { size }) }), className)}
    >
      {icon}
      {children}
    </Link>
  );
}
