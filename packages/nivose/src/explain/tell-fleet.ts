/** The values of an option on many hosts, for people. */

import type { Style } from "../report/style.ts";
import { printable } from "../report/terminal-text.ts";
import type { Explanation } from "./explanation.ts";
import type { ValueGroup } from "./group-values.ts";
import { priorityName } from "./priority.ts";

export function tellFleet(
  subject: string,
  groups: readonly ValueGroup[],
  undeclared: readonly string[],
  style: Style,
): string[] {
  return [
    style.strong(printable(subject)),
    ...groups.flatMap((group) => ["", ...tellGroup(group, style).map((line) => `  ${line}`)]),
    ...(undeclared.length === 0 ? [] : ["", `  ${style.faint("not declared on")} ${printable(undeclared.join(", "))}`]),
  ];
}

function tellGroup({ value, works, hosts, isWhole }: ValueGroup, style: Style): string[] {
  const places = new Map<string, string[]>();
  for (const { host, explanation } of hosts) {
    const where = winnersOf(explanation).join("\n");
    places.set(where, [...(places.get(where) ?? []), host]);
  }
  const [first] = hosts;
  const shown = works ? value : `no value: ${first!.explanation.error ?? ""}`;
  return [
    `${printable(shown.replaceAll(/\s+/gu, " "))}${isWhole ? "" : style.faint("  (compared as far as shown)")}`,
    ...[...places].flatMap(([where, names]) => [
      `  on ${style.strong(printable(names.join(", ")))}`,
      ...(where === "" ? [] : where.split("\n").map((line) => `    ${printable(line)}`)),
    ]),
  ];
}

/** Where the definitions that count stand. */
function winnersOf({ definitions }: Explanation): string[] {
  return definitions
    .filter(({ fate }) => fate.kind === "wins")
    .map(({ file, isDefault, priority, places, placeClass }) => {
      const [place] = places;
      const at = places.length === 1 || placeClass === "certain" ? `${file}:${place!.line}:${place!.column}` : file;
      if (isDefault) return `the default, ${file}`;
      return priority === 100 ? at : `${at}, ${priorityName(priority)}`;
    });
}
