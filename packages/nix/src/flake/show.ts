/** What `flake show` tells: the outputs of a flake as a tree, evaluated no further than Nix does it. */

import { ATTRS, type Handle } from "../eval/memory/heap.ts";
import { fail, force, markMachine, typeError, unwind } from "../eval/machine/machine.ts";
import { EvalError } from "../eval/errors/errors.ts";
import { type EvalFailure, failureOf } from "../eval/errors/failure.ts";
import { isDerivation } from "../eval/machine/compare.ts";
import { settings } from "../eval/machine/settings.ts";
import { symbols } from "../eval/memory/strings.ts";
import { attribute, forceText, requiredAttribute, shapeOfSet, slotsInOrder } from "../eval/memory/values.ts";
import { quoteName } from "../syntax/quote.ts";

export type ShownOutput =
  | { readonly kind: "set"; readonly members: readonly ShownMember[] }
  | { readonly kind: "derivation"; readonly name: string; readonly description: string; readonly what: string }
  | { readonly kind: "app"; readonly description: string | undefined }
  | { readonly kind: "template"; readonly description: string }
  | { readonly kind: "known"; readonly type: string; readonly what: string }
  | { readonly kind: "omitted"; readonly flag: string }
  /** Nothing is said of packages that cannot be evaluated. */
  | { readonly kind: "nothing" }
  | { readonly kind: "broken"; readonly reason: string; readonly failure: EvalFailure };

export interface ShownMember {
  readonly name: string;
  /** As it would be written in Nix. */
  readonly written: string;
  readonly output: ShownOutput;
}

export interface ShowOptions {
  readonly legacy: boolean;
  readonly allSystems: boolean;
}

export function showOutputs(outputs: Handle, options: ShowOptions): ShownOutput {
  return new Show(options).visit(outputs, []);
}

const DESCRIPTION = symbols.ofName("description");
const META = symbols.ofName("meta");
const NAME = symbols.ofName("name");
const TYPE = symbols.ofName("type");

/** Outputs with a level of systems, and packages or the like below it. */
const bySystem = new Set(["apps", "checks", "devShells", "packages"]);
const flat = new Set([
  "defaultPackage",
  "devShell",
  "formatter",
  "nixosConfigurations",
  "nixosModules",
  "defaultApp",
  "templates",
  "overlays",
]);

class Show {
  readonly #options: ShowOptions;

  constructor(options: ShowOptions) {
    this.#options = options;
  }

  visit(handle: Handle, path: readonly string[]): ShownOutput {
    const mark = markMachine();
    try {
      return this.#output(handle, path);
    } catch (error) {
      if (!(error instanceof EvalError)) throw error;
      const isBroken = path[0] !== "legacyPackages";
      // what led there is read before it is given up; nothing but this output is under way
      const failure = isBroken ? failureOf(error) : undefined;
      unwind(mark);
      return failure === undefined ? { kind: "nothing" } : { kind: "broken", reason: error.text, failure };
    }
  }

  #output(handle: Handle, path: readonly string[]): ShownOutput {
    const [first = "", system] = path;
    const depth = path.length;
    if (depth === 0 || (depth === 1 && flat.has(first)) || (depth <= 2 && bySystem.has(first)))
      return this.#set(handle, path);
    const isPackage =
      (depth === 2 && ["defaultPackage", "devShell", "formatter"].includes(first)) ||
      (depth === 3 && ["checks", "packages", "devShells"].includes(first));
    if (isPackage) {
      if (!this.#isWanted(system)) return { kind: "omitted", flag: "--all-systems" };
      const value = force(handle);
      if (!isDerivationValue(value)) throw fail("eval", "expected a derivation");
      return derivation(value, path);
    }
    if (first === "hydraJobs") {
      const value = force(handle);
      return isDerivationValue(value) ? derivation(value, path) : this.#set(value, path);
    }
    if (first === "legacyPackages") return this.#legacy(handle, path);
    if ((depth === 2 && first === "defaultApp") || (depth === 3 && first === "apps")) return app(forceSet(handle));
    if ((depth === 1 && first === "defaultTemplate") || (depth === 2 && first === "templates"))
      return { kind: "template", description: forceText(requiredAttribute(forceSet(handle), DESCRIPTION)) };
    return known(first, depth);
  }

  #legacy(handle: Handle, path: readonly string[]): ShownOutput {
    if (path.length === 1) return this.#set(handle, path);
    if (!this.#options.legacy) return { kind: "omitted", flag: "--legacy" };
    if (!this.#isWanted(path[1])) return { kind: "omitted", flag: "--all-systems" };
    const value = force(handle);
    if (isDerivationValue(value)) return derivation(value, path);
    return path.length <= 2 ? this.#set(value, path) : { kind: "nothing" };
  }

  #isWanted(system: string | undefined): boolean {
    return this.#options.allSystems || system === settings.currentSystem;
  }

  #set(handle: Handle, path: readonly string[]): ShownOutput {
    const members = membersOf(forceSet(handle)).filter(({ name, value }) => hasContent(value, [...path, name]));
    return {
      kind: "set",
      members: members.map(({ name, value }) => ({
        name,
        written: quoteName(name),
        output: this.visit(value, [...path, name]),
      })),
    };
  }
}

/** Frameworks define outputs with nothing in them; those are not told of. */
function hasContent(handle: Handle, path: readonly string[]): boolean {
  const [first = ""] = path;
  const isGroup =
    (path.length <= 2 && (bySystem.has(first) || first === "legacyPackages")) ||
    (path.length === 1 && ["formatter", "nixosConfigurations", "nixosModules", "overlays"].includes(first));
  if (!isGroup) return true;
  const mark = markMachine();
  try {
    return membersOf(forceSet(handle)).some(({ name, value }) => hasContent(value, [...path, name]));
  } catch (error) {
    if (!(error instanceof EvalError)) throw error;
    unwind(mark);
    return true;
  }
}

function known(first: string, depth: number): ShownOutput {
  if ((depth === 1 && first === "overlay") || (depth === 2 && first === "overlays"))
    return { kind: "known", type: "nixpkgs-overlay", what: "Nixpkgs overlay" };
  if (depth === 2 && first === "nixosConfigurations")
    return { kind: "known", type: "nixos-configuration", what: "NixOS configuration" };
  if ((depth === 1 && first === "nixosModule") || (depth === 2 && first === "nixosModules"))
    return { kind: "known", type: "nixos-module", what: "NixOS module" };
  return { kind: "known", type: "unknown", what: "unknown" };
}

function derivation(set: Handle, path: readonly string[]): ShownOutput {
  const [first] = path;
  const isShell = (path.length === 2 && first === "devShell") || (path.length >= 2 && first === "devShells");
  const isPlain = (path.length === 3 && first === "checks") || first === "hydraJobs";
  return {
    kind: "derivation",
    name: forceText(requiredAttribute(set, NAME)),
    description: descriptionOf(set) ?? "",
    what: isShell ? "development environment" : isPlain ? "derivation" : "package",
  };
}

function app(set: Handle): ShownOutput {
  const type = attribute(set, TYPE);
  const description = descriptionOf(set);
  if (type === undefined || forceText(type) !== "app") throw fail("eval", "not an app definition");
  return { kind: "app", description };
}

function descriptionOf(set: Handle): string | undefined {
  const meta = attribute(set, META);
  if (meta === undefined) return undefined;
  const description = attribute(forceSet(meta), DESCRIPTION);
  return description === undefined ? undefined : forceText(description);
}

function isDerivationValue(value: Handle): boolean {
  return (value & 7) === ATTRS && isDerivation(value);
}

function forceSet(handle: Handle): Handle {
  const value = force(handle);
  if ((value & 7) !== ATTRS) throw typeError("a set", value);
  return value;
}

function membersOf(set: Handle): { readonly name: string; readonly value: Handle }[] {
  const { symbols: names } = shapeOfSet(set);
  return Array.from(slotsInOrder(set), (slot) => {
    const symbol = names[slot]!;
    return { name: symbols.name(symbol), value: attribute(set, symbol)! };
  });
}
