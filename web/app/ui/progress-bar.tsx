interface ProgressBarProps {
  /** What is under way, for screen readers. */
  label: string;
  /** From 0 to 1; null where nobody knows how much there is. */
  share: number | null;
  /** How far it is, in words. */
  text?: string;
}

/** Of what has no known end, a part that says that something is done. */
const unknownPercent = 30;

export const ProgressBar = ({ label, share, text }: ProgressBarProps) => {
  const percent = share === null ? null : Math.round(Math.min(Math.max(share, 0), 1) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuetext={text}
      {...(percent !== null && { 'aria-valuemin': 0, 'aria-valuemax': 100, 'aria-valuenow': percent })}
      className="h-2 overflow-hidden rounded-full bg-sunken"
    >
      <div
        className="h-full rounded-full bg-accent transition-[width] duration-200"
        style={{ width: `${percent ?? unknownPercent}%` }}
      />
    </div>
  );
};
