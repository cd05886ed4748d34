/**
 * Small fleets for the rules: files that are put into a repository of their own, checked in this process and on paper. What a
 * fleet leaves out is added: a flake with one host, `machine`, and what every machine needs.
 */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type * as evaluation from "@nivose/nix/evaluation";
import type { Finding } from "../../src/check/finding.ts";
import type { Example } from "../../src/check/rule.ts";
import { FindingSources } from "../../src/check/report/finding-sources.ts";
import { tellFindings } from "../../src/check/report/tell.ts";
import type { Repository } from "../../src/check/source/repository.ts";
import type { Selection } from "../../src/check/select.ts";
import { type Evaluating, openQuestions } from "../../src/cli/ask-flake.ts";
import type { EvaluatedFleet } from "../../src/check/hosts/evaluated-fleet.ts";
import { checkFleet, evaluateFleet } from "../../src/cli/check/check-fleet.ts";
import { readRepository } from "../../src/cli/check/read-repository.ts";
import type { Context } from "../../src/cli/context.ts";
import { readEvaluation } from "../../src/cli/evaluation-options.ts";
import { type FlakesHere, flakesAt } from "../../src/cli/flakes-here.ts";
import { discover } from "../../src/fleet/discover.ts";
import { isProblem } from "../../src/fleet/host.ts";
import { plain } from "../../src/report/style.ts";
import { NOW } from "./sources.ts";
import { fakeContext } from "../cli/fake-context.ts";

const FLAKE = `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";

  outputs =
    { nixpkgs, ... }:
    {
      nixosConfigurations.machine = nixpkgs.lib.nixosSystem {
        modules = [
          ./base.nix
          ./machine.nix
        ];
      };
    };
}
`;

const LOCK = JSON.stringify({
  nodes: {
    nixpkgs: {
      locked: {
        lastModified: 1_735_500_000,
        narHash: "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        owner: "NixOS",
        repo: "nixpkgs",
        rev: "0000000000000000000000000000000000000000",
        type: "github",
      },
      original: { owner: "NixOS", ref: "nixos-24.11", repo: "nixpkgs", type: "github" },
    },
    root: { inputs: { nixpkgs: "nixpkgs" } },
  },
  root: "root",
  version: 7,
});

const BASE = `{
  nixpkgs.hostPlatform = "x86_64-linux";
  networking.hostName = "machine";
  boot.loader.systemd-boot.enable = true;
  fileSystems."/" = {
    device = "/dev/disk/by-label/nixos";
    fsType = "ext4";
  };
  system.stateVersion = "24.11";
}
`;

/** The files of a folder, by their names below it. */
export function filesIn(folder: string, below = ""): Record<string, string> {
  return Object.assign(
    {},
    ...readdirSync(path.join(folder, below), { withFileTypes: true }).map((entry) => {
      const name = path.join(below, entry.name);
      return entry.isDirectory() ? filesIn(folder, name) : { [name]: readFileSync(path.join(folder, name), "utf8") };
    }),
  );
}

export const everything: Selection = { only: [], skip: [], class: "heuristic", isPedantic: false, isSourceOnly: false };

export function filesOf(example: Example): Readonly<Record<string, string>> {
  const files = typeof example === "string" ? { "machine.nix": example } : example;
  if ("flake.nix" in files) return files;
  return { "flake.nix": FLAKE, "flake.lock": LOCK, "base.nix": BASE, ...files };
}

export interface Checked {
  readonly findings: readonly Finding[];
  /** As people read them. */
  readonly text: string;
}

/**
 * Files whose names begin with `untracked:` are not added to Git. If there are some whose names begin with `before:`, the others
 * are a change of these, and what is looked at is that.
 */
export async function checkFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  selection: Selection = everything,
): Promise<Checked> {
  const earlier = Object.entries(files).filter(([name]) => name.startsWith(BEFORE));
  const now = Object.fromEntries(Object.entries(files).filter(([name]) => !name.startsWith(BEFORE)));
  if (earlier.length === 0) return await inRepository(now, (root) => checkFolder(root, selection));
  const before = { ...now, ...Object.fromEntries(earlier.map(([name, text]) => [name.slice(BEFORE.length), text])) };
  return await inRepository(before, (old) => inRepository(now, (root) => checkFolder(root, selection, old)));
}

const BEFORE = "before:";

async function inRepository<Result>(
  files: Readonly<Record<string, string | Uint8Array>>,
  use: (root: string) => Promise<Result>,
): Promise<Result> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "nivose-fleet-")));
  try {
    const write = (name: string, text: string | Uint8Array): void => {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
      writeFileSync(path.join(root, name), text);
    };
    for (const [name, text] of Object.entries(files)) if (!name.startsWith(UNTRACKED)) write(name, text);
    commitAll(root);
    for (const [name, text] of Object.entries(files))
      if (name.startsWith(UNTRACKED)) write(name.slice(UNTRACKED.length), text);
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const UNTRACKED = "untracked:";

/** What each host becomes, by its name; what it does not become anything for, if it does not. */
export async function systemsOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Record<string, string>> {
  return await inRepository(files, async (root) => {
    const context = contextIn(root);
    const options = readEvaluation({ expr: false, showTrace: false }, context);
    if ("code" in options) throw new Error(options.text);
    const { flakes } = flakesAt(".", context);
    const questions = openQuestions(root, options, { paper: true }, context, inThisProcess);
    if ("code" in questions) throw new Error(questions.text);
    const { hosts } = await discover(flakes, questions.ask, { isWanted: () => true, withSystems: true });
    const systems = hosts.map(({ name, facts }): [string, string] => {
      const found = isProblem(facts) ? facts : (facts.becomes ?? { problem: "unknown", isLimit: true });
      return [name, "problem" in found ? `problem: ${found.problem}` : found.derivation];
    });
    return Object.fromEntries(systems);
  });
}

/** Its hosts, on paper, as the rules see them. */
export async function evaluatedIn(
  files: Readonly<Record<string, string | Uint8Array>>,
  isWanted: (host: string) => boolean = () => true,
): Promise<EvaluatedFleet> {
  return await inRepository(files, async (root) => {
    const context = contextIn(root);
    const here = flakesAt(".", context);
    const flags = { paper: true } as unknown as Parameters<typeof evaluateFleet>[0]["flags"];
    const repository = readRepository(here, context);
    // whoever looks at it does so when the folder is gone
    const read = new Map([...repository.tracked].map((name) => [name, repository.read(name)]));
    const exists = (name: string): boolean =>
      [...read.keys()].some((each) => each === name || each.startsWith(`${name}/`));
    const kept = { ...repository, read: (name: string) => read.get(name), exists };
    const fleet = await evaluateFleet({ here, repository: kept, flags, context, evaluators: inThisProcess, isWanted });
    if ("code" in fleet) throw new Error(fleet.text);
    return fleet;
  });
}

function contextIn(root: string): Context {
  const environment: Context["environment"] = {
    ...process.env,
    XDG_CACHE_HOME: "",
    HOME: root,
    XDG_CONFIG_HOME: "/nonexistent",
    NIX_CONF_DIR: "/nonexistent",
  };
  return fakeContext({ cwd: root, environment, now: () => NOW });
}

/** A repository that is there, perhaps as a change of another one. */
export async function checkFolder(root: string, selection: Selection = everything, before?: string): Promise<Checked> {
  const context = contextIn(root);
  const sourcesIn = (folder: string): { here: FlakesHere; repository: Repository } => {
    const here = flakesAt(folder, context);
    return { here, repository: readRepository(here, context) };
  };
  const { here, repository } = sourcesIn(".");
  const flags = { paper: true, source: false } as unknown as Parameters<typeof checkFleet>[0]["flags"];
  const check = { selection, flags, context, evaluators: inThisProcess };
  const earlier = before === undefined ? undefined : await checkFleet({ ...check, ...sourcesIn(before) });
  if (earlier !== undefined && "code" in earlier) throw new Error(earlier.text);
  const found = await checkFleet({ ...check, here, repository, before: earlier?.fleet });
  if ("code" in found) throw new Error(found.text);
  const sources = new FindingSources(repository, "", found.told);
  const layout = { width: 100, sourceWidth: 100, style: plain };
  return {
    findings: found.told,
    text: [
      ...tellFindings(
        found.told.map((each) => sources.shown(each)),
        sources,
        layout,
      ),
    ].join(""),
  };
}

/** As it is built, which takes half of the time that the sources take here. */
const { forgetValues, runEvaluation } = createRequire(import.meta.url)(
  path.resolve(import.meta.dirname, "../../dist/evaluator.cjs"),
) as typeof evaluation;

const inThisProcess: Evaluating = {
  async evaluate(request, onTrace, onStart) {
    onStart?.();
    forgetValues();
    return runEvaluation(request, onTrace);
  },
  async end() {},
};

/** In one go: to start a program costs a process with a large heap more than what the program does. */
function commitAll(folder: string): void {
  const script =
    "git init -q --template= && git add -A && git -c user.name=A -c user.email=a@b.c commit -qm 'The fleet'";
  const { status, stderr } = spawnSync("sh", ["-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null" },
  });
  if (status !== 0) throw new Error(stderr);
}
