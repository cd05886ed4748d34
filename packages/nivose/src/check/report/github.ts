/** Findings as workflow commands, which GitHub shows beside the lines of a pull request. */

import type { Finding, Level } from "../finding.ts";
import type { FindingSources } from "./finding-sources.ts";

const commands: Readonly<Record<Level, string>> = { error: "error", warning: "warning", note: "notice" };

export function githubAnnotation(finding: Finding, sources: FindingSources): string {
  const { code, level, text, hint, hosts, at } = finding;
  const source = at.range === undefined ? undefined : sources.get(at.file);
  const properties: [string, string | number][] = [["file", at.file]];
  if (at.range !== undefined && source !== undefined) {
    const start = source.positions.at(at.range.start);
    const end = source.positions.at(Math.max(at.range.start, at.range.end - 1));
    properties.push(["line", start.line], ["endLine", end.line], ["col", start.column], ["endColumn", end.column + 1]);
  }
  properties.push(["title", `${code} (${finding.class})`]);
  const message = [
    text,
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
    ...(hosts === undefined ? [] : [`on ${hosts.join(", ")}`]),
  ];
  const written = properties.map(([name, value]) => `${name}=${escaped(String(value), true)}`).join(",");
  return `::${commands[level]} ${written}::${escaped(message.join("\n"), false)}\n`;
}

/** A line break would end the command, and what follows it could be another one. */
function escaped(text: string, isProperty: boolean): string {
  const data = text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  return isProperty ? data.replaceAll(":", "%3A").replaceAll(",", "%2C") : data;
}
