/** Findings for programs; see `docs/check.md`. */

import { type JsonRange, jsonRange } from "../../report/json.ts";
import type { Finding, Place } from "../finding.ts";
import type { FindingSources } from "./finding-sources.ts";

export function findingJson(finding: Finding, sources: FindingSources): object {
  const { code, rule, level, text, hint, hosts, fix, related = [] } = finding;
  return {
    code,
    rule,
    level,
    class: finding.class,
    text,
    ...(hint === undefined ? {} : { hint }),
    ...placeJson(finding.at, sources),
    ...(hosts === undefined ? {} : { hosts }),
    related: related.map((each) => ({ text: each.text, ...placeJson(each.at, sources) })),
    ...(fix === undefined ? {} : { fix: { title: fix.title, changesHosts: fix.changesHosts === true } }),
  };
}

function placeJson(
  { file, range }: Place,
  sources: FindingSources,
): { readonly file: string; readonly range?: JsonRange } {
  const source = range === undefined ? undefined : sources.get(file);
  return {
    file: sources.nameOf(file),
    ...(range === undefined || source === undefined ? {} : { range: jsonRange(range, source.positions) }),
  };
}
