import { showMoment } from '../digest/subscriptions/when.js';

/** The clock of the shop, which the page shows and sets forward. */
export interface PageClock {
  readonly now: () => Date;
  /** The IANA zone that it is shown in. */
  readonly zone: string;
  /** Sets it to the next Monday at 9:00, when the channel's digest is due, and has that posted. */
  moveToNextDigest(): Promise<void>;
}

/** What the page knows of it. */
export interface ShownClock {
  /** `Mon, Nov 30, 2026, 09:00 (Europe/Berlin)`. */
  readonly text: string;
}

/** The time as the page shows it. */
export const shownClock = ({ now, zone }: PageClock): ShownClock => ({ text: showMoment(now(), zone) });
