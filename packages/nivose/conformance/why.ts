/**
 * What `nivose why` says of options of a host, and what real Nix knows of them: their value, their priority, and the files
 * whose definitions count, in their order. The options are picked by a seed from all that the host declares.
 *
 *     NIVOSE_TEST_NIX=COMMAND node scripts/run.js packages/nivose/conformance/why.ts --flake FOLDER --host ATTRIBUTE
 *         --sources FILE [--options NUMBER] [--seed NUMBER] [--only TEXT] [--defined] [--files NUMBER]
 *
 * FOLDER is a flake, ATTRIBUTE such as `nixosConfigurations.luna`, and FILE is Nix, a set of folders by the names of inputs:
 * `{ nixpkgs = /…; home-manager = /…; }`. Both evaluate the flake in place, with local-flake.nix. With `--defined`, options
 * are picked among those that something stronger than a default defines. With `--files`, so many files of the host are asked for as
 * well: both have to name the same options that make them, and real Nix has to find the file's path at the first of them.
 *
 * Both are asked by the same text, so values are compared as it shows them. What an error says is not compared, because Nix
 * lets no expression read it. Options for which real Nix fails in a way that no expression can catch are counted apart.
 */

import { spawnSync } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { EvaluationSession } from "@nivose/nix/engine";
import type { EvalRequest } from "@nivose/nix/evaluation";
import { Random } from "../../nix/conformance/random.ts";
import type { Answer, MissingAnswer, OptionAnswer, OptionPath, Outcome } from "../src/explain/answer.ts";
import { type FileAnswer, fileQuestion, fileQuestionFunction } from "../src/explain/file-question.ts";
import { optionPathText } from "../src/explain/option-path.ts";
import { nixPath } from "../src/explain/nix-text.ts";
import { optionQuestion, optionQuestionFunction, watchedFunctions } from "../src/explain/question.ts";
import { judge } from "../src/explain/verdict.ts";

const { values } = parseArgs({
  options: {
    flake: { type: "string" },
    host: { type: "string" },
    sources: { type: "string" },
    options: { type: "string", default: "100" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    defined: { type: "boolean", default: false },
    files: { type: "string", default: "0" },
  },
});
const { flake, host, sources } = values;
const nix = process.env["NIVOSE_TEST_NIX"];
if (flake === undefined || host === undefined || sources === undefined)
  throw new Error("usage: why.ts --flake FOLDER --host ATTRIBUTE --sources FILE [--options NUMBER] [--seed NUMBER]");
if (nix === undefined) throw new Error("NIVOSE_TEST_NIX must be a command that runs a program of Nix 2.26");

const folder = path.resolve(flake);
const inPlace = path.resolve(import.meta.dirname, "local-flake.nix");
const configuration = `(import ${inPlace} { flake = ${folder}; sources = import ${path.resolve(sources)}; }).${host}`;

const session = new EvaluationSession();
try {
  const all = ((await askOurs(optionQuestion(["no", "such", "option"]))) as MissingAnswer).options;
  const candidates = values.defined ? ((await askOurs(definedAmong(all))) as OptionPath[]) : all;
  const picked = pick(
    candidates.filter((option) => optionPathText(option).includes(values.only ?? "")),
    Number(values.options),
    Number(values.seed),
  );
  const ours = (await askOurs(
    `i: host: map (${optionQuestionFunction} i host) [ ${picked.map(nixPath).join(" ")} ]`,
  )) as Answer[];
  const theirs = askTheirs(picked, optionPathText, askedForOptions);
  compare(picked, ours, theirs as (Answer | undefined)[], candidates.length);
  await compareFiles(Number(values.files), Number(values.seed));
} finally {
  await session.end();
}

function compare(
  picked: readonly OptionPath[],
  ours: readonly Answer[],
  theirs: readonly (Answer | undefined)[],
  all: number,
): void {
  const counts = { same: 0, different: 0, unseen: 0, beyond: 0 };
  picked.forEach((option, index) => {
    const known = theirs[index];
    const answer = ours[index] as OptionAnswer;
    if (known === undefined) {
      counts.beyond++;
      return;
    }
    if (answer.definitions === null) counts.unseen++;
    const verdict = judge(answer);
    const winners = (verdict?.definitions ?? []).filter(({ fate }) => fate.kind === "wins");
    const said = {
      value: comparable(answer.value),
      works: answer.works,
      ...plainOutcome(answer.outcome),
      elements: answer.elements?.map(comparable),
      given: answer.elements === undefined ? undefined : elementsGiven(answer).map(comparable),
      judged: winners.map(({ raw }) => raw.file),
      judgedPriority: winners[0]?.priority ?? null,
    };
    const theirElements = (known as OptionAnswer).elements?.map(comparable);
    // a function of the option may make another list of what its definitions give
    const isChanged = answer.facts?.applies === true || verdict === undefined;
    const expected = plainOutcome((known as OptionAnswer).outcome);
    const wanted = {
      value: comparable((known as OptionAnswer).value),
      works: (known as OptionAnswer).works,
      ...expected,
      elements: theirElements,
      given: isChanged ? said.given : theirElements,
      judged: expected.winners?.map(({ file }) => file) ?? said.judged,
      judgedPriority:
        expected.winners === null || expected.winners.length === 0 ? said.judgedPriority : expected.priority,
    };
    const isSame = JSON.stringify(said) === JSON.stringify(wanted);
    counts[isSame ? "same" : "different"]++;
    if (!isSame)
      process.stdout.write(
        `FAIL ${optionPathText(option)}\n  ours   ${JSON.stringify(said)}\n  theirs ${JSON.stringify(wanted)}\n`,
      );
  });
  const { same, different, unseen, beyond } = counts;
  process.stdout.write(
    `${host}: of ${all} options ${picked.length} by seed ${values.seed}: ${same} the same, ${different} different, ` +
      `${unseen} not observed, ${beyond} that real Nix does not evaluate\n`,
  );
  process.exitCode = different + unseen > 0 ? 1 : 0;
}

/** Which options make files. */
async function compareFiles(count: number, seed: number): Promise<void> {
  if (count === 0) return;
  const { files } = (await askOurs(fileQuestion("/no/such/file"))) as FileAnswer;
  const picked = pickFrom(
    files.filter((file) => file.startsWith("/etc/") || file.startsWith("/home/")),
    count,
    seed,
  );
  const ours = (await askOurs(
    `i: host: map (file: (${fileQuestionFunction}) file i host) ${nixPath(picked)}`,
  )) as FileAnswer[];
  const theirs = askTheirs(picked, (file) => file, askedForFiles) as (TheirFile | undefined)[];
  const counts = { same: 0, different: 0, beyond: 0 };
  picked.forEach((file, index) => {
    const known = theirs[index];
    if (known === undefined) {
      counts.beyond++;
      return;
    }
    const said = JSON.stringify(ours[index]!.makers);
    const isSame =
      said === JSON.stringify(known.answer.makers) && (known.target === null || file.endsWith(known.target));
    counts[isSame ? "same" : "different"]++;
    if (!isSame) process.stdout.write(`FAIL ${file}\n  ours   ${said}\n  theirs ${JSON.stringify(known)}\n`);
  });
  const { same, different, beyond } = counts;
  process.stdout.write(
    `${host}: of ${files.length} files ${picked.length}: ${same} the same, ${different} different, ${beyond} that real Nix does not evaluate\n`,
  );
  if (different > 0) process.exitCode = 1;
}

interface TheirFile {
  readonly answer: FileAnswer;
  /** Where the first of the options says that its file goes. */
  readonly target: string | null;
}

function askedForFiles(files: readonly string[]): string {
  return `map (file:
    let
      answer = (${fileQuestionFunction}) file inspection host;
      made = builtins.foldl' (set: name: set.\${name}) host.config (builtins.head answer.makers).option;
    in
    { inherit answer; target = if answer.makers == [ ] || (builtins.head answer.makers).isWithin then null else made.target or null; }
  ) ${nixPath(files)}`;
}

function plainOutcome(outcome: Outcome | null) {
  return {
    isDefined: outcome?.isDefined ?? null,
    priority: outcome?.priority ?? null,
    winners: outcome?.winners?.map(({ file, value }) => ({ file, value: comparable(value) })) ?? null,
  };
}

/** What the definitions that count give, one after the other, as far as a list is shown. */
function elementsGiven(answer: OptionAnswer): string[] {
  const winners = judge(answer)?.definitions.filter(({ fate }) => fate.kind === "wins") ?? [];
  return winners.flatMap(({ raw }) => raw.elements ?? []).slice(0, answer.elements?.length);
}

/** Those of the options that something stronger than a default defines. */
function definedAmong(options: readonly OptionPath[]): string {
  return `{ attempt, ... }: host:
    let isDefined = path:
      let tried = attempt (let option = builtins.foldl' (set: name: set.\${name}) host.options path; in option.isDefined && option.highestPrio < 1500);
      in tried.success && tried.value;
    in builtins.filter isDefined [ ${options.map(nixPath).join(" ")} ]`;
}

/** Without what errors say. */
function comparable(text: string): string {
  return text.replaceAll(/«error: [^»]*»/gu, "«error»");
}

function pick(options: readonly OptionPath[], count: number, seed: number): OptionPath[] {
  const byText = new Map(options.map((option) => [optionPathText(option), option]));
  return pickFrom([...byText.keys()], count, seed).map((text) => byText.get(text)!);
}

function pickFrom(names: readonly string[], count: number, seed: number): string[] {
  const random = new Random(seed);
  const left = names.toSorted((first, second) => (first < second ? -1 : 1));
  const picked: string[] = [];
  while (picked.length < count && left.length > 0) picked.push(...left.splice(random.below(left.length), 1));
  return picked;
}

async function askOurs(apply: string): Promise<unknown> {
  const request: EvalRequest = {
    expression: { kind: "text", text: Buffer.from(configuration), name: "configuration", folder },
    selections: [""],
    args: [],
    output: "json",
    strict: true,
    location: false,
    apply: Buffer.from(apply),
    watch: watchedFunctions,
    settings: {},
  };
  const reply = await session.evaluate(request);
  if (!reply.ok) throw new Error(reply.failure.text);
  return JSON.parse(Buffer.from(reply.output, "latin1").toString());
}

/** All at once, and where that fails by halves, until what fails is alone. */
function askTheirs<Asked>(
  asked: readonly Asked[],
  nameOf: (one: Asked) => string,
  expressionOf: (asked: readonly Asked[]) => string,
): (unknown | undefined)[] {
  const attempt = `(value: let tried = builtins.tryEval value; in if tried.success then tried else { success = false; error = ""; })`;
  const expression = `
    let host = ${configuration}; inspection = { attempt = ${attempt}; calls = _: _: [ ]; isSame = _: _: false; };
    in ${expressionOf(asked)}`;
  try {
    return askNix(expression) as unknown[];
  } catch (error) {
    if (asked.length === 1) {
      const [last = ""] = String((error as Error).message)
        .trim()
        .split("\n")
        .slice(-1);
      process.stdout.write(`beyond real Nix: ${nameOf(asked[0]!)}: ${last.trim()}\n`);
      return [undefined];
    }
    const half = asked.length >> 1;
    return [asked.slice(0, half), asked.slice(half)].flatMap((part) => askTheirs(part, nameOf, expressionOf));
  }
}

function askedForOptions(options: readonly OptionPath[]): string {
  return `map (${optionQuestionFunction} inspection host) [ ${options.map(nixPath).join(" ")} ]`;
}

function askNix(expression: string): unknown {
  const [program, ...words] = [...nix!.split(" "), "nix-instantiate"];
  const { status, stdout, stderr } = spawnSync(program!, [...words, "--eval", "--json", "--strict", "-E", expression], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
