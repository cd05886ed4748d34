/** Versions as `builtins.compareVersions`, `splitVersion` and `parseDrvName` see them. */

/** The components of a version: numbers, and what stands between numbers, dots and dashes. */
export function splitVersion(version: string): string[] {
  return version.match(COMPONENT) ?? [];
}

/** -1 if the first version is older, 1 if it is newer. */
export function compareVersions(left: string, right: string): -1 | 0 | 1 {
  if (left === right) return 0;
  const leftComponents = splitVersion(left);
  const rightComponents = splitVersion(right);
  const longest = Math.max(leftComponents.length, rightComponents.length);
  for (let index = 0; index < longest; index++) {
    const one = leftComponents[index] ?? "";
    const other = rightComponents[index] ?? "";
    if (isOlder(one, other)) return -1;
    if (isOlder(other, one)) return 1;
  }
  return 0;
}

/** A package's name and version: the version starts behind the first dash that no letter follows. */
export function parseDrvName(name: string): { readonly name: string; readonly version: string } {
  const dash = name.search(VERSION_DASH);
  return dash === -1 ? { name, version: "" } : { name: name.slice(0, dash), version: name.slice(dash + 1) };
}

const COMPONENT = /[0-9]+|[^0-9.-]+/g;
const VERSION_DASH = /-[^a-zA-Z]/;
const LARGEST_NUMBER = 2 ** 31 - 1;

/** Nothing comes before a number, `pre` before everything, and a number after all that is none: 2.3a is before 2.3.1. */
function isOlder(one: string, other: string): boolean {
  const number = numberOf(one);
  const otherNumber = numberOf(other);
  if (number !== undefined && otherNumber !== undefined) return number < otherNumber;
  if (one === "" && otherNumber !== undefined) return true;
  if (one === "pre" && other !== "pre") return true;
  if (other === "pre") return false;
  if (otherNumber !== undefined) return true;
  if (number !== undefined) return false;
  return one < other;
}

/** Digits that do not fit into 32 bits are no number to Nix. */
function numberOf(component: string): number | undefined {
  const first = component.charCodeAt(0);
  if (!(first >= 48 && first <= 57)) return undefined;
  const number = Number(component);
  return number <= LARGEST_NUMBER ? number : undefined;
}
