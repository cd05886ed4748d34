/**
 * Every entry of the catalogue of services on a real NixOS 24.11, one system after the other:
 *
 *     node scripts/run.js packages/nivose/conformance/services.ts NIXPKGS [--only NAMES] [--pairs] [--print]
 *
 * Each is evaluated twice: as its entry turns it on, with what it needs; and with every port moved that can be, its secrets,
 * figures, dumps, an open firewall and what it works without. Both times its assertions have to hold and its units, ports,
 * firewall and folders to be what the entry says. With `--pairs`, services that want the same port are put together, and check
 * has to read of their system that they clash where their entries say so. `--print` shows what is evaluated.
 */

import path from "node:path";
import { parseArgs } from "node:util";
import { EvaluationSession } from "@nivose/nix/engine";
import { attempting } from "../src/fleet/questions/shared.ts";
import { catalogue } from "../src/services/catalogue.ts";
import { readByCheck, verdictOf } from "./services/verdict.ts";
import { comparedOptions } from "./services/places.ts";
import { fully, moduleFor, plainly, type Wish } from "./services/module.ts";
import { listenersQuestion, type System, systemQuestion } from "./services/question.ts";
import { judgedPair, pairsOf, type Rivals, rivalsAmong } from "./services/rivals.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string" },
    pairs: { type: "boolean", default: false },
    print: { type: "boolean", default: false },
  },
});
const [nixpkgs] = positionals;
if (nixpkgs === undefined) throw new Error("the folder of nixpkgs is missing");
const folder = path.resolve(nixpkgs);
const only = values.only?.split(",");
const chosen = Object.keys(catalogue).filter((name) => only === undefined || only.includes(name));

let session = new EvaluationSession();
let usual: readonly string[] = [];
const counts = { right: 0, wrong: 0 };
try {
  const empty = await evaluated([]);
  if (typeof empty === "string") throw new Error(empty);
  usual = Object.keys(empty.services);
  if (values.pairs) for (const rivals of rivalsAmong(chosen)) await tryRivals(rivals);
  else for (const name of chosen) await tryAlone(name, empty);
} finally {
  await session.end();
}
process.stdout.write(`${counts.right} as the catalogue says, ${counts.wrong} not\n`);
process.exitCode = counts.wrong > 0 ? 1 : 0;

async function tryAlone(name: string, empty: System): Promise<void> {
  const problems: string[] = [];
  const unseen = new Set<string>();
  for (const wish of [plainly(name), fully(name)]) {
    const system = await evaluated([wish]);
    const verdict = typeof system === "string" ? { problems: [system], unseen: [] } : verdictOf(wish, system, empty);
    const when = wish.isFull ? "with everything: " : "";
    problems.push(...verdict.problems.map((problem) => `${when}${problem}`));
    for (const each of verdict.unseen) unseen.add(each);
  }
  tell(unseen.size === 0 ? name : `${name} (not to be seen: ${[...unseen].join(", ")})`, problems);
}

/** All together if they can be, so that every two of them are, or two by two. */
async function tryRivals(rivals: Rivals): Promise<void> {
  const together = rivals.services.length > 2 ? await asked(rivals.services.map(plainly), listenersQuestion) : "";
  for (const pair of pairsOf(rivals)) {
    const system = typeof together === "string" ? await asked(pair.services.map(plainly), listenersQuestion) : together;
    const title = `${pair.services.join(" and ")} on ${pair.port}/${pair.protocol}`;
    if (typeof system === "string") {
      tell(title, [system]);
      continue;
    }
    const { isSaid, isRead, where } = judgedPair(pair, readByCheck(system));
    const isClash = isRead ? "clash" : "do not clash";
    tell(
      `${title} ${isClash}`,
      isSaid === isRead ? [] : [`by their entries they ${isSaid ? "do" : "do not"}: ${where.join("; ")}`],
    );
  }
}

function tell(title: string, problems: readonly string[]): void {
  counts[problems.length === 0 ? "right" : "wrong"]++;
  process.stdout.write(`${problems.length === 0 ? "ok  " : "FAIL"} ${title}\n`);
  for (const problem of problems) process.stdout.write(`     ${problem}\n`);
}

async function evaluated(wishes: readonly Wish[]): Promise<System | string> {
  return await asked(
    wishes,
    systemQuestion(
      usual,
      wishes.flatMap(({ name }) => comparedOptions(name)),
    ),
  );
}

/** What the system says, or why it says nothing. */
async function asked(wishes: readonly Wish[], question: string): Promise<System | string> {
  const module = moduleFor(wishes);
  if (values.print) process.stdout.write(`${module}\n`);
  const text = `import ${folder}/nixos/lib/eval-config.nix { system = "x86_64-linux"; modules = [ (${module}) ]; }`;
  const reply = await session.evaluate({
    expression: { kind: "text", text: Buffer.from(text), name: "system", folder },
    selections: [""],
    args: [],
    output: "json",
    strict: true,
    location: false,
    apply: Buffer.from(question),
    watch: attempting,
    settings: {},
  });
  if (reply.ok) return JSON.parse(Buffer.from(reply.output, "latin1").toString()) as System;
  if (reply.failure.kind === "limit") {
    await session.end();
    session = new EvaluationSession();
  }
  return reply.failure.text.trim().split("\n").slice(0, 6).join("\n     ");
}
