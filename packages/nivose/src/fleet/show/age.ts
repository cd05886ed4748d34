/** How long ago something was, in words. */

const DAY = 86_400;
/** Of everything that was in a store, which forgets when it was made. */
const TIME_OF_STORES = 1;

/** `then` in seconds, `now` in milliseconds since 1970: `3 months old`. */
export function ageText(then: number, now: number): string {
  if (then <= TIME_OF_STORES) return "";
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
