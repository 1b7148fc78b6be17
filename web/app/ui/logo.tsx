/** An arch within an arch: the inner court that gave the product its name. */
export const Logo = ({ className }: { className?: string }) => (
  <svg aria-hidden="true" viewBox="0 0 32 32" className={className}>
    <rect width="32" height="32" rx="8" className="fill-accent" />
    <path
      d="M7 24V14a9 9 0 0 1 18 0v10M13 24v-9a3 3 0 0 1 6 0v9"
      fill="none"
      strokeWidth="2.5"
      strokeLinecap="round"
      className="stroke-on-accent"
    />
  </svg>
);
