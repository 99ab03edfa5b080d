/** Lets each person do something so often within a span of time. */
export interface RateLimit {
  /** Counts one. @returns milliseconds until the next is allowed; 0 if this one is */
  take(person: string): number;
}

/** @param most how often within the span; 0 for no limit */
export function rateLimit(most: number, withinMs: number, now: () => Date): RateLimit {
  const times = new Map<string, number[]>();
  return {
    take: person => {
      if (most === 0) return 0;
      const moment = now().getTime();
      const isRecent = (time: number) => time > moment - withinMs && time <= moment;
      for (const [who, taken] of times) if (!taken.some(isRecent)) times.delete(who);
      const recent = (times.get(person) ?? []).filter(isRecent);
      if (recent.length >= most) return (recent[recent.length - most] as number) + withinMs - moment;
      times.set(person, [...recent, moment]);
      return 0;
    },
  };
}
