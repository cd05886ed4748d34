/** Inputs that bring a second nixpkgs, or a second copy of another input. */

import { Edit, type Ref, view, quoteName, quoteString } from "@nivose/nix/syntax";
import type { Fix } from "../finding.ts";
import { type DeclaredInput, flakeText } from "../flakes/declared-inputs.ts";
import { exampleLock, githubNode, nixpkgsNode } from "../flakes/example-lock.ts";
import { day, lockedAt, lockedBelow, type LockedInput, sourceName } from "../flakes/locked-inputs.ts";
import type { RepositoryRule } from "../rule.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: RepositoryRule = {
  code: "missing-follows",
  family: "fleet",
  level: "note",
  class: "certain",
  reads: "repository",
  title: "An input that brings a copy of another one",
  explain:
    "An input has inputs of its own, and as long as nothing else is said, they are locked beside those of the flake: a second nixpkgs, " +
    "of another date. It has to be fetched and evaluated as well, packages come from both, and an update of one leaves the other as it is. " +
    '`inputs.NAME.inputs.nixpkgs.follows = "nixpkgs"` makes the input use the one that the flake has. The lock file changes with it ' +
    "(`nivose lock`). Leave it as it is where the input is known to need its own, or has a binary cache that was built with it, and allow the " +
    "finding with that reason. Only what the flake itself takes, too, is told.",
  example: {
    bad: exampleFlake(""),
    good: exampleFlake('      inputs.nixpkgs.follows = "nixpkgs";\n'),
  },
  *check({ flakes }) {
    for (const { file, lock } of flakes) {
      if (lock === undefined) continue;
      const { inputs } = flakeText(file);
      const all = lockedBelow(lock);
      const own = all.filter(({ path }) => path.length === 1);
      for (const input of inputs.values()) {
        const copies = all
          .filter(({ path }) => path.length > 1 && path[0] === input.name && !isSaid(input, path.slice(1)))
          .map((copy) => ({ copy, target: targetFor(copy, own, input.name) }))
          .filter((each): each is { copy: LockedInput; target: LockedInput } => each.target !== undefined);
        if (copies.length === 0) continue;
        const [first, ...others] = copies;
        const rest = others.length === 0 ? "" : `, and of ${listed(others.map(({ target }) => target.path[0]!))}`;
        yield {
          text: `'${input.name}' brings a copy of '${first!.target.path[0]}'${copyText(first!.copy)}${rest}`,
          at: file.at(input.at),
          hint: "let it follow what the flake has, and run 'nivose lock'; or allow this if it needs its own",
          fix: fixFor(file, input, copies),
        };
      }
    }
  },
};

/** Whether the flake says already what this input is. */
function isSaid({ settings }: DeclaredInput, path: readonly string[]): boolean {
  const way = path.flatMap((name) => ["inputs", name]);
  return settings.some((setting) => setting.path.length > way.length && way.every((it, at) => setting.path[at] === it));
}

/** Of the inputs of the flake, the one that is meant as well: of the same branch, or the same name. */
function targetFor(copy: LockedInput, own: readonly LockedInput[], above: string): LockedInput | undefined {
  const source = sourceName(copy.locked);
  // what is pinned to a revision is pinned for a reason
  if (source === undefined || copy.original["rev"] !== undefined) return undefined;
  const same = own.filter(
    ({ path, locked, isFlake }) => path[0] !== above && isFlake === copy.isFlake && sourceName(locked) === source,
  );
  const { ref } = copy.original;
  return (
    same.find(({ original }) => original["ref"] === ref && original["rev"] === undefined) ??
    same.find(({ path }) => path[0] === copy.path.at(-1))
  );
}

function copyText({ path, locked }: LockedInput): string {
  const time = lockedAt(locked);
  const through = path.length > 2 ? ` through '${path.slice(1, -1).join("/")}'` : "";
  return `${time === undefined ? "" : ` of ${day(time)}`}${through}`;
}

function listed(names: readonly string[]): string {
  const quoted = [...new Set(names)].map((name) => `'${name}'`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} and ${quoted.at(-1)}`;
}

function fixFor(
  file: SourceFile,
  input: DeclaredInput,
  copies: readonly { readonly copy: LockedInput; readonly target: LockedInput }[],
): Fix | undefined {
  const last = input.settings.findLast(({ around }) => around <= 2);
  const prefix = last === undefined ? undefined : prefixOf(file, last.binding, 2 - last.around);
  if (last === undefined || prefix === undefined) return undefined;
  const { tree } = file;
  const indent = /[^\n]*$/u.exec(Buffer.from(tree.source.subarray(0, tree.start(last.binding))).toString("latin1"))![0];
  const isOnLineOfItsOwn = indent.trim() === "";
  const lines = copies.map(({ copy, target }) => {
    const way = copy.path.slice(1).map((name) => `inputs.${quoteName(name)}`);
    return `${isOnLineOfItsOwn ? `\n${indent}` : " "}${prefix}${way.join(".")}.follows = ${quoteString(target.path[0]!)};`;
  });
  return {
    title: `let ${copies.map(({ copy }) => `'${copy.path.join("/")}'`).join(" and ")} follow the flake's own`,
    edits: [{ file: file.name, splices: [Edit.insert(tree.end(last.binding), lines.join(""))] }],
    changesHosts: true,
  };
}

/** What stands before the names that are below the input: `inputs.home-manager.` of `inputs.home-manager.url`. */
function prefixOf({ tree }: SourceFile, binding: Ref, length: number): string | undefined {
  const node = view(tree, binding);
  const names = node.kind === "binding" ? view(tree, node.attrPath) : undefined;
  if (names?.kind !== "attr-path") return undefined;
  return names.names
    .slice(0, length)
    .map((name) => `${tree.text(name)}.`)
    .join("");
}

function exampleFlake(follows: string): Readonly<Record<string, string>> {
  const manager = githubNode("nix-community/home-manager", {}, { nixpkgs: follows === "" ? "nixpkgs_2" : ["nixpkgs"] });
  const second = follows === "" ? { nixpkgs_2: nixpkgsNode({ ref: "nixos-unstable", locked: 1_733_000_000 }) } : {};
  return {
    "flake.nix": `{
  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
    home-manager = {
      url = "github:nix-community/home-manager";
${follows}    };
  };

  outputs = { nixpkgs, home-manager, ... }: { inherit nixpkgs home-manager; };
}
`,
    "flake.lock": exampleLock(
      { "home-manager": manager, nixpkgs: nixpkgsNode({}), ...second },
      { "home-manager": "home-manager", nixpkgs: "nixpkgs" },
    ),
  };
}
