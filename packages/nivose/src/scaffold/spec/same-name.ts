/** Names that are one name where large letters and small ones are the same, as on disks of Macs and in the names of machines. */

export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Where the name is that is taken. */
export function placeOfName(taken: string, wanted: string, place: string): string {
  return taken === wanted ? place : `as '${taken}' at ${place}, which differs in large and small letters only`;
}
