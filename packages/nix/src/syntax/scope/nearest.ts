/** The name that somebody probably meant. */

/** Nobody mistypes a name longer than this, and to compare such names takes long. */
const LONGEST = 100;

/** The nearest of the known names, if one is near enough to be worth a suggestion. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  let best: string | undefined;
  // one mistake for every three letters, and at least one; but a single letter is near to every other
  let least = name.length < 2 ? 1 : Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    // one more, because what is as near as the best so far has to be told from what is farther away
    const distance = editDistance(name, candidate, least + 1);
    if (distance < least || (distance === least && best !== undefined && candidate < best)) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Those of the known names that are about as near as the nearest, which comes first. */
export function nearestFew(name: string, known: Iterable<string>, most: number): string[] {
  const names = [...known];
  const best = nearest(name, names);
  if (best === undefined) return [];
  const limit = Math.floor(editDistance(name, best, name.length + best.length)) + 2;
  return names
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate, limit) }))
    .filter(({ distance }) => distance < limit && distance < Math.max(2, name.length / 3))
    .toSorted(
      (a, b) =>
        a.distance - b.distance ||
        shared(name, b.candidate) - shared(name, a.candidate) ||
        (a.candidate < b.candidate ? -1 : 1),
    )
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** How many letters both begin with. */
function shared(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that make one name of the other (Damerau's distance);
 * `limit` if there are as many or more. A difference of case alone is half a mistake.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (a.toLowerCase() === b.toLowerCase()) return a === b ? 0 : 0.5;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let distance = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        distance = Math.min(distance, beforeLast[column - 2]! + 1);
      }
      current.push(distance);
      least = Math.min(least, distance);
    }
    if (least >= limit) return limit;
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}
