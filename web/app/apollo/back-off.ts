const shortestPauseMs = 500;
const longestPauseMs = 10_000;

/**
 * Longer with each attempt, and spread over time: a thousand browsers must not return in the same instant to an API that restarted.
 * Shape: `attempt` counts from 1.
 */
export const pauseMs = (attempt: number): number =>
  Math.min(shortestPauseMs * 2 ** Math.min(attempt - 1, 10), longestPauseMs) * (0.5 + Math.random() / 2);
