/** Limits how often each person may do something within a period. */
export interface RateLimit {
  /** Counts one use. @returns 0 if it is allowed, otherwise the milliseconds until the next one is */
  count(person: string): number;
}

/** @param limit the number of uses within the period; 0 for no limit */
export function rateLimit(limit: number, periodMs: number, now: () => Date): RateLimit {
  const uses = new Map<string, number[]>();
  return {
    count: person => {
      if (limit === 0) return 0;
      const time = now().getTime();
      const isRecent = (use: number) => use > time - periodMs && use <= time;
      for (const [other, times] of uses) if (!times.some(isRecent)) uses.delete(other);
      const recent = (uses.get(person) ?? []).filter(isRecent);
      const oldestCounted = recent.at(-limit);
      if (oldestCounted !== undefined) return oldestCounted + periodMs - time;
      uses.set(person, [...recent, time]);
      return 0;
    },
  };
}
