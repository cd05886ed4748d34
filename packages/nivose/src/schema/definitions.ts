/** The options that a module's source sets, as far as the text alone tells: no evaluation, and no guess. */

import { Node, NONE, type Ref, Token, type Tree, view } from "@nivose/nix/syntax";

export interface SourceDefinition {
  /** A name that is computed is `undefined`. */
  readonly path: readonly (string | undefined)[];
  /** The attribute path, as it is written. */
  readonly attrPath: Ref;
  /** What it is set to, as far as that stands behind the path. */
  readonly value: Ref;
  /** What is around the sets that it lies in, from the outside in. */
  readonly around: readonly Property[];
}

/** A call of `mkIf` or the like, or an `if`, around a definition. */
export interface Property {
  /** `mkIf`, `mkForce`, …; `if` and `else` for the branches of an `if`. */
  readonly by: string;
  /** What it depends on. */
  readonly condition?: Ref;
  /** The call itself, by which two definitions within the same one are known. */
  readonly ref: Ref;
}

/** A part of a definition's value, and what is around it there. */
export interface Piece {
  readonly value: Ref;
  readonly around: readonly Property[];
}

/**
 * All definitions of a module. `isOption` says whether an option has this path: what is set within it is its value.
 * Nothing if the file is no module.
 */
export function definitionsOf(
  tree: Tree,
  isOption: (path: readonly (string | undefined)[]) => boolean,
): readonly SourceDefinition[] | undefined {
  const bodies = moduleBodies(tree, tree.child(tree.root, 0));
  return bodies?.flatMap((body) => definitionsIn(tree, body, isOption));
}

function definitionsIn(
  tree: Tree,
  body: SetInside,
  isOption: (path: readonly (string | undefined)[]) => boolean,
): readonly SourceDefinition[] {
  const found: SourceDefinition[] = [];
  const bindings = bindingsOf(tree, body.set);
  const config = bindings.filter(({ path }) => path[0] === "config");
  const isLong = bindings.some(({ path }) => path.length > 0 && ["config", "options"].includes(path[0] ?? ""));
  for (const { path, value, attrPath } of isLong ? config : bindings) {
    const own = isLong ? path.slice(1) : path;
    if (!isLong && structural.has(own[0] ?? "")) continue;
    collect(tree, { path: own, value, attrPath, around: body.around }, isOption, found);
  }
  return found;
}

/** What a value is made of, through the properties that the module system takes away before it merges. */
export function piecesOf(tree: Tree, ref: Ref, around: readonly Property[] = []): readonly Piece[] {
  const node = view(tree, ref);
  if (node.kind === "paren") return piecesOf(tree, node.expression, around);
  const inner = node.kind === "apply" ? propertyOf(tree, ref, node.function, node.arguments) : undefined;
  if (inner === undefined || inner.property.by === "optionalAttrs") return [{ value: ref, around }];
  if (inner.property.by !== "mkMerge") return piecesOf(tree, inner.content, [...around, inner.property]);
  const list = view(tree, inner.content);
  if (list.kind !== "list") return [{ value: ref, around }];
  return list.elements.flatMap((element) => piecesOf(tree, element, around));
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
  definition: SourceDefinition,
  isOption: (path: readonly (string | undefined)[]) => boolean,
  found: SourceDefinition[],
): void {
  const { path, value, around } = definition;
  const isWhole = path.length > 0 && isOption(path);
  const sets = isWhole ? [] : setsIn(tree, value, around);
  if (sets === undefined || (sets.length === 0 && path.length > 0)) {
    if (path.length > 0) found.push(definition);
    return;
  }
  for (const set of sets) {
    for (const { path: inner, attrPath, value: below } of bindingsOf(tree, set.set))
      collect(tree, { path: [...path, ...inner], attrPath, value: below, around: set.around }, isOption, found);
  }
}

/** A literal set, and what is around it. */
interface SetInside {
  readonly set: Ref;
  readonly around: readonly Property[];
}

/** The sets that a module is, inside of its function and its `let`. */
function moduleBodies(tree: Tree, ref: Ref): readonly SetInside[] | undefined {
  const node = view(tree, ref);
  switch (node.kind) {
    case "attr-set":
      return [{ set: ref, around: [] }];
    case "paren":
      return moduleBodies(tree, node.expression);
    case "lambda":
    case "let":
    case "with":
    case "assert":
      return moduleBodies(tree, node.body);
    case "apply":
      return setsIn(tree, ref, []);
    default:
      return undefined;
  }
}

/** The sets that a value is made of, through `mkIf` and the like; nothing if it is something else. */
function setsIn(tree: Tree, ref: Ref, around: readonly Property[]): readonly SetInside[] | undefined {
  if (tree.isToken(ref)) return undefined;
  const node = view(tree, ref);
  switch (node.kind) {
    case "attr-set":
      return [{ set: ref, around }];
    case "paren":
      return setsIn(tree, node.expression, around);
    case "let":
    case "with":
    case "assert":
      return setsIn(tree, node.body, around);
    case "if": {
      const { condition } = node;
      return all([
        setsIn(tree, node.consequence, [...around, { by: "if", condition, ref }]),
        setsIn(tree, node.alternative, [...around, { by: "else", condition, ref }]),
      ]);
    }
    case "binary":
      return node.operator === Token.Update
        ? all([setsIn(tree, node.left, around), setsIn(tree, node.right, around)])
        : undefined;
    case "apply": {
      const inner = propertyOf(tree, ref, node.function, node.arguments);
      if (inner === undefined) return undefined;
      if (inner.property.by !== "mkMerge") return setsIn(tree, inner.content, [...around, inner.property]);
      const list = view(tree, inner.content);
      return list.kind === "list" ? all(list.elements.map((element) => setsIn(tree, element, around))) : undefined;
    }
    default:
      return undefined;
  }
}

/** Functions that put a property around their last argument, and how many arguments they have. */
const properties: Readonly<Record<string, number>> = {
  mkIf: 2,
  optionalAttrs: 2,
  mkOverride: 2,
  mkOrder: 2,
  mkForce: 1,
  mkDefault: 1,
  mkOptionDefault: 1,
  mkImageMediaOverride: 1,
  mkVMOverride: 1,
  mkBefore: 1,
  mkAfter: 1,
  mkMerge: 1,
};

export function propertyOf(
  tree: Tree,
  ref: Ref,
  callee: Ref,
  args: readonly Ref[],
): { readonly property: Property; readonly content: Ref } | undefined {
  const by = lastName(tree, callee) ?? "";
  if (!Object.hasOwn(properties, by) || args.length !== properties[by]) return undefined;
  const isConditional = by === "mkIf" || by === "optionalAttrs";
  return { property: { by, ref, ...(isConditional ? { condition: args[0]! } : {}) }, content: args.at(-1)! };
}

/** `mkIf` of `lib.mkIf`. */
export function lastName(tree: Tree, ref: Ref): string | undefined {
  if (tree.isToken(ref)) return nameOf(tree, ref);
  if (tree.kind(ref) !== Node.Select) return undefined;
  const path = tree.child(ref, 1);
  return nameOf(tree, tree.child(path, tree.childCount(path) - 1));
}

function all(parts: readonly (readonly SetInside[] | undefined)[]): readonly SetInside[] | undefined {
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

export interface Binding {
  readonly path: readonly (string | undefined)[];
  readonly value: Ref;
  readonly attrPath: Ref;
}

export function bindingsOf(tree: Tree, set: Ref): Binding[] {
  if (tree.kind(set) !== Node.AttrSet) return [];
  const found: Binding[] = [];
  for (const ref of tree.children(set)) {
    const kind = tree.kind(ref);
    if (kind === Node.Binding) {
      const attrPath = tree.child(ref, 0);
      found.push({ path: namesOf(tree, attrPath), value: tree.child(ref, 1), attrPath });
    } else if (kind === Node.Inherit) {
      const names = tree.children(ref).slice(tree.child(ref, 0) === NONE ? 0 : 1);
      for (const name of names) found.push({ path: [nameOf(tree, name)], value: name, attrPath: name });
    }
  }
  return found;
}

function namesOf(tree: Tree, attrPath: Ref): (string | undefined)[] {
  return tree.kind(attrPath) === Node.AttrPath ? tree.children(attrPath).map((name) => nameOf(tree, name)) : [];
}

function nameOf(tree: Tree, ref: Ref): string | undefined {
  if (ref === NONE) return undefined;
  // most names are, and a view of each would cost more than all the rest
  if (tree.kind(ref) === Token.Identifier) return tree.text(ref);
  const node = view(tree, ref);
  if (node.kind === "identifier") return node.name;
  if (node.kind !== "string") return undefined;
  const pieces = node.pieces.map((piece) => view(tree, piece));
  return pieces.every((piece) => piece.kind === "text") ? pieces.map((piece) => piece.text).join("") : undefined;
}
