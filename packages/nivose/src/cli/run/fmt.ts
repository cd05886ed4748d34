/** `nivose fmt`. */

import { JSON_VERSION } from "../../report/json.ts";
import { toolMessages } from "../../report/messages.ts";
import { finishInterrupted, tellInterrupted } from "../changes.ts";
import { type Context, fileLine } from "../context.ts";
import { ExitCode } from "../exit-codes.ts";
import { counted, Findings } from "../findings.ts";
import { refuse } from "../refuse.ts";
import { type Rewrite, rewriteFiles } from "../rewrite-files.ts";
import { STDIN_NAME, subjectsOf } from "../subjects.ts";
import { performAll } from "../threads/threads.ts";

interface FmtFlags {
  readonly check: boolean;
  readonly json: boolean;
  readonly stdinFilepath?: string;
}

export async function run(context: Context, flags: FmtFlags, words: readonly string[]): Promise<ExitCode> {
  const fromStdin = words.length === 0 ? context.stdin.isSent : words.length === 1 && words[0] === "-";
  if (fromStdin) return formatInput(flags, context);
  if (words.includes("-")) return refuse(toolMessages["input-and-files"](), context);
  if (flags.stdinFilepath !== undefined) return refuse(toolMessages["flag-without-input"]("--stdin-filepath"), context);
  return formatFiles(words.length === 0 ? ["."] : words, flags, context);
}

async function formatInput(flags: FmtFlags, context: Context): Promise<ExitCode> {
  const { stdin, stdout, stderr } = context;
  if (flags.json && !flags.check) return refuse(toolMessages["flag-needs-flag"]("--json", "--check"), context);
  const name = flags.stdinFilepath ?? STDIN_NAME;
  const bytes = await stdin.read();
  const findings = new Findings(context, flags.json ? undefined : stderr);
  const changed: string[] = [];
  for await (const [, outcome] of performAll("format", [{ name, bytes }], {}, 1)) {
    if (outcome.kind === "diagnosed") findings.addAll(name, outcome.bytes, outcome.diagnostics);
    else if (outcome.kind === "changed") changed.push(name);
    if (flags.check || outcome.kind === "diagnosed") continue;
    stdout.write(outcome.kind === "changed" ? outcome.after : bytes);
    await stdout.drained();
  }
  if (flags.json) writeJson(changed, findings, context);
  else if (flags.check) stdout.write(changed.map((file) => fileLine(file, stdout)).join(""));
  return flags.check ? exitCodeOfCheck(changed, findings) : findings.exitCode;
}

async function formatFiles(names: readonly string[], { check, json }: FmtFlags, context: Context): Promise<ExitCode> {
  const { stdout, stderr } = context;
  const findings = new Findings(context, json ? undefined : stderr);
  if (check) tellInterrupted(names, context);
  else await finishInterrupted(names, context, findings);
  const { subjects, problems } = await subjectsOf(names, context);
  const changed: string[] = [];
  const rewrites: Rewrite[] = [];
  for (const problem of problems) findings.add(problem);
  for await (const [subject, outcome] of performAll("format", subjects, {}, context.processors)) {
    if (outcome.kind === "unreadable") findings.add(outcome.problem);
    if (outcome.kind === "diagnosed") findings.addAll(subject.name, outcome.bytes, outcome.diagnostics);
    if (outcome.kind !== "changed") continue;
    changed.push(subject.name);
    if (check && !json) stdout.write(fileLine(subject.name, stdout));
    if (!check && "path" in subject) rewrites.push({ file: subject, before: outcome.before, after: outcome.after });
  }
  const done = check ? changed : await rewriteFiles(rewrites, findings, context);
  if (json) writeJson(done, findings, context);
  else {
    if (!check) stdout.write(done.map((name) => fileLine(name, stdout)).join(""));
    stderr.write(`${summary(done.length, subjects.length, check, findings)}\n`);
  }
  return check ? exitCodeOfCheck(done, findings) : findings.exitCode;
}

function exitCodeOfCheck(changed: readonly string[], findings: Findings): ExitCode {
  const { exitCode } = findings;
  return changed.length > 0 && exitCode !== ExitCode.bug ? ExitCode.failure : exitCode;
}

function writeJson(changed: readonly string[], findings: Findings, context: Context): void {
  const document = { version: JSON_VERSION, changed, diagnostics: findings.json };
  context.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
}

function summary(changed: number, all: number, check: boolean, findings: Findings): string {
  const files = counted(all, "file", "files") || "no files";
  const done = changed === 0 ? "" : `${check ? "to format" : "formatted"}: ${changed.toLocaleString("en")} of ${files}`;
  if (findings.exitCode === ExitCode.ok) return done === "" ? `nothing to format in ${files}` : done;
  return `${done === "" ? "" : `${done}; `}${findings.summary(all)}`;
}
