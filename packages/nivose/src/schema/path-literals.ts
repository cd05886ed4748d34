/** The files that a file of Nix names by their paths. */

import path from "node:path";
import { NONE, parse, type Ref, Token, type Tree, view } from "@nivose/nix/syntax";

export interface PathLiteral {
  readonly line: number;
  readonly column: number;
  /** Whether a part of it is computed, as in `./hosts/${name}`: what it leads to is not to be seen. */
  readonly isComputed: boolean;
  /** Whether it leads to this file or folder, as far as it is written out. */
  readonly leadsTo: (target: string) => boolean;
}

/** The paths in a file, from the top to the bottom. `file` is where it is, and decides what they lead to. */
export function pathLiteralsIn(source: Uint8Array, file: string): readonly PathLiteral[] {
  const tree = parse(source, { pipeOperators: true });
  const found: { readonly start: number; readonly text: string }[] = [];
  const open: Ref[] = [tree.root];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (ref === NONE) continue;
    const text = pathText(tree, ref);
    if (text !== undefined) found.push({ start: tree.start(ref), text });
    else if (!tree.isToken(ref)) open.push(...tree.children(ref));
  }
  return found
    .toSorted((first, second) => first.start - second.start)
    .map(({ start, text }): PathLiteral => {
      const target = path.resolve(path.dirname(file), text);
      const isComputed = target.includes(COMPUTED);
      const pattern = isComputed ? patternOf(target) : undefined;
      const leadsTo = (to: string): boolean => (pattern === undefined ? to === target : pattern.test(to));
      return { ...tree.positions.at(start), isComputed, leadsTo };
    });
}

/** Stands for a part that is computed. */
const COMPUTED = "\0";

function patternOf(target: string): RegExp {
  const parts = target.split(COMPUTED).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^${parts.join("[^/]+")}$`, "u");
}

/** `./a`, `./${a}`, `./a + "/b"`. */
function pathText(tree: Tree, ref: Ref): string | undefined {
  const node = view(tree, ref);
  if (node.kind === "path") return textOf(node.text);
  if (node.kind === "interpolated-path") return piecesText(tree, node.pieces);
  if (node.kind !== "binary" || node.operator !== Token.Plus) return undefined;
  const left = pathText(tree, node.left);
  const right = view(tree, node.right);
  if (left === undefined || right.kind !== "string") return undefined;
  return left + piecesText(tree, right.pieces);
}

function piecesText(tree: Tree, pieces: readonly Ref[]): string {
  return pieces
    .map((piece) => (view(tree, piece).kind === "interpolation" ? COMPUTED : textOf(tree.text(piece))))
    .join("");
}

function textOf(bytes: string): string {
  return Buffer.from(bytes, "latin1").toString();
}
