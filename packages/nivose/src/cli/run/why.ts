/** `nivose why`. */

import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { nearest } from "@nivose/nix/syntax";
import type { MissingAnswer } from "../../explain/answer.ts";
import { askHost, type HostAnswer } from "../../explain/ask-host.ts";
import { explain, type ReadFile } from "../../explain/explanation.ts";
import { groupByValue, type HostExplanation } from "../../explain/group-values.ts";
import { explanationJson } from "../../explain/json.ts";
import { explainMessages } from "../../explain/messages.ts";
import { optionPathText, readOptionPath } from "../../explain/option-path.ts";
import { homePathFor, suggestionsFor } from "../../explain/suggestions.ts";
import { tell } from "../../explain/tell.ts";
import { tellFleet } from "../../explain/tell-fleet.ts";
import { findHosts, type FoundHost } from "../../fleet/discover.ts";
import type { HostProblem } from "../../fleet/host.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { toolMessages } from "../../report/messages.ts";
import { openQuestions } from "../ask-flake.ts";
import { type Context, layoutOf } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { readEvaluation } from "../evaluation-options.ts";
import type { ExitCode } from "../exit-codes.ts";
import { Findings } from "../findings.ts";
import { flakesAt } from "../flakes-here.ts";
import { refuse } from "../refuse.ts";

interface WhyFlags extends EvaluationFlags {
  readonly flake?: string;
  readonly json: boolean;
}

export async function run(context: Context, flags: WhyFlags, words: readonly string[]): Promise<ExitCode> {
  const options = readEvaluation(flags, context);
  if ("code" in options) return refuse(options, context);
  const [host, written] = words.length === 2 ? [words[0], words[1]!] : [undefined, words[0]!];
  const option = readOptionPath(written);
  if (option.length === 0) return refuse(explainMessages["no-option-path"](written), context);
  const findings = new Findings(context, flags.json ? undefined : context.stderr);
  const { root, flakes } = flakesAt(flags.flake ?? ".", context);
  if (flakes.length === 0) findings.add(toolMessages["no-flake-here"](root));
  const { ask, end } = openQuestions(root, options, flags, context);
  const explained: HostExplanation[] = [];
  const undeclared: { readonly host: FoundHost; readonly answer: MissingAnswer }[] = [];
  try {
    const { hosts, broken } = await findHosts(flakes, ask);
    for (const { flake, problem } of broken)
      addProblem(findings, flake || "the flake", problem, `flake show ./${flake}`);
    const asked = host === undefined ? hosts : hosts.filter(({ name }) => name === host);
    if (host !== undefined && asked.length === 0 && broken.length === 0 && flakes.length > 0) {
      const names = hosts.map(({ name }) => name);
      findings.add(toolMessages["unknown-host"](host, nearest(host, names)));
    }
    for (const each of asked) {
      const reply = await askHost(each, option, ask);
      if ("answer" in reply && reply.answer.kind === "missing") undeclared.push({ host: each, answer: reply.answer });
      const found = explanationOf(each, option, reply, { root, findings, context });
      if (found !== undefined) explained.push(found);
    }
  } finally {
    await end();
  }
  // in a fleet an option may be one of some hosts only, but not of none
  if (explained.length === 0)
    for (const { host: each, answer } of undeclared.slice(0, 1)) findings.add(unknownOption(option, each.name, answer));
  const undeclaredOn = undeclared.map(({ host: { name } }) => name);
  write(explained, undeclaredOn, { option, isFleet: host === undefined, isJson: flags.json, findings, context });
  return findings.exitCode;
}

interface Around {
  readonly root: string;
  readonly findings: Findings;
  readonly context: Context;
}

function explanationOf(
  { name, attribute }: FoundHost,
  option: readonly string[],
  reply: HostAnswer,
  { root, findings, context }: Around,
): HostExplanation | undefined {
  if ("problem" in reply) {
    addProblem(findings, name, reply.problem, `eval .#${attribute}`);
    return undefined;
  }
  const { answer, copies } = reply;
  const text = optionPathText(option);
  switch (answer.kind) {
    case "option":
      return { host: name, explanation: explain(option, answer, fileReader(copies, root, context)) };
    case "group":
      findings.add(explainMessages["not-an-option"](text, name, answer.options.map(optionPathText)));
      return undefined;
    case "no-options":
      findings.add(explainMessages["host-without-options"](name));
      return undefined;
    case "missing":
      return undefined;
  }
}

function unknownOption(option: readonly string[], host: string, answer: MissingAnswer) {
  return explainMessages["unknown-option"](
    optionPathText(option),
    host,
    suggestionsFor(option, answer),
    homePathFor(option, answer),
  );
}

/** `command` is what tells more. */
function addProblem(findings: Findings, name: string, problem: HostProblem, command: string): void {
  const code = problem.isLimit ? "host-out-of-reach" : "host-broken";
  const message = toolMessages[code](name, problem.problem, command);
  findings.addFailure(message, `${name} cannot be evaluated`, problem.advice);
}

interface Answered {
  readonly option: readonly string[];
  readonly isFleet: boolean;
  readonly isJson: boolean;
  readonly findings: Findings;
  readonly context: Context;
}

function write(
  explained: readonly HostExplanation[],
  undeclaredOn: readonly string[],
  { option, isFleet, isJson, findings, context }: Answered,
): void {
  const { stdout } = context;
  if (isJson) {
    const hosts = explained.map(({ host, explanation }) => ({ host, ...explanationJson(explanation) }));
    const all = {
      version: JSON_VERSION,
      option: optionPathText(option),
      hosts,
      undeclaredOn,
      diagnostics: findings.json,
    };
    stdout.write(`${JSON.stringify(all, undefined, 2)}\n`);
    return;
  }
  const { style } = layoutOf(context, stdout);
  const lines = isFleet
    ? explained.length === 0
      ? []
      : tellFleet(option, groupByValue(explained), undeclaredOn, style)
    : explained.flatMap(({ host, explanation }, index) => [
        ...(index > 0 ? [""] : []),
        ...tell(explanation, host, style),
      ]);
  if (lines.length > 0) stdout.write(`${lines.join("\n")}\n`);
}

/** Files of the repository are named from where the user is, copies in the store by what they are copies of. */
function fileReader(copies: Readonly<Record<string, string>>, root: string, { cwd }: Context): ReadFile {
  const known = new Map<string, ReturnType<ReadFile>>();
  return (file) => {
    const found = known.get(file) ?? read(file);
    known.set(file, found);
    return found;
  };
  function read(file: string): ReturnType<ReadFile> {
    // such as `/…/flake.nix, via option flake.modules.nixos.base`
    const [place = "", ...rest] = file.split(/(?=, via )/u);
    const copy = Object.keys(copies).find((folder) => place === folder || place.startsWith(`${folder}/`));
    const local = copy === undefined ? place : copies[copy]! + place.slice(copy.length);
    const isOwn = local === root || local.startsWith(`${root}/`);
    const name = (isOwn ? path.relative(cwd, local) || "." : local) + rest.join("");
    const source = sourceOf(local);
    return source === undefined ? { name, isOwn } : { name, isOwn, source };
  }
}

/** Of a folder the `default.nix`, which is what an import of it reads. */
function sourceOf(file: string): Uint8Array | undefined {
  if (!file.startsWith("/")) return undefined;
  try {
    return readFileSync(statSync(file).isDirectory() ? path.join(file, "default.nix") : file);
  } catch {
    return undefined;
  }
}
