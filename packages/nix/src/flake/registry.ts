/** Registries: files that say what a name such as `nixpkgs` stands for. The global one is on a network, and is not asked. */

import { noteObstacle } from "../eval/files/reads.ts";
import { readFileSync } from "node:fs";
import { EvalError } from "../eval/errors/errors.ts";
import { fail } from "../eval/machine/machine.ts";
import { settings } from "../eval/machine/settings.ts";
import { inFlake } from "./errors.ts";
import { parseTypedReference } from "./local-reference.ts";
import {
  type Attribute,
  type Attributes,
  type FlakeReference,
  type Input,
  inputFromAttributes,
  inputUrl,
  printUrl,
  type Surroundings,
} from "./reference/index.ts";

interface Entry {
  readonly from: Input;
  readonly to: Input;
  /** Of what it stands for; nothing if it says none. */
  readonly folder: string | undefined;
  /** Whether it stands for this name alone, and not for its branches, too. */
  readonly isExact: boolean;
}

/** What an indirect reference stands for; any other one is its own answer. */
export function resolveReference(reference: FlakeReference, surroundings: Surroundings): FlakeReference {
  let { input, folder } = reference;
  if (input.attributes.get("type") !== "indirect") return reference;
  noteObstacle("a registry was asked");
  const entries = [...overrides(surroundings), ...settings.registries.flatMap((file) => read(file, surroundings))];
  const url = (): string => inFlake(() => printUrl(inputUrl(input, surroundings)));
  for (let steps = 0; ; steps++) {
    if (steps > MOST_STEPS) throw fail("eval", `cycle detected in flake registry for '${url()}'`);
    const entry = entries.find(({ from, isExact }) => isSame(from, input) || (!isExact && isBranchOf(from, input)));
    if (entry === undefined) break;
    input = entry.isExact ? entry.to : withBranch(entry, input, surroundings);
    folder = entry.folder ?? reference.folder;
  }
  if (input.attributes.get("type") === "indirect") throw unknown(url());
  return { input, folder };
}

const MOST_STEPS = 100;

function unknown(url: string): EvalError {
  const error = fail("limit", `cannot find flake '${url}' in the flake registries`);
  error.missing = { kind: "registry" };
  error.hint = () =>
    "only the registries on this machine are asked; name the flake itself in 'inputs', or take another one for it with '--override-input' or '--override-flake'";
  return error;
}

let inputsOfOthers: readonly Entry[] = [];

/** `--inputs-from`: the inputs of other flakes, by their names. */
export function useInputs(
  inputs: readonly { readonly name: string; readonly input: Input }[],
  surroundings: Surroundings,
) {
  inputsOfOthers = inputs.map(({ name, input }) => ({
    from: inFlake(() =>
      inputFromAttributes(
        new Map([
          ["type", "indirect"],
          ["id", name],
        ]),
        surroundings,
      ),
    ),
    to: input,
    folder: undefined,
    isExact: false,
  }));
}

/** `--override-flake`. */
function overrides(surroundings: Surroundings): Entry[] {
  const named = settings.flakeOverrides.map(({ from, to }) =>
    inFlake(() => {
      const target = parseTypedReference(to, settings.workingFolder, surroundings);
      return {
        from: parseTypedReference(from, settings.workingFolder, surroundings).input,
        to: target.input,
        folder: target.folder === "" ? undefined : target.folder,
        isExact: false,
      };
    }),
  );
  return [...named, ...inputsOfOthers];
}

/** What is wrong with a registry is only warned of. */
function read(file: string, surroundings: Surroundings): Entry[] {
  let text: string;
  try {
    text = readFileSync(Buffer.from(file, "latin1"), "utf8");
  } catch {
    return [];
  }
  try {
    return entriesOf(JSON.parse(text) as RegistryFile, file, surroundings);
  } catch (error) {
    const [verb, reason] =
      error instanceof EvalError
        ? (["read", error.text] as const)
        : (["parse", String((error as Error).message)] as const);
    surroundings.warn(`cannot ${verb} flake registry '${file}': ${reason}`);
    return [];
  }
}

interface RegistryFile {
  readonly version?: number;
  readonly flakes?: readonly {
    readonly from: Readonly<Record<string, unknown>>;
    readonly to: Readonly<Record<string, unknown>>;
    readonly exact?: boolean;
  }[];
}

function entriesOf({ version = 0, flakes = [] }: RegistryFile, file: string, surroundings: Surroundings): Entry[] {
  if (version !== 2) throw fail("eval", `flake registry '${file}' has unsupported version ${version}`);
  return flakes.map(({ from, to, exact }) => {
    const { dir, ...target } = to;
    return {
      from: inputOf(from, surroundings),
      to: inputOf(target, surroundings),
      folder: typeof dir === "string" ? Buffer.from(dir).toString("latin1") : undefined,
      isExact: exact === true,
    };
  });
}

function inputOf(members: Readonly<Record<string, unknown>>, surroundings: Surroundings): Input {
  const attributes = Object.entries(members).map(([name, value]): [string, Attribute] => {
    if (typeof value === "string") return [name, Buffer.from(value).toString("latin1")];
    return [name, typeof value === "number" ? BigInt(value) : value === true];
  });
  return inFlake(() => inputFromAttributes(new Map(attributes), surroundings));
}

function isSame({ attributes: a }: Input, { attributes: b }: Input): boolean {
  return a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);
}

/** `nixpkgs/nixos-24.11` is one of `nixpkgs`. */
function isBranchOf(from: Input, input: Input): boolean {
  return isSame(from, { ...input, attributes: without(input.attributes, "ref", "rev") });
}

/** The branch and the revision that are asked for are taken of what the name stands for. */
function withBranch({ from, to }: Entry, { attributes }: Input, surroundings: Surroundings): Input {
  const more = ["ref", "rev"].flatMap((name): [string, Attribute][] => {
    const value = attributes.get(name);
    return value === undefined || from.attributes.has(name) ? [] : [[name, value]];
  });
  if (more.length === 0) return to;
  const type = String(to.attributes.get("type"));
  const isForge = ["github", "gitlab", "sourcehut"].includes(type);
  if (!isForge && !["git", "hg", "indirect"].includes(type)) {
    const [name, value] = more[0]!;
    const what = name === "ref" ? "branch/tag name" : "revision";
    const url = inFlake(() => printUrl(inputUrl(to, surroundings)));
    throw fail("eval", `don't know how to set ${what} of input '${url}' to '${String(value)}'`);
  }
  // a forge has one of them
  const before = isForge ? without(to.attributes, "ref", "rev") : to.attributes;
  return { ...to, attributes: new Map([...before, ...more]) };
}

function without(attributes: Attributes, ...names: readonly string[]): Attributes {
  return new Map([...attributes].filter(([name]) => !names.includes(name)));
}
