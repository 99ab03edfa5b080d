/** A clock that can be set forward, for trying out what happens on another day. */
export interface MovableClock {
  readonly now: () => Date;
  /** Sets it forward; it goes on from there. An earlier moment than it shows changes nothing. */
  moveTo(moment: Date): void;
}

/** @param real the clock that it follows */
export function movableClock(real: () => Date = () => new Date()): MovableClock {
  let aheadMs = 0;
  const now = () => new Date(real().getTime() + aheadMs);
  return {
    now,
    moveTo: moment => {
      aheadMs += Math.max(0, moment.getTime() - now().getTime());
    },
  };
}
