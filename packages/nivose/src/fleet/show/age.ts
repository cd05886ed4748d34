/** How long ago something was, in words. */

const DAY = 86_400;

/** `then` in seconds, `now` in milliseconds since 1970: `3 months old`. */
export function ageText(then: number, now: number): string {
  const days = Math.floor((now / 1000 - then) / DAY);
  if (days < 1) return "new";
  if (days < 14) return old(days, "day");
  if (days < 60) return old(Math.floor(days / 7), "week");
  if (days < 730) return old(Math.floor(days / 30.44), "month");
  return old(Math.floor(days / 365.25), "year");
}

function old(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"} old`;
}
