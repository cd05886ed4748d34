/** What a module sets, down to what is no set of its own, with the sets around it: so that parts of it can be taken away. */

import { Node, NONE, type Ref, Token, view } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import { bindingsOf } from "../../schema/definitions.ts";

export type Piece = Leaf | Branch;

export interface Leaf {
  readonly kind: "leaf";
  /** The binding, or the `inherit`. */
  readonly item: Ref;
  /** As an option is named: without `config`, or the `module` that some flakes have it in. */
  readonly path: readonly (string | undefined)[];
  /** Nothing of an `inherit`. */
  readonly value: Ref | undefined;
}

export interface Branch {
  readonly kind: "branch";
  readonly item: Ref;
  readonly pieces: readonly Piece[];
}

/** Where a module begins in a file, and what is said before it. */
export interface ModuleStart {
  readonly ref: Ref;
  readonly path: readonly string[];
  /** The binding whose value it is, if it is that of a binding. */
  readonly item?: Ref;
}

/** Nothing if it is put together in a way that is not understood. */
export function piecesOf(file: SourceFile, { ref, path, item }: ModuleStart): readonly Piece[] | undefined {
  const sets = setsAt(file, ref);
  if (sets === undefined && item !== undefined && path.length > 0) return [{ kind: "leaf", item, path, value: ref }];
  return sets?.flatMap((set) => piecesOfSet(file, set, path));
}

/** The sets that a module is, or a value of it. */
export function setsAt(file: SourceFile, ref: Ref): readonly Ref[] | undefined {
  if (ref === NONE) return undefined;
  const node = view(file.tree, ref);
  switch (node.kind) {
    case "attr-set":
      return [ref];
    case "paren":
      return setsAt(file, node.expression);
    case "lambda":
    case "let":
    case "with":
    case "assert":
      return setsAt(file, node.body);
    case "binary": {
      if (node.operator !== Token.Update) return undefined;
      const [left, right] = [setsAt(file, node.left), setsAt(file, node.right)];
      return left === undefined || right === undefined ? undefined : [...left, ...right];
    }
    default:
      return undefined;
  }
}

export function leavesIn(pieces: readonly Piece[]): readonly Leaf[] {
  return pieces.flatMap((piece) => (piece.kind === "leaf" ? [piece] : leavesIn(piece.pieces)));
}

/** The attribute in which something that is for several kinds of systems, or more than a module, has that of one. */
export function isOfClass(name: string | undefined): boolean {
  return name === "module" || name === "nixos" || name === "darwin" || name === "homeManager";
}

function piecesOfSet(file: SourceFile, set: Ref, path: readonly (string | undefined)[]): readonly Piece[] {
  const { tree } = file;
  const bindings = bindingsOf(tree, set);
  return tree.children(set).map((item): Piece => {
    if (tree.kind(item) !== Node.Binding) return { kind: "leaf", item, path: [...path, "inherit"], value: undefined };
    const names = bindings.find(({ attrPath }) => attrPath === tree.child(item, 0))?.path ?? [undefined];
    const whole = [...path, ...names];
    const isOuter = whole[0] === "config" || isOfClass(whole[0]);
    const own = isOuter ? whole.slice(1) : whole;
    const value = tree.child(item, 1);
    // what is a module by itself may be a function
    const sets =
      own.at(-1) === "imports"
        ? undefined
        : (plainSet(file, value) ?? (isOuter && own.length === 0 ? setsAt(file, value)?.[0] : undefined));
    if (sets === undefined) return { kind: "leaf", item, path: own, value };
    return { kind: "branch", item, pieces: piecesOfSet(file, sets, own) };
  });
}

/** A set that has something in it; one that has nothing says something by itself. */
function plainSet(file: SourceFile, value: Ref): Ref | undefined {
  const node = view(file.tree, value);
  if (node.kind === "paren") return plainSet(file, node.expression);
  return node.kind === "attr-set" && node.bindings.length > 0 ? value : undefined;
}
