/**
 * Makes mistakes in real systems, one at a time, and looks whether what is said of each is of the right kind, begins at the
 * right line, and proposes what helps.
 *
 *     node scripts/run.js packages/nivose/conformance/errors.ts --sources FILE [--only TEXT] [--print]
 *
 * FILE is Nix, a set of folders by the names of inputs: `{ nixpkgs = /…; home-manager = /…; nix-darwin = /…; }`. The
 * mistakes are in `errors/mistakes.ts`, the flake that their hosts belong to beside it.
 */

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { EvaluationSession } from "@nivose/nix/engine";
import type { EvalRequest } from "@nivose/nix/evaluation";
import { advise } from "../src/advice/advise.ts";
import { localFailure } from "../src/advice/places/local-failure.ts";
import { scopeQuestion } from "../src/advice/scope.ts";
import type { Advice } from "../src/report/advice.ts";
import { type Mistake, mistakes } from "./errors/mistakes.ts";

const { values } = parseArgs({
  options: {
    sources: { type: "string" },
    only: { type: "string", default: "" },
    print: { type: "boolean", default: false },
  },
});
if (values.sources === undefined) throw new Error("usage: errors.ts --sources FILE [--only TEXT] [--print]");

const common: Pick<EvalRequest, "selections" | "args" | "location" | "settings" | "onFailure"> = {
  selections: [""],
  args: [],
  location: false,
  onFailure: scopeQuestion,
  settings: {
    pure: false,
    experimentalFeatures: new Set(["flakes", "nix-command"]),
    currentTime: 1_732_000_000,
    sourceCache: path.join(process.env["HOME"] ?? tmpdir(), ".cache/nivose/sources"),
    environment: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "" },
  },
};

const outputs = {
  nixos: ["nixosConfigurations", "config.system.build.toplevel.drvPath"],
  home: ["homeConfigurations", "activationPackage.drvPath"],
  darwin: ["darwinConfigurations", "system.drvPath"],
} as const;

const chosen = mistakes.filter(({ name }) => name.includes(values.only));
const folder = mkdtempSync(path.join(tmpdir(), "nivose-errors-"));
const session = new EvaluationSession();
let failed = 0;
try {
  writeFlake();
  const overrides = await sourceFolders(path.resolve(values.sources));
  for (const mistake of chosen) {
    const { advice, text } = await evaluate(mistake, overrides);
    const problem = problemOf(mistake, advice);
    if (problem !== undefined) failed++;
    if (problem !== undefined || values.print)
      process.stdout.write(
        `${problem === undefined ? "ok  " : "FAIL"} ${mistake.name}: ${problem ?? ""}\n${shown(advice, text)}\n`,
      );
  }
} finally {
  await session.end();
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${chosen.length - failed} of ${chosen.length} mistakes are told of as they have to be\n`);
process.exitCode = failed > 0 ? 1 : 0;

function fileOf({ name }: Mistake): string {
  return `${name.replaceAll(/\W+/gu, "-")}.nix`;
}

function writeFlake(): void {
  cpSync(path.join(import.meta.dirname, "errors"), folder, { recursive: true });
  mkdirSync(path.join(folder, "mistakes"));
  for (const mistake of chosen) writeFileSync(path.join(folder, "mistakes", fileOf(mistake)), mistake.module);
  const unused = "{ lib, ... }: { options.my.web.port = lib.mkOption { type = lib.types.port; }; }\n";
  writeFileSync(path.join(folder, "mistakes/unused.nix"), unused);
  execFileSync("git", ["init", "--quiet", folder]);
  execFileSync("git", ["-C", folder, "add", "--all"]);
  writeFileSync(path.join(folder, "mistakes/untracked.nix"), "{ }\n");
}

async function sourceFolders(file: string): Promise<{ input: string; reference: string }[]> {
  const text = Buffer.from(`builtins.mapAttrs (_: toString) (import ${file})`);
  const reply = await session.evaluate({
    ...common,
    expression: { kind: "text", text, name: "sources", folder: path.dirname(file) },
    output: "json",
    strict: true,
  });
  if (!reply.ok) throw new Error(reply.failure.text);
  const folders = JSON.parse(reply.output) as Record<string, string>;
  return ["nixpkgs", "home-manager", "nix-darwin"].map((input) => ({ input, reference: `path:${folders[input]}` }));
}

async function evaluate({ kind, ...mistake }: Mistake, overrides: { input: string; reference: string }[]) {
  const [output, derivation] = outputs[kind];
  const reply = await session.evaluate({
    ...common,
    expression: {
      kind: "flake",
      reference: folder,
      fragment: `${output}."${fileOf({ kind, ...mistake })}".${derivation}`,
      overrides,
    },
    output: "value",
    strict: false,
  });
  if (reply.ok) return { advice: undefined, text: reply.output };
  return { advice: await advise(localFailure(reply.failure)), text: reply.failure.text };
}

function problemOf(mistake: Mistake, advice: Advice | undefined): string | undefined {
  if (advice === undefined) return "nothing is said of it";
  const { message, places, remedies } = advice;
  if (message.code !== mistake.code) return `it is taken for ${message.code}`;
  const [first] = places;
  const at = first === undefined ? undefined : `${path.basename(first.file)}:${first.line}`;
  const wanted = mistake.line === undefined ? undefined : `${fileOf(mistake)}:${mistake.line}`;
  if (at !== wanted) return `it begins at ${at}, not at ${wanted}`;
  const words = [message.text, message.hint ?? "", ...places.map(({ note = "" }) => note)];
  const all = [...words, ...remedies.flatMap(({ text, lines }) => [text, ...lines])].join("\n");
  return all.includes(mistake.says) ? undefined : `it does not say ${mistake.says}`;
}

function shown(advice: Advice | undefined, text: string): string {
  if (advice === undefined) return `  ${text.split("\n")[0]}`;
  const { message, places, remedies } = advice;
  const lines = [
    `${message.text} [${message.code}]`,
    ...places.map(({ file, line, note }) => `at ${path.basename(file)}:${line} ${note ?? ""}`.trimEnd()),
    ...(message.hint === undefined ? [] : [`hint: ${message.hint}`]),
    ...remedies.flatMap((remedy) => [`${remedy.text}:`, ...remedy.lines.map((line) => `  ${line}`)]),
  ];
  return lines.map((line) => `  ${line}`).join("\n");
}
