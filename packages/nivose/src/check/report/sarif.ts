/** Findings as SARIF 2.1.0, which forges and editors read. */

import { fingerprint } from "../baseline.ts";
import type { Finding, Place, RelatedPlace } from "../finding.ts";
import type { Rule } from "../rule.ts";
import type { FindingSources } from "./finding-sources.ts";

export interface SarifTool {
  readonly version: string;
  /** Titles of messages of the language, which have pages of their own, by their codes. */
  readonly titles: ReadonlyMap<string, string>;
}

export function sarif(
  findings: readonly Finding[],
  rules: readonly Rule[],
  sources: FindingSources,
  tool: SarifTool,
): object {
  const codes = [...new Set(findings.map(({ code }) => code))].toSorted();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "nivose", version: tool.version, rules: codes.map((code) => descriptor(code, rules, tool)) },
        },
        columnKind: "unicodeCodePoints",
        originalUriBaseIds: { ROOT: { description: { text: "The repository" } } },
        results: findings.map((finding) => result(finding, codes, sources)),
      },
    ],
  };
}

function descriptor(code: string, rules: readonly Rule[], { titles }: SarifTool): object {
  const rule = rules.find((each) => each.code === code);
  const title = rule?.title ?? titles.get(code) ?? code;
  return {
    id: code,
    shortDescription: { text: title },
    ...(rule === undefined ? {} : { fullDescription: { text: rule.explain }, properties: { family: rule.family } }),
    defaultConfiguration: { level: rule?.level ?? "error" },
    help: { text: `nivose explain ${code}` },
  };
}

function result(finding: Finding, codes: readonly string[], sources: FindingSources): object {
  const { code, level, text, hint, hosts, at, related = [] } = finding;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level,
    message: { text: hint === undefined ? text : `${text}\n${hint}` },
    locations: [{ physicalLocation: location(at, sources) }],
    ...(related.length === 0
      ? {}
      : { relatedLocations: related.map((each, id) => relatedLocation(each, id, sources)) }),
    partialFingerprints: { "nivose/v1": fingerprint(finding, (file) => sources.get(file)?.bytes) },
    properties: { class: finding.class, ...(hosts === undefined ? {} : { hosts }) },
  };
}

function relatedLocation({ text, at }: RelatedPlace, id: number, sources: FindingSources): object {
  return { id, message: { text }, physicalLocation: location(at, sources) };
}

function location({ file, range }: Place, sources: FindingSources): object {
  const source = range === undefined ? undefined : sources.get(file);
  const uri = file.split("/").map(encodeURIComponent).join("/");
  const artifactLocation = { uri, uriBaseId: "ROOT" };
  if (range === undefined || source === undefined) return { artifactLocation };
  const position = (offset: number): { readonly line: number; readonly column: number } => {
    const { line } = source.positions.at(offset);
    const { start } = source.positions.lineRange(line);
    return { line, column: [...Buffer.from(source.bytes.subarray(start, offset)).toString()].length + 1 };
  };
  const [start, end] = [position(range.start), position(range.end)];
  return {
    artifactLocation,
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}
