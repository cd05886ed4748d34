/** `nivose parse`. */

import { treeToJson } from "@nivose/nix/syntax";
import { JSON_VERSION } from "../../report/json.ts";
import { outline } from "../../report/outline.ts";
import { printable } from "../../report/terminal-text.ts";
import { tellInterrupted } from "../changes.ts";
import { type Context, layoutOf } from "../context.ts";
import type { ExitCode } from "../exit-codes.ts";
import { type Features, readFeatures } from "../experimental-features.ts";
import { Findings } from "../findings.ts";
import { refuse } from "../refuse.ts";
import { type Subjects, subjectsOf } from "../subjects.ts";
import { performAll, readTreeOf } from "../threads/threads.ts";
import { bytesOf } from "../threads/work.ts";

interface ParseFlags {
  readonly check: boolean;
  readonly json: boolean;
  readonly extraExperimentalFeatures?: readonly string[];
}

export async function run(context: Context, flags: ParseFlags, words: readonly string[]): Promise<ExitCode> {
  const features = readFeatures(flags.extraExperimentalFeatures ?? []);
  if ("code" in features) return refuse(features, context);
  tellInterrupted(words, context);
  const subjects = await subjectsOf(words, context);
  if (flags.check) return check(subjects, features, flags.json, context);
  return flags.json ? showJson(subjects, features, context) : show(subjects, features, context);
}

/** What is wrong is the result here, so it goes to standard output. */
async function check(
  { subjects, problems }: Subjects,
  features: Features,
  json: boolean,
  context: Context,
): Promise<ExitCode> {
  const { stdout, stderr } = context;
  const findings = new Findings(context, json ? undefined : stdout);
  for (const problem of problems) findings.add(problem);
  for await (const [subject, outcome] of performAll("check", subjects, features, context.processors)) {
    if (outcome.kind === "unreadable") findings.add(outcome.problem);
    if (outcome.kind !== "diagnosed") continue;
    findings.addAll(subject.name, outcome.bytes, outcome.diagnostics);
    await stdout.drained();
  }
  if (json) stdout.write(`${JSON.stringify({ version: JSON_VERSION, diagnostics: findings.json }, undefined, 2)}\n`);
  else stderr.write(`${findings.summary(subjects.length)}\n`);
  return findings.exitCode;
}

async function show({ subjects, problems }: Subjects, features: Features, context: Context): Promise<ExitCode> {
  const { stdout, stderr } = context;
  const findings = new Findings(context, stderr);
  const { style } = layoutOf(context, stdout);
  for (const problem of problems) findings.add(problem);
  for (const subject of subjects) {
    const bytes = bytesOf(subject);
    if (!(bytes instanceof Uint8Array)) {
      findings.add(bytes);
      continue;
    }
    const { tree, diagnostics } = await readTreeOf(bytes, features);
    if (subjects.length > 1) stdout.write(`${style.strong(printable(subject.name))}\n`);
    for (const piece of outline(tree, style)) {
      stdout.write(piece);
      await stdout.drained();
    }
    findings.addAll(subject.name, bytes, diagnostics);
  }
  return findings.exitCode;
}

/** One document, whatever the number of files, written as it comes. */
async function showJson({ subjects, problems }: Subjects, features: Features, context: Context): Promise<ExitCode> {
  const { stdout } = context;
  const findings = new Findings(context, undefined);
  let written = 0;
  /** All of an entry but its tree, with the findings that came since the last one. */
  const startEntry = (file?: string): void => {
    const name = file === undefined ? "" : `"file":${JSON.stringify(file)},`;
    const diagnostics = JSON.stringify(findings.json.splice(0));
    stdout.write(`${written++ === 0 ? "" : ","}\n{${name}"diagnostics":${diagnostics},"tree":`);
  };
  stdout.write(`{"version":${JSON_VERSION},"files":[`);
  for (const problem of problems) {
    findings.add(problem);
    startEntry();
    stdout.write("null}");
  }
  for (const subject of subjects) {
    const bytes = bytesOf(subject);
    if (!(bytes instanceof Uint8Array)) {
      findings.add(bytes);
      startEntry(subject.name);
      stdout.write("null}");
      continue;
    }
    const { tree, diagnostics } = await readTreeOf(bytes, features);
    findings.addAll(subject.name, bytes, diagnostics);
    startEntry(subject.name);
    for (const piece of treeToJson(tree)) {
      stdout.write(piece);
      await stdout.drained();
    }
    stdout.write("}");
  }
  stdout.write("\n]}\n");
  return findings.exitCode;
}
