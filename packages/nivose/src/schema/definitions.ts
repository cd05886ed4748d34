/** The options that a module's source sets, as far as the text alone tells: no evaluation, and no guess. */

import { NONE, type Ref, Token, type Tree, view } from "@nivose/nix/syntax";

export interface SourceDefinition {
  /** A name that is computed is `undefined`. */
  readonly path: readonly (string | undefined)[];
  /** The attribute path, as it is written. */
  readonly attrPath: Ref;
}

/**
 * All definitions of a module. `isOption` says whether an option has this path: what is set within it is its value.
 * Nothing if the file is no module.
 */
export function definitionsOf(
  tree: Tree,
  isOption: (path: readonly (string | undefined)[]) => boolean,
): readonly SourceDefinition[] | undefined {
  const body = moduleBody(tree, tree.child(tree.root, 0));
  if (body === undefined) return undefined;
  const found: SourceDefinition[] = [];
  const bindings = bindingsOf(tree, body);
  const config = bindings.filter(({ path }) => path[0] === "config");
  const isLong = bindings.some(({ path }) => path.length > 0 && ["config", "options"].includes(path[0] ?? ""));
  for (const { path, value, attrPath } of isLong ? config : bindings) {
    const own = isLong ? path.slice(1) : path;
    if (!isLong && structural.has(own[0] ?? "")) continue;
    collect(tree, own, value, attrPath, isOption, found);
  }
  return found;
}

/** Attributes of a module that are no options. */
const structural: ReadonlySet<string> = new Set([
  "imports",
  "disabledModules",
  "_file",
  "_class",
  "key",
  "freeformType",
  "meta",
]);

function collect(
  tree: Tree,
  path: readonly (string | undefined)[],
  value: Ref,
  attrPath: Ref,
  isOption: (path: readonly (string | undefined)[]) => boolean,
  found: SourceDefinition[],
): void {
  const isWhole = path.length > 0 && isOption(path);
  const sets = isWhole ? [] : setsIn(tree, value);
  if (sets === undefined || (sets.length === 0 && path.length > 0)) {
    if (path.length > 0) found.push({ path, attrPath });
    return;
  }
  for (const set of sets) {
    for (const inner of bindingsOf(tree, set))
      collect(tree, [...path, ...inner.path], inner.value, inner.attrPath, isOption, found);
  }
}

/** The set that a module is, inside of its function and its `let`. */
function moduleBody(tree: Tree, ref: Ref): Ref | undefined {
  const node = view(tree, ref);
  switch (node.kind) {
    case "attr-set":
      return ref;
    case "paren":
      return moduleBody(tree, node.expression);
    case "lambda":
    case "let":
    case "with":
    case "assert":
      return moduleBody(tree, node.body);
    default:
      return undefined;
  }
}

/** The sets that a value is made of, through `mkIf` and the like; nothing if it is something else. */
function setsIn(tree: Tree, ref: Ref): readonly Ref[] | undefined {
  const node = view(tree, ref);
  switch (node.kind) {
    case "attr-set":
      return [ref];
    case "paren":
      return setsIn(tree, node.expression);
    case "let":
    case "with":
    case "assert":
      return setsIn(tree, node.body);
    case "if":
      return all([setsIn(tree, node.consequence), setsIn(tree, node.alternative)]);
    case "binary":
      return node.operator === Token.Update ? all([setsIn(tree, node.left), setsIn(tree, node.right)]) : undefined;
    case "apply":
      return setsInApplication(tree, node.function, node.arguments);
    default:
      return undefined;
  }
}

function setsInApplication(tree: Tree, callee: Ref, args: readonly Ref[]): readonly Ref[] | undefined {
  const name = lastName(tree, callee);
  if ((name === "mkIf" || name === "optionalAttrs" || name === "mkOverride") && args.length === 2)
    return setsIn(tree, args[1]!);
  if ((name === "mkForce" || name === "mkDefault") && args.length === 1) return setsIn(tree, args[0]!);
  if (name !== "mkMerge" || args.length !== 1) return undefined;
  const list = view(tree, args[0]!);
  return list.kind === "list" ? all(list.elements.map((element) => setsIn(tree, element))) : undefined;
}

/** `mkIf` of `lib.mkIf`. */
function lastName(tree: Tree, ref: Ref): string | undefined {
  const node = view(tree, ref);
  if (node.kind === "identifier") return node.name;
  if (node.kind !== "select") return undefined;
  return namesOf(tree, node.attrPath).at(-1);
}

function all(parts: readonly (readonly Ref[] | undefined)[]): readonly Ref[] | undefined {
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

interface Binding {
  readonly path: readonly (string | undefined)[];
  readonly value: Ref;
  readonly attrPath: Ref;
}

function bindingsOf(tree: Tree, set: Ref): Binding[] {
  const node = view(tree, set);
  if (node.kind !== "attr-set") return [];
  return node.bindings.flatMap((ref): Binding[] => {
    const binding = view(tree, ref);
    if (binding.kind === "binding")
      return [{ path: namesOf(tree, binding.attrPath), value: binding.value, attrPath: binding.attrPath }];
    if (binding.kind !== "inherit") return [];
    return binding.names.map((name) => ({ path: [nameOf(tree, name)], value: name, attrPath: name }));
  });
}

function namesOf(tree: Tree, attrPath: Ref): (string | undefined)[] {
  const node = view(tree, attrPath);
  return node.kind === "attr-path" ? node.names.map((name) => nameOf(tree, name)) : [];
}

function nameOf(tree: Tree, ref: Ref): string | undefined {
  if (ref === NONE) return undefined;
  const node = view(tree, ref);
  if (node.kind === "identifier") return node.name;
  if (node.kind !== "string") return undefined;
  const pieces = node.pieces.map((piece) => view(tree, piece));
  return pieces.every((piece) => piece.kind === "text") ? pieces.map((piece) => piece.text).join("") : undefined;
}
