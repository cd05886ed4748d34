/** Options for people. */

import type { Style } from "../../report/style.ts";
import { printable } from "../../report/terminal-text.ts";
import type { FleetOption } from "./fleet-options.ts";

/** `all` is how many hosts there are. */
export function tellOption(option: FleetOption, all: number, style: Style): string[] {
  const { name, type, default: fallback, description, declared, hosts, setBy } = option;
  const rows: [string, string][] = [
    ["type", type ?? "?"],
    ["default", fallback ?? "none"],
    ["declared", declared.join(", ")],
    ...setBy
      .slice(0, MOST_SETTERS)
      .map(({ file, line, hosts: setting }, index): [string, string] => [
        index === 0 ? "set by" : "",
        `${file}:${line}${setting.length === all ? "" : ` on ${setting.join(", ")}`}`,
      ]),
  ];
  if (setBy.length > MOST_SETTERS) rows.push(["", `and in ${setBy.length - MOST_SETTERS} more places`]);
  if (hosts.length < all) rows.push(["only on", hosts.join(", ")]);
  return [
    style.strong(printable(name)),
    ...(description === null || description === "" ? [] : [`  ${oneLine(description, LONGEST_TEXT)}`]),
    ...rows.flatMap(([label, text]) =>
      text === "" ? [] : [`  ${style.faint(label.padEnd(9))} ${oneLine(text, LONGEST_TEXT)}`],
    ),
  ];
}

const MOST_SETTERS = 5;
const LONGEST_TEXT = 300;

export function oneLine(text: string, most: number): string {
  const line = printable(text.replaceAll(/\s+/gu, " ").trim());
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
