/** What a list of options looks like: the query, the options that fit, and the chosen one in full below them. */

import type { FleetOption } from "../../explain/options/fleet-options.ts";
import { tellOption } from "../../explain/options/tell-options.ts";
import type { Style } from "../../report/style.ts";
import { printable, textWidth } from "../../report/terminal-text.ts";
import type { ListState } from "./state.ts";

export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}

/** How many options have room. */
export function listRows({ rows }: ScreenSize): number {
  return Math.max(Math.floor((rows - 3) / 2), 1);
}

/** Not more lines than there are rows, none wider than the screen. */
export function drawList(
  { query, found, chosen, all }: ListState,
  hosts: number,
  size: ScreenSize,
  style: Style,
): string[] {
  const room = listRows(size);
  const first = Math.min(Math.max(chosen - Math.floor(room / 2), 0), Math.max(found.length - room, 0));
  const list = found.slice(first, first + room).map((option, index) => {
    const isChosen = first + index === chosen;
    const text = fitted(`${isChosen ? ">" : " "} ${option.name}  ${option.type ?? ""}`, size.columns);
    return isChosen ? style.strong(text) : text;
  });
  const preview = found[chosen] === undefined ? [] : previewOf(found[chosen], hosts, size.columns);
  const empty = Array.from({ length: room - list.length }, () => "");
  const lines = [
    fitted(`option: ${query}`, size.columns),
    style.faint(fitted(`${found.length} of ${all.length}; arrows choose, Enter prints, Esc leaves`, size.columns)),
    ...list,
    ...empty,
    style.faint("─".repeat(size.columns)),
    ...preview,
  ];
  return lines.slice(0, size.rows);
}

const unpainted = (text: string): string => text;

/** Lines are cut to the width, so colours would be cut as well. */
function previewOf(option: FleetOption, hosts: number, columns: number): string[] {
  const plain = Object.fromEntries(
    ["strong", "faint", "mistake", "limit", "bug", "hint", "good"].map((name) => [name, unpainted]),
  ) as unknown as Style;
  return tellOption(option, hosts, plain).flatMap((line) => wrapped(line, columns));
}

function wrapped(line: string, columns: number): string[] {
  const lines: string[] = [];
  let rest = line;
  while (textWidth(rest) > columns && lines.length < 6) {
    let end = [...rest].length;
    while (textWidth([...rest].slice(0, end).join("")) > columns) end--;
    const space = [...rest].slice(0, end).lastIndexOf(" ");
    const cut = space > columns / 2 ? space : end;
    lines.push([...rest].slice(0, cut).join(""));
    rest = `            ${[...rest].slice(cut).join("").trimStart()}`;
  }
  return [...lines, rest];
}

function fitted(text: string, columns: number): string {
  const shown = printable(text);
  if (textWidth(shown) <= columns) return shown;
  const letters = [...shown];
  while (textWidth(letters.join("")) > columns - 1) letters.pop();
  return `${letters.join("")}…`;
}
