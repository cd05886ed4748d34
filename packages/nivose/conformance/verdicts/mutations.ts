/** Mistakes in definitions, as people make them: each as a module that makes it. */

import { Random } from "../../../nix/conformance/random.ts";
import type { Case, DefinedLeaf } from "./questions.ts";

export type MutationKind = "misspelt" | "type" | "nesting" | "package";

export interface Mutation extends Case {
  readonly mutation: MutationKind;
  readonly module: string;
  /** What was there before. */
  readonly original: readonly string[];
}

/** For `JSON.stringify`: answers are known by what was asked, which this is no part of. */
export function withoutOriginal(key: string, value: unknown): unknown {
  return key === "original" ? undefined : value;
}

/** Packages whose names are there to be misspelt. */
export const packages = [
  "git",
  "htop",
  "firefox",
  "ripgrep",
  "python3",
  "nodejs",
  "docker-compose",
  "jq",
  "vim",
  "wget",
  "caddy",
  "restic",
  "tmux",
  "zsh",
  "podman",
  "postgresql",
];

const kinds: readonly MutationKind[] = ["misspelt", "type", "nesting", "package"];

/** So many, of all kinds alike, at places of the fleet's own definitions. */
export function mutations(
  leaves: readonly DefinedLeaf[],
  packages: readonly string[],
  count: number,
  seed: number,
): Mutation[] {
  const random = new Random(seed);
  const found = new Map<string, Mutation>();
  for (let attempt = 0; found.size < count && attempt < count * 20; attempt++) {
    const leaf = random.pick(leaves);
    const made = make[kinds[attempt % kinds.length]!](leaf, packages, random);
    if (made !== undefined) found.set(made.module, { ...made, original: [...leaf.option, ...leaf.below] });
  }
  return [...found.values()];
}

type Made = Omit<Mutation, "original">;

type Make = (leaf: DefinedLeaf, packages: readonly string[], random: Random) => Made | undefined;

const make: Readonly<Record<MutationKind, Make>> = {
  /** A letter too few, too many, or two that have changed places, in one of the names. */
  misspelt({ option, below, kind }, _packages, random) {
    const path = [...option, ...below];
    const at = random.below(path.length);
    const name = path[at]!;
    const letter = random.below(name.length);
    const changed = [
      name.slice(0, letter) + name.slice(letter + 1),
      name.slice(0, letter) + name.charAt(letter) + name.slice(letter),
      name.slice(0, letter) + name.charAt(letter + 1) + name.charAt(letter) + name.slice(letter + 2),
    ][random.below(3)]!;
    const value = plainValues[kind];
    if (changed === name || changed === "" || value === undefined) return undefined;
    const mistaken = path.with(at, changed);
    return { mutation: "misspelt", option: mistaken, below: [], module: definition(mistaken, value) };
  },

  /** A value of another type, which wins. */
  type({ option, below, kind }, _packages, random) {
    const others = Object.entries(plainValues).filter(([other]) => other !== kind);
    const [, value] = random.pick(others);
    const path = [...option, ...below];
    return { mutation: "type", option: path, below: [], module: definition(path, `lib.mkForce ${value}`) };
  },

  /** A name left out, or there twice. */
  nesting({ option, below, kind }, _packages, random) {
    const path = [...option, ...below];
    const value = plainValues[kind];
    if (path.length < 3 || value === undefined) return undefined;
    const at = random.below(path.length - 1);
    const mistaken = random.oneIn(2) ? path.toSpliced(at, 1) : path.toSpliced(at, 0, path[at]!);
    return { mutation: "nesting", option: mistaken, below: [], module: definition(mistaken, value) };
  },

  /** A package that there is not, or (one in four) one that there is. */
  package({ option, below, kind }, packages, random) {
    const path = [...option, ...below];
    const isPlace = kind === "package" || (kind === "list" && /[pP]ackages$/u.test(path.at(-1)!));
    const place = isPlace ? path : ["environment", "systemPackages"];
    const name = random.pick(packages);
    const wrong = random.oneIn(4) ? name : name.slice(0, -1) + random.pick(["x", "qq", ""]);
    if (wrong === "") return undefined;
    const value = `pkgs.${/^[a-zA-Z_][\w'-]*$/u.test(wrong) ? wrong : JSON.stringify(wrong)}`;
    const given = kind === "package" && isPlace ? `lib.mkForce ${value}` : `[ ${value} ]`;
    return { mutation: "package", option: place, below: [], module: definition(place, given) };
  },
};

const plainValues: Readonly<Record<string, string>> = {
  bool: "true",
  int: "7",
  string: `"seven"`,
  list: `[ "seven" ]`,
  set: "{ seven = 7; }",
  path: "/seven",
};

function definition(path: readonly string[], value: string): string {
  const names = path.map((name) => JSON.stringify(name).replaceAll("${", "\\${")).join(".");
  return `({ pkgs, lib, ... }: { ${names} = ${value}; })`;
}
