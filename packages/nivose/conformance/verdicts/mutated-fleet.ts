/** A founding fleet with mistakes in it, checked on paper: each is a module of its own that its host has besides. */

import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { EvaluationSession } from "@nivose/nix/engine";
import type { EvalReply, EvalRequest } from "@nivose/nix/evaluation";
import type { Finding } from "../../src/check/finding.ts";
import { checkQuestion } from "../../src/check/hosts/question.ts";
import { rules } from "../../src/check/rules/index.ts";
import { type CheckFlags, checkFleet } from "../../src/cli/check/check-fleet.ts";
import { readRepository } from "../../src/cli/check/read-repository.ts";
import type { Evaluating } from "../../src/cli/ask-flake.ts";
import { flakesAt } from "../../src/cli/flakes-here.ts";
import { readOptionPath } from "../../src/explain/option-path.ts";
import { fakeContext } from "../../tests/cli/fake-context.ts";
import type { Host } from "./founding-fleets.ts";
import type { Mutation } from "./mutations.ts";

export interface Checked {
  /** Whether any rule for options tells of it. */
  readonly isFound: boolean;
  readonly isUnknownOption: boolean;
  /** What is suggested first. */
  readonly suggestion: readonly string[] | undefined;
  readonly text: string | undefined;
}

interface Mistaken {
  readonly host: Host;
  readonly mutation: Mutation;
}

export class MutatedFleet {
  readonly #original: string;
  readonly #root = realpathSync(mkdtempSync(path.join(tmpdir(), "nivose-mutated-")));
  #session = new EvaluationSession();
  #modules = new Map<string, readonly string[]>();

  constructor(folder: string) {
    this.#original = folder;
    cpSync(folder, this.#root, { recursive: true, filter: (file) => path.basename(file) !== ".git" });
  }

  async check<Each extends Mistaken>(mistakes: readonly Each[]): Promise<ReadonlyMap<Each, Checked>> {
    const files = this.#write(mistakes);
    const context = fakeContext({ cwd: this.#root, environment: { ...process.env, XDG_CACHE_HOME: "" } });
    const here = flakesAt(".", context);
    const repository = readRepository(here, context);
    const selection = {
      only: ["options"],
      skip: ["option-equal-to-default", "defined-twice"],
      class: "heuristic",
      isPedantic: false,
      isSourceOnly: false,
    } as const;
    const flags = { paper: true } as unknown as CheckFlags;
    const found = await checkFleet({
      here,
      repository,
      selection,
      flags,
      context,
      evaluators: this.#evaluators,
      isQuiet: true,
    });
    if ("code" in found) throw new Error(found.text);
    return new Map(mistakes.map((each) => [each, checkedOf(found.told.filter((it) => isAbout(it, files.get(each)!)))]));
  }

  async end(): Promise<void> {
    await this.#session.end();
    rmSync(this.#root, { recursive: true, force: true });
  }

  /** The names of the files, which are in the folder of the host's flake. */
  #write<Each extends Mistaken>(mistakes: readonly Each[]): ReadonlyMap<Each, string> {
    const files = new Map<Each, string>();
    this.#modules = new Map();
    for (const [index, each] of mistakes.entries()) {
      const flake = path.relative(this.#original, each.host.folder);
      const name = `${FOLDER}/${index}.nix`;
      const file = path.join(flake, name);
      mkdirSync(path.dirname(path.join(this.#root, file)), { recursive: true });
      writeFileSync(path.join(this.#root, file), `${each.mutation.module.slice(1, -1)}\n`);
      files.set(each, file);
      const key = keyOf(path.join(this.#root, flake), each.host.attribute);
      this.#modules.set(key, [...(this.#modules.get(key) ?? []), name]);
    }
    // a flake has the files that Git knows
    spawnSync("git", ["init", "-q"], { cwd: this.#root });
    spawnSync("git", ["add", "-A"], { cwd: this.#root });
    return files;
  }

  get #evaluators(): Evaluating {
    return {
      evaluate: async (request, onTrace, onStart) => {
        onStart?.();
        const { expression } = request;
        const fragment = expression.kind === "flake" ? (expression.fragment ?? "") : "";
        if (expression.kind !== "flake" || request.watch === undefined || !CONFIGURATION.test(fragment))
          return await this.#session.evaluate(request, { onTrace });
        const modules = this.#modules.get(keyOf(expression.folder ?? "", fragment.slice(1)));
        if (modules === undefined) return NOT_LOOKED_AT;
        const flake = path.relative(this.#root, expression.folder ?? "");
        return await this.#session.evaluate(extended(request, fragment, flake, modules), { onTrace });
      },
      end: async () => {},
    };
  }
}

const FOLDER = "mistakes";
const NOT_LOOKED_AT: EvalReply = {
  ok: false,
  output: "",
  failure: { kind: "limit", text: "not looked at", trace: [], files: [], copies: {} },
};
const CONFIGURATION = /^\.(?:nixos|darwin|home)Configurations\./u;

function keyOf(folder: string, attribute: string): string {
  return `${path.resolve(folder)} ${attribute.replaceAll('"', "")}`;
}

/** What the rules for options ask of a host, asked of the host with modules besides. */
function extended(request: EvalRequest, fragment: string, flake: string, modules: readonly string[]): EvalRequest {
  const kind = fragment.startsWith(".nixos") ? "nixos" : fragment.startsWith(".darwin") ? "darwin" : "home";
  const apply = `inspection: host:
let
  extend = host.extendModules or host.options._module.args.value.extendModules;
  # the source of a flake is the whole repository, or its folder
  top = if builtins.pathExists (inspection.source + "/${flake}/${FOLDER}") then inspection.source + "/${flake}" else inspection.source;
in
(${checkQuestion(kind, facts)}) inspection (extend { modules = [ ${modules.map((name) => `(top + "/${name}")`).join(" ")} ]; })`;
  return { ...request, apply: Buffer.from(apply) };
}

const facts = [
  ...new Set(rules.flatMap((rule) => (rule.family === "options" && rule.reads === "hosts" ? rule.needs : []))),
];

function isAbout({ at, related = [] }: Finding, file: string): boolean {
  return at.file === file || related.some((each) => each.at.file === file);
}

function checkedOf(findings: readonly Finding[]): Checked {
  const unknown = findings.find(({ code }) => code === "unknown-option");
  const named = /did you mean '([^']+)'/u.exec(unknown?.hint ?? "")?.[1];
  const [first] = findings;
  return {
    isFound: findings.length > 0,
    isUnknownOption: unknown !== undefined,
    suggestion: named === undefined ? undefined : readOptionPath(named),
    text: first === undefined ? undefined : `${first.text}${first.hint === undefined ? "" : ` → ${first.hint}`}`,
  };
}
