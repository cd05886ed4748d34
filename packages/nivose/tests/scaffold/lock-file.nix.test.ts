/**
 * Lock files are those that real Nix writes, byte for byte. Public inputs cannot be fetched in a test: small flakes with
 * the same inputs take their places, and what Nix then says of their contents is set to what the pins say.
 */

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import inputsOfPins from "../../../../data/inputs.json" with { type: "json" };
import { inputsText } from "../../src/scaffold/lock/inputs-text.ts";
import { lockFile } from "../../src/scaffold/lock/lock-file.ts";
import type { DraftFlake, FlakeInput } from "../../src/scaffold/preset.ts";
import { newestRelease as release, pinOf } from "../../src/scaffold/release.ts";
import { Sandbox } from "../cli/run-nivose.ts";
import { needs, realNix } from "../needs.ts";

const nixpkgs: FlakeInput = { kind: "pinned", name: "nixpkgs" };

const sibling = (name: string, follows: Record<string, string> = {}, folder = name): FlakeInput => {
  return { kind: "sibling", name, folder, follows };
};
const pinned = (name: string, follows: Record<string, string> = { nixpkgs: "nixpkgs" }): FlakeInput => {
  return { kind: "pinned", name, follows };
};

const repositories: Readonly<Record<string, readonly DraftFlake[]>> = {
  "siblings alone": [
    { folder: "base", inputs: [] },
    { folder: "tools", inputs: [sibling("base")] },
    { folder: "apps", inputs: [sibling("tools"), sibling("base")] },
    { folder: "deep/er", inputs: [sibling("apps"), sibling("zeta", {}, "deep/er/zeta")] },
    { folder: "deep/er/zeta", inputs: [sibling("top", {}, "deep"), sibling("base")] },
    { folder: "deep", inputs: [] },
  ],
  "siblings that follow each other": [
    { folder: "base", inputs: [nixpkgs] },
    { folder: "tools", inputs: [nixpkgs, sibling("base", { nixpkgs: "nixpkgs" })] },
    {
      folder: "apps",
      inputs: [
        nixpkgs,
        sibling("base", { nixpkgs: "nixpkgs" }),
        sibling("tools", { base: "base", nixpkgs: "base/nixpkgs" }),
      ],
    },
    { folder: "all", inputs: [sibling("apps", { base: "tools/base" }), sibling("tools")] },
  ],
  "an input that several name, each for itself": [
    { folder: "one", inputs: [nixpkgs] },
    { folder: "two", inputs: [nixpkgs, sibling("one")] },
    { folder: "three", inputs: [nixpkgs, sibling("root", {}, "one"), sibling("two")] },
  ],
  "public inputs of siblings": [
    { folder: "homes", inputs: [nixpkgs, pinned("home-manager"), pinned("sops-nix")] },
    { folder: "hosts", inputs: [nixpkgs, sibling("homes", { nixpkgs: "nixpkgs" }), pinned("disko")] },
    {
      folder: "fleet",
      inputs: [
        nixpkgs,
        pinned("systems", {}),
        pinned("flake-utils", { systems: "systems" }),
        pinned("terranix", { "flake-parts": "", nixpkgs: "hosts/nixpkgs", systems: "flake-utils/systems" }),
        sibling("hosts", { homes: "homes" }),
        sibling("homes", { "home-manager": "", nixpkgs: "nixpkgs" }),
      ],
    },
  ],
  "inputs that are left out": [
    { folder: "lean", inputs: [nixpkgs, pinned("impermanence", { nixpkgs: "nixpkgs", "home-manager": "" })] },
    { folder: "user", inputs: [sibling("lean"), sibling("again", { impermanence: "" }, "lean")] },
  ],
};

interface Lock {
  readonly nodes: Record<string, LockedNode>;
}

interface LockedNode {
  inputs?: Record<string, string | readonly string[]>;
  original?: Record<string, string>;
  locked?: unknown;
}

describe.runIf(needs("nix-2.26", "git"))("a lock file", () => {
  let sandbox: Sandbox;
  beforeEach(() => {
    sandbox = new Sandbox();
    sandbox.initGit();
  });
  afterEach(() => sandbox.remove());

  describe.each(Object.entries(repositories))("of %s", (_name, flakes) => {
    test("is what Nix writes where there is none", () => {
      writeFlakes(flakes);
      for (const flake of flakes) {
        const lock = lockFile(flake, flakes, release);
        expect(lockedByNix(flake, lock, publicInputs(lock))).toBe(lock);
        rmSync(place(flake, "flake.lock"), { force: true });
      }
    });

    test("is what Nix writes where the other flakes have theirs", () => {
      writeFlakes(flakes);
      for (const flake of flakes) write(flake, "flake.lock", lockFile(flake, flakes, release));
      for (const flake of flakes) {
        const lock = lockFile(flake, flakes, release);
        rmSync(place(flake, "flake.lock"));
        const own = publicInputs(lock).filter(({ input }) => !input.includes("/"));
        expect(lockedByNix(flake, lock, own)).toBe(lock);
        write(flake, "flake.lock", lock);
      }
    });

    test("leaves Nix nothing to do, and nothing to fetch", () => {
      writeFlakes(flakes);
      for (const flake of flakes) write(flake, "flake.lock", lockFile(flake, flakes, release));
      for (const flake of flakes) {
        nix(flake, "metadata", "--no-update-lock-file");
        nix(flake, "lock");
        expect(written(flake)).toBe(lockFile(flake, flakes, release));
      }
    });
  });

  function writeFlakes(flakes: readonly DraftFlake[]): void {
    for (const flake of flakes) {
      write(
        flake,
        "flake.nix",
        `{ inputs = {\n${inputsText(flake.inputs, release, flake.folder)}\n}; outputs = _: { }; }`,
      );
    }
    for (const [pin, inputs] of Object.entries(inputsOfPins)) {
      const declared = inputs.map((input) => `inputs.${input}.url = "github:example/${input}";`).join(" ");
      write(
        { folder: `public/${pinOf(pin, release).repo}`, inputs: [] },
        "flake.nix",
        `{ ${declared} outputs = _: { }; }`,
      );
    }
    sandbox.run("git add .");
  }

  /** Locks with small flakes in the places of public ones. */
  function lockedByNix(flake: DraftFlake, ours: string, inputs: readonly PublicInput[]): string {
    const flags = inputs.flatMap(({ input, repo }) => {
      return ["--override-input", input, `path:${sandbox.folder}/public/${repo}`];
    });
    nix(flake, "lock", ...flags);
    const contents = new Map(nodesOf(ours).map(({ original, locked }) => [JSON.stringify(original), locked]));
    // Nix writes nothing for a flake without inputs, and lets a lock file be that says so
    if (flake.inputs.length === 0) return lockFile(flake, [flake], release);
    const lock = JSON.parse(written(flake)) as Lock;
    for (const node of Object.values(lock.nodes)) {
      if (node.original?.["type"] === "github") node.locked = contents.get(JSON.stringify(node.original));
    }
    return `${JSON.stringify(lock, undefined, 2)}\n`;
  }

  function write(flake: DraftFlake, file: string, text: string): void {
    mkdirSync(path.dirname(place(flake, file)), { recursive: true });
    writeFileSync(place(flake, file), text);
  }

  function written(flake: DraftFlake): string {
    return readFileSync(place(flake, "flake.lock"), "utf8");
  }

  function place({ folder }: DraftFlake, file: string): string {
    return path.join(sandbox.folder, folder, file);
  }

  function nix({ folder }: DraftFlake, verb: string, ...flags: string[]): void {
    // what is not added does not exist for Nix
    sandbox.run("git add .");
    execFileSync(realNix(), ["nix", "flake", verb, `./${folder}`, ...flags], {
      cwd: sandbox.folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
  }
});

interface PublicInput {
  /** Its path from the flake that is locked. */
  readonly input: string;
  readonly repo: string;
}

function nodesOf(lock: string): LockedNode[] {
  return Object.values((JSON.parse(lock) as Lock).nodes);
}

/** All that Nix would fetch. */
function publicInputs(lock: string): PublicInput[] {
  const { nodes } = JSON.parse(lock) as Lock;
  const below = (node: LockedNode, prefix: string): PublicInput[] =>
    Object.entries(node.inputs ?? {}).flatMap(([name, edge]) => {
      if (typeof edge !== "string") return [];
      const { original, ...inner } = nodes[edge]!;
      const own = original?.["type"] === "github" ? [{ input: `${prefix}${name}`, repo: original["repo"]! }] : [];
      return [...own, ...below(inner, `${prefix}${name}/`)];
    });
  return below(nodes["root"]!, "");
}
