/** `nivose check`. */

import path from "node:path";
import type { Class } from "../../check/finding.ts";
import { findingJson } from "../../check/report/json.ts";
import { FindingSources } from "../../check/report/finding-sources.ts";
import { tellFindings } from "../../check/report/tell.ts";
import type { Selection } from "../../check/select.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { checkFleet, type CheckFlags } from "../check/check-fleet.ts";
import { readRepository } from "../check/read-repository.ts";
import { type Context, layoutOf } from "../context.ts";
import { ExitCode } from "../exit-codes.ts";
import { counted } from "../findings.ts";
import { flakesAt } from "../flakes-here.ts";
import { refuse } from "../refuse.ts";

interface Flags extends CheckFlags {
  readonly flake?: string;
  readonly source: boolean;
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly class?: Class;
  readonly pedantic: boolean;
  readonly json: boolean;
}

export async function run(context: Context, flags: Flags): Promise<ExitCode> {
  const selection = selectionOf(flags);
  const here = flakesAt(flags.flake ?? ".", context);
  const repository = readRepository(here, context);
  const told = await checkFleet({ here, repository, selection, flags, context });
  if ("code" in told) return refuse(told, context);
  const sources = new FindingSources(repository, path.relative(context.cwd, here.root), told);
  const { stdout, stderr } = context;
  if (flags.json) {
    const document = { version: JSON_VERSION, findings: told.map((finding) => findingJson(finding, sources)) };
    stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
  } else {
    for (const block of tellFindings(told, sources, layoutOf(context, stdout))) stdout.write(block);
    stderr.write(`${counted(told.length, "finding", "findings") || "nothing found"}\n`);
  }
  return told.some(({ level }) => level !== "note") ? ExitCode.failure : ExitCode.ok;
}

function selectionOf({ only, skip, class: sureness, pedantic, source }: Flags): Selection {
  const split = (words: readonly string[] = []): string[] =>
    words.flatMap((word) => word.split(",")).filter((word) => word !== "");
  return {
    only: split(only),
    skip: split(skip),
    class: sureness ?? "heuristic",
    isPedantic: pedantic,
    isSourceOnly: source,
  };
}
