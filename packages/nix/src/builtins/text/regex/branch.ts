/** How a walk through a program goes on behind a place. */

/** One way to go on. */
export interface Branch {
  /** The place that consumes the next byte, or {@link END} if the match ends here. */
  readonly place: number;
  /** The capture slots that note this position. */
  readonly marks: readonly number[];
}

export const END = -1;
