/** One flake by both: what our engine tells of it, and what real Nix does with it. */

import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { realNix, realStorePlace } from "../../../../nivose/tests/needs.ts";
import { type EvalReply, type EvalRequest, forgetValues, runEvaluation } from "../../../src/evaluation.ts";
import { gitEnvironment } from "./flake-case.ts";

export interface Told {
  readonly reply: EvalReply;
  readonly warnings: readonly string[];
}

/** Asks our engine in a folder. */
export function ask(folder: string, flake: string, request: Partial<EvalRequest> & { readonly pure?: boolean }): Told {
  const warnings: string[] = [];
  const [, reference = "", fragment = ""] = /^([^#]*)#?(.*)$/s.exec(flake)!;
  const reply = runEvaluation(
    {
      expression: { kind: "flake", reference, fragment, overrides: [] },
      selections: [""],
      args: [],
      output: "json",
      strict: false,
      location: false,
      ...request,
      settings: {
        experimentalFeatures: new Set(["flakes", "nix-command"]),
        workingFolder: folder,
        sourceCache: path.join(path.dirname(folder), "cache"),
        storePlace: process.env["NIVOSE_TEST_NIX"] === undefined ? "/nix/store" : realStorePlace(),
        registries: [path.join(path.dirname(folder), "home/.config/nix/registry.json")],
        currentSystem: "x86_64-linux",
        pure: request.pure ?? true,
        environment: { ...gitEnvironment, SEEN: "yes" },
        ...request.settings,
      },
    },
    (line) => {
      const warning = /^(?:evaluation )?warning: (.*)$/s.exec(line)?.[1];
      if (warning !== undefined) warnings.push(warning);
    },
  );
  // other tests share this evaluator
  forgetValues();
  return { reply, warnings };
}

export interface NixRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

interface NixCommand {
  readonly folder: string;
  readonly command: string;
}

/** Runs lines of bash, each in its folder, one after the other in one real Nix. */
export function runNix(top: string, commands: readonly NixCommand[]): NixRun[] {
  const { script, results } = prepareRuns(top, commands);
  const { status, stderr } = spawnSync(realNix(), ["bash", script], { encoding: "utf8" });
  if (status !== 0) throw new Error(`real Nix cannot be run: ${stderr}`);
  return results();
}

/** The same while this process goes on, which may be a server that Nix talks to. */
export async function runNixAside(top: string, commands: readonly NixCommand[]): Promise<NixRun[]> {
  const { script, results } = prepareRuns(top, commands);
  await promisify(execFile)(realNix(), ["bash", script]);
  return results();
}

function prepareRuns(
  top: string,
  commands: readonly NixCommand[],
): { readonly script: string; readonly results: () => NixRun[] } {
  const results = path.join(top, "results");
  mkdirSync(results, { recursive: true });
  const home = path.join(top, "home");
  mkdirSync(home, { recursive: true });
  const environment = Object.entries({ ...gitEnvironment, HOME: home, SEEN: "yes" })
    .filter(([name]) => name !== "PATH")
    .map(([name, value]) => `export ${name}='${value}'\n`);
  const script = commands.map(
    ({ folder, command }, index) =>
      `cd '${folder}'; { ${command}\n} >'${results}/${index}.out' 2>'${results}/${index}.err'; echo $? >'${results}/${index}.status'\n`,
  );
  const file = path.join(top, "script");
  writeFileSync(file, `${environment.join("")}${script.join("")}`);
  const read = (name: string): string =>
    readFileSync(path.join(results, name), "utf8").replaceAll(/\u001B\[[0-9;]*m/g, "");
  const resultOf = (index: number): NixRun => ({
    stdout: read(`${index}.out`),
    stderr: read(`${index}.err`),
    status: Number(read(`${index}.status`)),
  });
  return { script: file, results: () => commands.map((_, index) => resultOf(index)) };
}

/** The message of the innermost error, on one line. */
export function lastError({ stderr, status }: NixRun): string | undefined {
  if (status === 0) return undefined;
  const at = stderr.lastIndexOf("error: ");
  const whole = stderr.slice(at + "error: ".length);
  const advice = /Did you mean .*\?\n/.exec(whole)?.[0] ?? "";
  const text = whole.replace(advice, "").replace(/\n\s+at [\s\S]*$/, "") + (advice === "" ? "" : `\n${advice}`);
  // it doubles the first slash of some paths, and adds advice to some mistakes
  return oneLine(text.replace("'//", "'/").replace(/\nTry 'nix --help'.*/s, ""));
}

export function warningsOf({ stderr }: NixRun): string[] {
  return [...stderr.matchAll(/^warning: (.*)$/gm)].map(([, text]) => text!);
}

/** Without those that tell of lock files that are written. */
export function toldWarnings(warnings: readonly string[]): string[] {
  return warnings.filter((text) => !/^(?:creating|updating) lock file|^not writing/.test(text)).toSorted();
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

export function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
