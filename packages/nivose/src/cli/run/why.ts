/** `nivose why`. */

import path from "node:path";
import type { Message } from "@nivose/nix/message";
import { nearest } from "@nivose/nix/syntax";
import type { MissingAnswer, OptionPath } from "../../explain/answer.ts";
import { askHost, type HostAnswer } from "../../explain/ask-host.ts";
import { askRecord } from "../../explain/host-record.ts";
import { explain } from "../../explain/explanation.ts";
import { groupByValue, type HostExplanation } from "../../explain/group-values.ts";
import { askFile, type FileAnswer } from "../../explain/file-question.ts";
import { fileJson, tellFile } from "../../explain/tell-file.ts";
import { explanationJson } from "../../explain/json.ts";
import { explainMessages } from "../../explain/messages.ts";
import { importChains } from "../../explain/import-chain.ts";
import { optionPathText, readOptionPath } from "../../explain/option-path.ts";
import {
  relatedJson,
  relatedOptions,
  type RelatedExplanation,
  type RelatedOption,
  tellRelated,
} from "../../explain/renames.ts";
import { besides, filesLike, homePathFor, suggestionsFor } from "../../explain/suggestions.ts";
import { isTold, tell } from "../../explain/tell.ts";
import { tellFleet } from "../../explain/tell-fleet.ts";
import { askModules, type FoundModules } from "../../fleet/ask-modules.ts";
import { type AskFlake, findHosts, type FoundHost } from "../../fleet/discover.ts";
import type { HostProblem, PaperClass } from "../../fleet/host.ts";
import { perhapsDeclaredBy } from "../../explain/unread.ts";
import { moduleFiles } from "../../fleet/module-graph.ts";
import { paperMessages } from "../../paper/messages.ts";
import { paperClassOf } from "../../paper/other-release.ts";
import { JSON_VERSION } from "../../report/json.ts";
import { toolMessages } from "../../report/messages.ts";
import { openQuestions } from "../ask-flake.ts";
import { type Context, layoutOf } from "../context.ts";
import type { EvaluationFlags } from "../evaluation-flags.ts";
import { readEvaluation } from "../evaluation-options.ts";
import type { ExitCode } from "../exit-codes.ts";
import { fileReader } from "../file-reader.ts";
import { sourceNames } from "../source-names.ts";
import { Findings } from "../findings.ts";
import { addProblem, hostCommand, typedFolder } from "../host-problems.ts";
import { flakesAt } from "../flakes-here.ts";
import { paperJson, type PaperFlags, tellPaper } from "../paper-use.ts";
import { refuse } from "../refuse.ts";
import type { WorkerFlags } from "../worker-flags.ts";

interface WhyFlags extends EvaluationFlags, PaperFlags, WorkerFlags {
  readonly flake?: string;
  readonly json: boolean;
}

export async function run(context: Context, flags: WhyFlags, words: readonly string[]): Promise<ExitCode> {
  const options = readEvaluation(flags, context);
  if ("code" in options) return refuse(options, context);
  const [host, written] = words.length === 2 ? [words[0], words[1]!] : [undefined, words[0]!];
  const isFile = /^[/~]/u.test(written);
  const option = isFile ? [] : readOptionPath(written);
  if (option.length === 0 && !isFile) return refuse(explainMessages["no-option-path"](written), context);
  const findings = new Findings(context, flags.json ? undefined : context.stderr);
  const { root, flakes } = flakesAt(flags.flake ?? ".", context);
  if (flakes.length === 0) return refuse(toolMessages["no-flake-here"](root), context);
  const questions = openQuestions(root, options, flags, context);
  if ("code" in questions) return refuse(questions, context);
  const { ask, end, paperOf } = questions;
  const explained: HostExplanation[] = [];
  const undeclared: { readonly host: FoundHost; readonly answer: MissingAnswer }[] = [];
  const around: Around = {
    root,
    findings,
    context,
    isJson: flags.json,
    paperClass: ({ flake }) => paperClassOf(paperOf(flake).substitutes),
  };
  try {
    const { hosts, broken } = await findHosts(flakes, ask);
    for (const { flake, problem } of broken)
      addProblem(findings, flake || "the flake", problem, `flake show ${typedFolder(path.join(root, flake), context)}`);
    const isHostAlone = host === undefined && hosts.some(({ name }) => name === written);
    if (isHostAlone) findings.add(explainMessages["option-not-named"](written));
    const asked = isHostAlone ? [] : host === undefined ? hosts : hosts.filter(({ name }) => name === host);
    if (host !== undefined && asked.length === 0 && broken.length === 0 && flakes.length > 0) {
      const names = hosts.map(({ name }) => name);
      findings.add(toolMessages["unknown-host"](host, nearest(host, names)));
    }
    const question = { option, file: isFile ? written : undefined, withImports: host !== undefined };
    const replies = await Promise.all(asked.map((each) => askAbout(each, question, ask)));
    for (const [index, each] of asked.entries()) {
      const { made, path: explainedPath, reply, modules, related } = replies[index]!;
      if (made !== undefined) tellMissingFile(made, each, around);
      if (reply === undefined) continue;
      if ("answer" in reply && reply.answer.kind === "missing") undeclared.push({ host: each, answer: reply.answer });
      const found = explanationOf(each, explainedPath, reply, modules, around);
      if (found === undefined) continue;
      const others = related.flatMap(({ answered, ...other }): RelatedExplanation[] => {
        const one = explanationOf(each, other.path, answered, modules, around);
        return one === undefined ? [] : [{ ...other, explanation: one.explanation }];
      });
      explained.push({
        ...found,
        ...(made === undefined || "problem" in made ? {} : { file: made }),
        ...(others.length === 0 ? {} : { related: others }),
      });
    }
  } finally {
    await end();
  }
  tellPaper(flakes.map(paperOf), flags, context);
  // in a fleet an option may be one of some hosts only, but not of none
  if (explained.length === 0)
    for (const { host: each, answer } of undeclared.slice(0, 1))
      findings.add(unknownOption(option, each.name, answer, around.paperClass(each) !== undefined));
  const undeclaredOn = undeclared.map(({ host: { name } }) => name);
  write(explained, undeclaredOn, {
    subject: isFile ? written : optionPathText(option),
    isFile,
    isFleet: host === undefined,
    isJson: flags.json,
    paper: paperJson(flakes, paperOf),
    findings,
    context,
  });
  return findings.exitCode;
}

interface Question {
  readonly option: OptionPath;
  /** Asked for instead of an option. */
  readonly file: string | undefined;
  readonly withImports: boolean;
}

interface Asked {
  readonly made: FileAnswer | HostProblem | undefined;
  readonly path: OptionPath;
  /** Not if no option makes the file. */
  readonly reply: HostAnswer | undefined;
  readonly modules: FoundModules | HostProblem | undefined;
  /** Options that pass definitions to it, and get them from it. */
  readonly related: readonly (RelatedOption & { readonly answered: HostAnswer })[];
}

async function askAbout(host: FoundHost, { option, file, withImports }: Question, ask: AskFlake): Promise<Asked> {
  const made = file === undefined ? undefined : await askFile(host, file, ask);
  const asked = made === undefined ? option : "problem" in made ? undefined : made.makers[0]?.option;
  if (asked === undefined) return { made, path: option, reply: undefined, modules: undefined, related: [] };
  const record = await askRecord(host, ask);
  const reply = await askHost(host, asked, record, ask);
  const isExplained = withImports && "answer" in reply && reply.answer.kind === "option";
  const modules = !isExplained ? undefined : "problem" in record ? await askModules(host, ask) : record.modules;
  const related = modules !== undefined && "graph" in modules ? relatedOptions(asked, modules.renames) : [];
  const answers = await Promise.all(
    related.map(async (each) => ({ ...each, answered: await askHost(host, each.path, record, ask) })),
  );
  return { made, path: asked, reply, modules, related: answers };
}

function tellMissingFile(made: FileAnswer | HostProblem, host: FoundHost, { root, findings, context }: Around): void {
  const { name } = host;
  if ("problem" in made) addProblem(findings, name, made, hostCommand(host, root, context));
  else if (made.makers.length === 0)
    findings.add(explainMessages["unknown-file"](made.file, name, filesLike(made.file, made.files)));
}

interface Around {
  readonly root: string;
  readonly isJson: boolean;
  /** Of what is said of a host on paper. */
  readonly paperClass: (host: FoundHost) => PaperClass | undefined;
  readonly findings: Findings;
  readonly context: Context;
}

function explanationOf(
  host: FoundHost,
  option: readonly string[],
  reply: HostAnswer,
  modules: FoundModules | HostProblem | undefined,
  { root, findings, context, isJson, paperClass }: Around,
): HostExplanation | undefined {
  const { name, flake } = host;
  const sureness = paperClass(host);
  if ("problem" in reply) {
    addProblem(findings, name, reply.problem, hostCommand(host, root, context));
    return undefined;
  }
  const { answer, copies } = reply;
  const text = optionPathText(option);
  switch (answer.kind) {
    case "option": {
      if (answer.missing && answer.definitions === null) {
        const code =
          sureness !== undefined ? paperMessages["unknown-option-on-paper"] : explainMessages["unknown-option"];
        findings.add(code(text, name, besides(option, answer.missing)));
        return undefined;
      }
      const names = isJson ? undefined : sourceNames(path.join(root, flake));
      const read = fileReader(copies, root, context, names);
      const isKnown = modules !== undefined && "graph" in modules;
      const known = isKnown
        ? { importsOf: importChains(modules, path.join(root, flake), read), modules: moduleFiles(modules.graph) }
        : {};
      const explanation = explain(option, answer, read, { ...known, ...(isJson ? {} : { isPlaced: isTold }) });
      const isSure = explanation.class === "certain";
      return {
        host: name,
        explanation: { ...explanation, class: (isSure ? sureness : undefined) ?? explanation.class },
      };
    }
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

function unknownOption(option: readonly string[], host: string, answer: MissingAnswer, isOnPaper: boolean): Message {
  const text = optionPathText(option);
  const suggestions = suggestionsFor(option, answer);
  const perhaps = isOnPaper ? perhapsDeclaredBy(option, answer) : [];
  if (perhaps.length > 0)
    return paperMessages["option-not-on-paper"](
      text,
      host,
      `nothing is known of ${perhaps.join(" and ")}`,
      suggestions,
    );
  const messages = isOnPaper ? paperMessages["unknown-option-on-paper"] : explainMessages["unknown-option"];
  return messages(text, host, suggestions, homePathFor(option, answer));
}

interface Answered {
  /** What was asked for, as text. */
  readonly subject: string;
  readonly isFile: boolean;
  readonly isFleet: boolean;
  readonly isJson: boolean;
  readonly paper: readonly object[];
  readonly findings: Findings;
  readonly context: Context;
}

function write(
  explained: readonly HostExplanation[],
  undeclaredOn: readonly string[],
  { subject, isFile, isFleet, isJson, paper, findings, context }: Answered,
): void {
  const { stdout } = context;
  if (isJson) {
    const hosts = explained.map(({ host, explanation, file, related = [] }) => ({
      host,
      ...(file === undefined ? {} : fileJson(file)),
      ...explanationJson(explanation),
      ...relatedJson(related),
    }));
    const all = {
      version: JSON_VERSION,
      ...(isFile ? { file: subject } : { option: subject }),
      hosts,
      undeclaredOn,
      paper,
      diagnostics: findings.json,
    };
    stdout.write(`${JSON.stringify(all, undefined, 2)}\n`);
    return;
  }
  const { style } = layoutOf(context, stdout);
  const lines = isFleet
    ? explained.length === 0
      ? []
      : tellFleet(subject, groupByValue(explained), undeclaredOn, style)
    : explained.flatMap(({ host, explanation, file, related = [] }, index) => [
        ...(index > 0 ? [""] : []),
        ...(file === undefined ? [] : [...tellFile(file, host, style), ""]),
        ...tell(explanation, host, style),
        ...tellRelated(explanation.path, related, host, style),
      ]);
  if (lines.length > 0) stdout.write(`${lines.join("\n")}\n`);
}
