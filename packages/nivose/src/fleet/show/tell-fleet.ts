/** A fleet at a glance: a line for each host, below the flake that it is in if there are several. */

import type { Style } from "../../report/style.ts";
import { printable, textWidth } from "../../report/terminal-text.ts";
import { isProblem } from "../host.ts";
import { addressOf, derivationOf, edgesOf, type ShownFlake, type ShownFleet, type ShownHost, tagsOf } from "./shown.ts";

interface Column {
  readonly title: string;
  readonly cell: (host: ShownHost) => string;
}

const columns = {
  host: { title: "host", cell: ({ name }) => name },
  kind: { title: "kind", cell: ({ kind }) => kind },
  system: { title: "system", cell: ({ facts }) => known(facts, ({ system }) => system) },
  state: { title: "state", cell: ({ facts }) => known(facts, ({ stateVersion }) => stateVersion) },
  users: {
    title: "users",
    cell: ({ facts }) => known(facts, ({ users }) => (users === undefined ? undefined : short(users))),
  },
  class: { title: "class", cell: (host) => host.class ?? "" },
  files: { title: "files", cell: ({ facts }) => known(facts, ({ files }) => String(files.length)) },
  tags: { title: "tags", cell: (host) => short(tagsOf(host)) },
  address: { title: "address", cell: (host) => addressOf(host) ?? "" },
} as const satisfies Readonly<Record<string, Column>>;

/** Where there is no room for all columns, those that come first here are there. */
const IMPORTANCE = ["host", "kind", "class", "system", "state", "address", "tags", "users", "files"] as const;

/** As many lines as there are hosts, and titles; nothing if there are none. `width` is how many columns there are. */
export function tellFleet({ flakes, hosts, targets }: ShownFleet, width: number, style: Style): string[] {
  const isGrouped = flakes.length > 1;
  const indent = isGrouped ? "  " : "";
  const nodes = targets.map((target): Row => {
    const address = addressOf({ data: undefined, targets: [target] }) ?? "";
    return {
      flake: target.flake,
      cells: { host: target.name, kind: target.tool, tags: short(target.tags), address },
      below: [],
    };
  });
  const rows = [...hosts.map(rowOf), ...nodes];
  if (rows.length === 0) return [];
  const shown = fitting(rows, width - indent.length);
  const widths = Object.fromEntries(shown.map((name) => [name, widthOf(name, rows)]));
  const line = (cells: Cells, paint = style.strong): string =>
    `${indent}${shown
      .map((name, index) => {
        const text = cellText(cells[name]);
        const padding = " ".repeat(Math.max(0, widths[name]! - textWidth(text)));
        return (index === 0 ? paint(text) : text) + padding;
      })
      .join(GAP)
      .trimEnd()}`;
  const titles = Object.fromEntries(shown.map((name) => [name, columns[name].title]));
  const heading = style.faint(line(titles, (text) => text));
  const block = (row: Row): string[] => [line(row.cells), ...row.below.map((each) => `${indent}${GAP}${each}`)];
  if (!isGrouped) return [heading, ...rows.flatMap(block)];
  const groups = flakes.map((flake) => ({ flake, rows: rows.filter((row) => row.flake === flake.folder) }));
  return [
    heading,
    // flakes without hosts come last
    ...groups
      .toSorted((a, b) => Number(a.rows.length === 0) - Number(b.rows.length === 0))
      .flatMap((group) => [flakeLine(group.flake, style), ...group.rows.flatMap(block)]),
  ];
}

type ColumnName = keyof typeof columns;
type Cells = Readonly<Partial<Record<ColumnName, string>>>;

interface Row {
  readonly flake: string;
  readonly cells: Cells;
  /** Lines that belong to it and are too long for a column. */
  readonly below: readonly string[];
}

function rowOf(host: ShownHost): Row {
  const cells = Object.entries(columns).map(([name, { cell }]) => [name, cell(host)] as const);
  const derivation = derivationOf(host);
  const below = derivation === undefined ? [] : [derivation];
  return { flake: host.flake, cells: Object.fromEntries(cells), below };
}

/** Without columns that are empty, and without those for which there is no room beside more important ones. */
function fitting(rows: readonly Row[], width: number): ColumnName[] {
  let room = width + GAP.length;
  const shown = new Set<ColumnName>();
  for (const [index, name] of IMPORTANCE.entries()) {
    const isEmpty = rows.every(({ cells }) => (cells[name] ?? "") === "");
    const needed = widthOf(name, rows) + GAP.length;
    if (isEmpty || (index >= ALWAYS && needed > room)) continue;
    room -= needed;
    shown.add(name);
  }
  return (Object.keys(columns) as ColumnName[]).filter((name) => shown.has(name));
}

const GAP = "  ";
/** Without its name and kind a host is nothing, and without its class nobody knows how far to believe the rest. */
const ALWAYS = 3;

function widthOf(name: ColumnName, rows: readonly Row[]): number {
  return Math.max(columns[name].title.length, ...rows.map(({ cells }) => textWidth(cellText(cells[name]))));
}

function flakeLine(flake: ShownFlake, style: Style): string {
  const edges = edgesOf(flake);
  const said = [
    ...(edges.length === 0 ? [] : [`takes ${edges.map(folderText).join(", ")}`]),
    ...(flake.broken.length > 0 ? ["cannot be read"] : []),
  ];
  return style.strong(folderText(flake.folder)) + (said.length === 0 ? "" : style.faint(`  ${said.join("; ")}`));
}

export function folderText(folder: string): string {
  return folder === "" ? "." : printable(folder);
}

function known(
  facts: ShownHost["facts"],
  fact: (facts: Exclude<ShownHost["facts"], { readonly problem: string }>) => string | undefined,
): string {
  return isProblem(facts) ? "?" : (fact(facts) ?? "?");
}

/** Of a long list how long it is. */
function short(names: readonly string[]): string {
  const text = names.join(" ");
  return text.length <= LONGEST_LIST ? text : `${names[0]} +${names.length - 1}`;
}

const LONGEST_LIST = 30;

/** A name may have anything in it, and a row is one line. */
function cellText(text = ""): string {
  return printable(text).replaceAll("\n", "\u240a").replaceAll("\t", "\u2409");
}
