interface ProgressBarProps {
  /** What is under way, for screen readers. */
  label: string;
  /** From 0 to 1. */
  share: number;
}

export const ProgressBar = ({ label, share }: ProgressBarProps) => {
  const percent = Math.round(Math.min(Math.max(share, 0), 1) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="h-2 overflow-hidden rounded-full bg-sunken"
    >
      <div className="h-full rounded-full bg-accent transition-[width] duration-200" style={{ width: `${percent}%` }} />
    </div>
  );
};
