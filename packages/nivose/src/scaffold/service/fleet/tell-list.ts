/** Services as a list: where each runs, on which ports, and what it is for, as far as there is room. */

import type { Style } from "../../../report/style.ts";
import { printable, textWidth } from "../../../report/terminal-text.ts";
import { catalogue } from "../../../services/catalogue.ts";
import type { HostedService } from "./hosted.ts";

export function tellList(
  names: readonly string[],
  hosted: readonly HostedService[],
  width: number,
  style: Style,
): string[] {
  const rows = names.map((name): Row => {
    const own = hosted.filter((each) => each.name === name);
    return [
      name,
      printable(short(own.map(({ host }) => host.host.name))),
      portsOf(name, own),
      catalogue[name]!.purpose ?? "",
    ];
  });
  if (rows.length === 0) return [];
  const titled: readonly Row[] = [["service", "runs on", "ports", "what it is for"], ...rows];
  const isThere = [0, 1, 2].filter((column) => rows.some((row) => row[column] !== ""));
  const widths = isThere.map((column) => Math.max(...titled.map((row) => textWidth(row[column]!))));
  // what something is for takes the room that is left, and ports go if there is too little
  const fits = (count: number): boolean => sum(widths.slice(0, count)) + GAP.length * count + LEAST <= width;
  const count = [3, 2].find((each) => each <= isThere.length && fits(each)) ?? Math.min(isThere.length, 2);
  const room = width - sum(widths.slice(0, count)) - GAP.length * count;
  return titled.map((row, index) => {
    const cells = isThere.slice(0, count).map((column, place) => {
      const text = row[column]!;
      const padding = " ".repeat(widths[place]! - textWidth(text));
      return (column === 0 && index > 0 ? style.strong(text) : text) + padding;
    });
    const line = [...cells, ...(room < LEAST ? [] : [cut(row[3], room)])].join(GAP).trimEnd();
    return index === 0 ? style.faint(line) : line;
  });
}

type Row = readonly [name: string, hosts: string, ports: string, purpose: string];

const GAP = "  ";
/** Columns in which a purpose still says something. */
const LEAST = 16;
const MOST_HOSTS = 3;
const MOST_PORTS = 3;

/** As configured where it runs; else those that it would have. */
function portsOf(name: string, own: readonly HostedService[]): string {
  const configured = own.flatMap(({ listeners }) => listeners.map(({ port }) => port));
  const usual = Object.values(catalogue[name]!.ports ?? {}).map(({ number }) => number);
  const ports = [...new Set(configured.length > 0 ? configured : usual)];
  const shown = ports.slice(0, MOST_PORTS).join(" ");
  return ports.length > MOST_PORTS ? `${shown} …` : shown;
}

function short(names: readonly string[]): string {
  const shown = names.slice(0, MOST_HOSTS).join(", ");
  return names.length > MOST_HOSTS ? `${shown} and ${names.length - MOST_HOSTS} more` : shown;
}

function cut(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  const end = text.slice(0, room - 1).lastIndexOf(" ");
  return `${text.slice(0, end > room / 2 ? end : room - 1).trimEnd()}…`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
