/** Writes findings in the format that was asked for, and counts them. */

import { type Finding, levels } from "../../check/finding.ts";
import type { FindingSources } from "../../check/report/finding-sources.ts";
import { findingJson } from "../../check/report/json.ts";
import { tellFindings } from "../../check/report/tell.ts";
import { rules } from "../../check/rules/index.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { type Context, layoutOf } from "../context.ts";
import { counted } from "../findings.ts";
import { version } from "../product.ts";

export const formats = ["text", "json", "sarif", "github"] as const;

export type Format = (typeof formats)[number];

export async function write(
  findings: readonly Finding[],
  sources: FindingSources,
  format: Format,
  context: Context,
): Promise<void> {
  const { stdout } = context;
  const shown = findings.map((finding) => sources.shown(finding));
  for await (const piece of piecesOf(shown, sources, format, context)) {
    stdout.write(piece);
    await stdout.drained();
  }
}

async function* piecesOf(
  findings: readonly Finding[],
  sources: FindingSources,
  format: Format,
  context: Context,
): AsyncGenerator<string> {
  switch (format) {
    case "text":
      yield* tellFindings(findings, sources, layoutOf(context, context.stdout));
      return;
    case "json":
      yield document({ version: JSON_VERSION, findings: findings.map((finding) => findingJson(finding, sources)) });
      return;
    case "github": {
      const { githubAnnotation } = await import("../../check/report/github.ts");
      for (const finding of findings) yield githubAnnotation(finding, sources);
      return;
    }
    case "sarif": {
      const { sarif } = await import("../../check/report/sarif.ts");
      const { catalogue } = await import("../catalogue.ts");
      const titles = new Map([...catalogue].map(([code, { title }]) => [code, title]));
      yield document(sarif(findings, rules, sources, { version, titles }));
    }
  }
}

function document(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** `2 errors and 1 note in 41 files and 6 hosts, 3 allowed by comments` */
export function summary(
  told: readonly Finding[],
  suppressed: readonly Finding[],
  files: number,
  hosts: number | undefined,
): string {
  const counts = levels.map((level) => counted(told.filter((each) => each.level === level).length, level, `${level}s`));
  const found = counts.filter((text) => text !== "");
  const list =
    found.length < 2 ? (found[0] ?? "nothing found") : `${found.slice(0, -1).join(", ")} and ${found.at(-1)}`;
  const where = [
    counted(files, "file", "files") || "no files",
    ...(hosts === undefined ? [] : [counted(hosts, "host", "hosts") || "no hosts"]),
  ];
  const allowed = suppressed.length === 0 ? "" : `, ${suppressed.length} allowed by comments`;
  return `${list} in ${where.join(" and ")}${allowed}`;
}
