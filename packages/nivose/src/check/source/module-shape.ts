/**
 * What a file of Nix is by its text: a module, a package, an overlay. Only what is to be seen; whoever needs to be sure asks for
 * what `isSure` says.
 */

import { NONE, type Ref, Token, type Tree, view } from "@nivose/nix/syntax";
import { bindingsOf, lastName, propertyOf } from "../../schema/definitions.ts";
import { optionData, type OptionSource } from "../../schema/option-data.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * `module-maker`: a function that is given something, and then is a module; `function`: any other; `data`: a set, a list or a
 * value that is no module; `unknown`: what cannot be told, or is not Nix.
 */
export type Shape =
  | "flake"
  | "module"
  | "module-maker"
  | "package"
  | "overlay"
  | "shell"
  | "function"
  | "data"
  | "unknown";

export interface FileShape {
  readonly shape: Shape;
  readonly isSure: boolean;
  /** Of a module: the sets that it is, inside of functions, `let` and properties. */
  readonly bodies: readonly Ref[];
}

export function shapeOf(file: SourceFile): FileShape {
  const known = kept.get(file);
  if (known !== undefined) return known;
  const found = file.tree.ok ? shapeOfFile(file) : unknown;
  kept.set(file, found);
  return found;
}

const kept = new WeakMap<SourceFile, FileShape>();
const unknown: FileShape = { shape: "unknown", isSure: false, bodies: [] };

/** Arguments that modules get, and hardly anything else does together with `...`. */
const moduleArguments: ReadonlySet<string> = new Set([
  "config",
  "options",
  "modulesPath",
  "osConfig",
  "nixosConfig",
  "darwinConfig",
  "specialArgs",
]);
const structural: ReadonlySet<string> = new Set(["imports", "options", "config", "disabledModules", "_module"]);

function shapeOfFile(file: SourceFile): FileShape {
  const { tree, expression, name } = file;
  if (/(?:^|\/)flake\.nix$/u.test(name)) {
    const isFlake = bindingsOf(tree, expression).some(({ path }) => path[0] === "outputs");
    return isFlake ? { shape: "flake", isSure: true, bodies: [expression] } : unknown;
  }
  return shapeOfExpression(tree, expression, []);
}

/** `functions` are those around it, from the outside in. */
function shapeOfExpression(tree: Tree, ref: Ref, functions: readonly Ref[]): FileShape {
  const node = view(tree, ref);
  switch (node.kind) {
    case "paren":
      return shapeOfExpression(tree, node.expression, functions);
    case "let":
    case "with":
    case "assert":
      return shapeOfExpression(tree, node.body, functions);
    case "lambda":
      return shapeOfExpression(tree, node.body, [...functions, ref]);
    case "attr-set":
      return shapeOfSet(tree, [ref], functions);
    case "binary": {
      if (node.operator !== Token.Update) return plain(functions);
      const bodies = setsOf(tree, ref);
      return bodies.length === 0 ? plain(functions) : shapeOfSet(tree, bodies, functions);
    }
    case "apply": {
      const property = propertyOf(tree, ref, node.function, node.arguments);
      if (property !== undefined) {
        const bodies = setsOf(tree, ref);
        const shape = shapeOfSet(tree, bodies, functions);
        return bodies.length > 0 && isModule(shape) ? shape : plain(functions);
      }
      const callee = lastName(tree, node.function) ?? "";
      if (callee.startsWith("mkShell")) return { shape: "shell", isSure: true, bodies: [] };
      if (makesPackage.test(callee)) return { shape: "package", isSure: true, bodies: [] };
      return plain(functions);
    }
    case "list":
    case "string":
    case "indented-string":
    case "integer":
    case "float":
    case "path":
      return functions.length > 0 ? plain(functions) : { shape: "data", isSure: true, bodies: [] };
    default:
      return plain(functions);
  }
}

const makesPackage =
  /^(?:mkDerivation|callPackage|build[A-Z]\w*|write(?:Shell|Text|Script|Python|Nu)\w*|runCommand\w*|symlinkJoin|overrideAttrs|stdenv|mkPoetryApplication)$/u;

function plain(functions: readonly Ref[]): FileShape {
  return { shape: functions.length > 0 ? "function" : "unknown", isSure: functions.length > 0, bodies: [] };
}

function isModule({ shape }: FileShape): boolean {
  return shape === "module" || shape === "module-maker";
}

function shapeOfSet(tree: Tree, bodies: readonly Ref[], functions: readonly Ref[]): FileShape {
  const innermost = functions.at(-1);
  const names = bodies.flatMap((body) => bindingsOf(tree, body).map(({ path }) => path[0]));
  const formals = innermost === undefined ? undefined : argumentsOf(tree, innermost);
  // `final: prev: { … }`
  if (functions.length === 2 && functions.every((each) => argumentsOf(tree, each) === undefined)) {
    const named = functions.map((each) => tree.text(tree.child(each, 0))).join(" ");
    return { shape: "overlay", isSure: overlayArguments.test(named), bodies };
  }
  const hasStructure = names.some((name) => name !== undefined && structural.has(name));
  const isSet =
    names.length > 0 && names.every((name) => name !== undefined && (isFirstName(name) || structural.has(name)));
  const getsModuleArguments =
    formals !== undefined && formals.hasMore && formals.names.some((name) => moduleArguments.has(name));
  const isCalledByAnything = innermost === undefined || formals?.hasMore === true;
  const shape = functions.length > 1 ? "module-maker" : "module";
  if (getsModuleArguments && (hasStructure || isSet || names.length === 0)) return { shape, isSure: true, bodies };
  if (isCalledByAnything && isSet && names.length > 0)
    return { shape, isSure: functions.length === 1 || hasStructure, bodies };
  if (isCalledByAnything && hasStructure) return { shape, isSure: false, bodies };
  if (getsModuleArguments) return { shape, isSure: false, bodies };
  return functions.length > 0
    ? { ...plain(functions), isSure: false, bodies }
    : { shape: "data", isSure: false, bodies };
}

const overlayArguments = /^(?:final|self|_|_final|_self|_:?) (?:prev|super|_prev|_super|pkgs)$/u;

function argumentsOf(
  tree: Tree,
  lambda: Ref,
): { readonly names: readonly string[]; readonly hasMore: boolean } | undefined {
  const node = view(tree, lambda);
  if (node.kind !== "lambda" || node.formals === undefined) return undefined;
  const formals = view(tree, node.formals);
  if (formals.kind !== "formals") return undefined;
  return { names: formals.formals.map((formal) => tree.text(tree.child(formal, 0))), hasMore: formals.ellipsis };
}

/** The literal sets that a value is made of; none if one of its parts is something else. */
function setsOf(tree: Tree, ref: Ref): readonly Ref[] {
  if (ref === NONE) return [];
  const node = view(tree, ref);
  if (node.kind === "attr-set") return [ref];
  if (node.kind === "paren") return setsOf(tree, node.expression);
  if (node.kind === "binary" && node.operator === Token.Update)
    return together([setsOf(tree, node.left), setsOf(tree, node.right)]);
  if (node.kind !== "apply") return [];
  const property = propertyOf(tree, ref, node.function, node.arguments);
  if (property === undefined) return [];
  const list = view(tree, property.content);
  return list.kind === "list"
    ? together(list.elements.map((element) => setsOf(tree, element)))
    : setsOf(tree, property.content);
}

function together(parts: readonly (readonly Ref[])[]): readonly Ref[] {
  return parts.some((part) => part.length === 0) ? [] : parts.flat();
}

let firstNames: ReadonlySet<string> | undefined;

/** Whether options of NixOS, nix-darwin or Home Manager have paths that begin so. */
export function isFirstName(name: string): boolean {
  const sources: readonly OptionSource[] = ["nixos", "darwin", "home"];
  firstNames ??= new Set(sources.flatMap((source) => optionData(source).firstNames()));
  return firstNames.has(name);
}
