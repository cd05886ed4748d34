/**
 * What is said on paper of definitions, right ones and wrong ones, beside what the real NixOS says: of all that the hosts of
 * the founding fleets define, and of mistakes in that, made by a seed.
 *
 *     node scripts/run.js packages/nivose/conformance/paper-verdicts.ts --sources FILE --known FILE
 *         [--definitions 2000] [--mutations 2000] [--seed 1] [--only PRESET] [--list]
 *         [--real | --known-only]
 *
 * `--sources` is Nix, a set of folders by the names of inputs, of the real NixOS 24.11 and what goes with it. What it says
 * takes most of the time and is kept in the file of `--known`, case by case, so that a run that was stopped goes on: `--real` asks
 * for nothing else, and `--known-only` compares what was asked already.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { EvaluationSession } from "@nivose/nix/engine";
import type { EvalRequest } from "@nivose/nix/evaluation";
import { localFailure } from "../src/advice/places/local-failure.ts";
import { Sources } from "../src/advice/places/sources.ts";
import { attempting } from "../src/fleet/questions/shared.ts";
import { unknownOnPaper } from "../src/paper/unknown.ts";
import { fromByteText } from "../src/report/byte-text.ts";
import { Random } from "../../nix/conformance/random.ts";
import { type Host, hostsOf, presets } from "./verdicts/founding-fleets.ts";
import { KnownAnswers } from "./verdicts/known-answers.ts";
import { type Mutation, mutations, packages, withoutOriginal } from "./verdicts/mutations.ts";
import {
  type Case,
  type DefinedLeaf,
  definedLeaves,
  type Outcome,
  outcomeOf,
  outcomesOf,
} from "./verdicts/questions.ts";
import { Tally } from "./verdicts/tally.ts";

const { values } = parseArgs({
  options: {
    sources: { type: "string" },
    known: { type: "string" },
    paper: { type: "string", default: path.resolve(import.meta.dirname, "../dist/paper") },
    definitions: { type: "string", default: "2000" },
    mutations: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    list: { type: "boolean", default: false },
    real: { type: "boolean", default: false },
    "known-only": { type: "boolean", default: false },
  },
});
const { sources, known } = values;
if (sources === undefined || known === undefined)
  throw new Error("usage: paper-verdicts.ts --sources FILE --known FILE");

const inPlace = path.resolve(import.meta.dirname, "local-flake.nix");
/** A host that is changed takes as much memory as another one. */
const TOGETHER = { changed: 4, asItIs: 60 };
const paperNames = Object.keys(JSON.parse(readFileSync(path.join(values.paper, "contents.json"), "utf8")) as object);
const places = paperNames.map((name) => ({ name, folders: [path.join(values.paper, name)] }));
const answers = new KnownAnswers(known);
const tally = new Tally(values.list);
let session = new EvaluationSession();
const paperSources = paperFile(values.paper);
try {
  const hosts = presets
    .filter((name) => values.only === undefined || name === values.only)
    .flatMap((preset) => hostsOf(preset, sources));
  const leaves = new Map<Host, readonly DefinedLeaf[]>();
  for (const host of hosts) leaves.set(host, await answers.recall(`leaves ${host.name}`, () => askLeaves(host)));
  const all = hosts.flatMap((host) => leaves.get(host)!.map((leaf) => ({ host, leaf })));
  process.stdout.write(`${hosts.length} hosts, ${all.length} definitions\n`);
  for (const host of hosts) {
    const own = leaves.get(host)!;
    const share = (count: string): number => Math.ceil((Number(count) * own.length) / all.length);
    const picked = pick(own, share(values.definitions), Number(values.seed));
    const mistakes = mutations(own, packages, share(values.mutations), Number(values.seed) + hosts.indexOf(host));
    await compare(host, "definition", picked);
    for (const kind of ["misspelt", "type", "nesting", "package"] as const)
      await compare(
        host,
        kind,
        mistakes.filter(({ mutation }: Mutation) => mutation === kind),
      );
  }
  process.stdout.write(tally.table());
  process.exitCode = tally.isRight ? 0 : 1;
} finally {
  await session.end();
  rmSync(path.dirname(paperSources), { recursive: true, force: true });
}

async function compare(host: Host, kind: string, cases: readonly Case[]): Promise<void> {
  const together = kind === "definition" ? TOGETHER.asItIs : TOGETHER.changed;
  for (let start = 0; start < cases.length; start += together) {
    const some = cases.slice(start, start + together);
    const question = `outcomes ${host.name} ${JSON.stringify(some, withoutOriginal)}`;
    if (values["known-only"] && !answers.has(question)) continue;
    const real = await answers.recall(question, () => ask<Outcome[]>(host, sources!, outcomesOf(some)));
    if (values.real) continue;
    const paper = await ask<Outcome[]>(host, paperSources, outcomesOf(some)).catch((error: Error) =>
      some.map(() => error.message),
    );
    for (const [index, each] of some.entries())
      if (!isOfEverybody(each))
        tally.add({
          host: host.name,
          kind,
          case: each,
          real: real[index]!,
          paper: await judged(host, each, paper[index]!),
        });
  }
}

/** What all modules tell users: the texts of others are evaluated along, so that it is no verdict on a definition. */
function isOfEverybody({ option }: Case): boolean {
  return option.length === 1 && (option[0] === "assertions" || option[0] === "warnings");
}

/** In what is attempted only the text of an error is left, and whether that is a verdict depends on where it is from. */
async function judged(host: Host, each: Case, paper: Outcome): Promise<Outcome> {
  if (paper === true || !/^attribute '.*' missing|No such file|does not exist$/su.test(paper)) return paper;
  // it is told from the source, which has to be in a file
  const file = path.join(path.dirname(paperSources), "mutation.nix");
  if (each.module !== undefined) writeFileSync(file, each.module);
  const alone = each.module === undefined ? each : { ...each, module: file };
  const reply = await session.evaluate(requestFor(host, paperSources, outcomeOf(alone)));
  if (reply.ok) return paper;
  const read = new Sources();
  const unknown = unknownOnPaper(localFailure(reply.failure), { places, treeOf: (file) => read.tree({ file }) });
  return unknown === undefined ? paper : `unknown on paper: ${fromByteText(unknown)}`;
}

async function askLeaves(host: Host): Promise<readonly DefinedLeaf[]> {
  // the files are the same, and to look at all options of the real thing takes more memory than there may be
  return await ask<DefinedLeaf[]>(host, paperSources, definedLeaves(host.folder));
}

function requestFor({ folder, attribute }: Host, from: string, apply: string): EvalRequest {
  const text = `(import ${inPlace} { flake = ${folder}; sources = import ${from}; }).${attribute}`;
  return {
    expression: { kind: "text", text: Buffer.from(text), name: "configuration", folder },
    selections: [""],
    args: [],
    output: "json",
    strict: true,
    location: false,
    apply: Buffer.from(apply),
    watch: attempting,
    settings: {},
  };
}

async function ask<Answer>(host: Host, from: string, apply: string): Promise<Answer> {
  const reply = await session.evaluate(requestFor(host, from, apply));
  if (reply.ok) return JSON.parse(Buffer.from(reply.output, "latin1").toString()) as Answer;
  if (reply.failure.kind === "limit") {
    await session.end();
    session = new EvaluationSession();
  }
  throw new Error(reply.failure.text);
}

/** What the names of inputs are on paper. */
function paperFile(folder: string): string {
  const others: Readonly<Record<string, string>> = {
    utils: "flake-utils",
    darwin: "nix-darwin",
    "nixpkgs-darwin": "nixpkgs",
  };
  const entries = [...paperNames.map((name) => [name, name]), ...Object.entries(others)];
  const file = path.join(mkdtempSync(path.join(tmpdir(), "nivose-paper-")), "sources.nix");
  writeFileSync(file, `{ ${entries.map(([name, flake]) => `"${name}" = ${folder}/${flake};`).join(" ")} }`);
  return file;
}

function pick<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  const random = new Random(seed);
  const left = [...items];
  const picked: Item[] = [];
  while (picked.length < count && left.length > 0) picked.push(...left.splice(random.below(left.length), 1));
  return picked;
}
