/**
 * A tree as text that people can read and compare: nested lists, on one line where they fit. Names and numbers stand
 * for themselves, the texts of strings are in quotes, an operator comes first, `_` is a child that is absent.
 */

import { Node, NONE, type Ref, type SyntaxDiagnostic, Token, type Tree } from "../../../src/syntax/index.ts";

const WIDTH = 100;

export function dumpTree(tree: Tree): string {
  return `${dump(tree, tree.root, 0)}\n`;
}

/** Each diagnostic with its place and the text there; `*` is before the one that Nix would give. */
export function dumpDiagnostics(
  tree: Tree,
  diagnostics: readonly SyntaxDiagnostic[],
  first: SyntaxDiagnostic | undefined,
): string {
  const place = (start: number, end: number): string => {
    const from = tree.positions.at(start);
    const to = tree.positions.at(end);
    const text = Buffer.from(tree.source.subarray(start, end)).toString("latin1");
    const shown = text.length > 30 ? `${text.slice(0, 30)}…` : text;
    return `${from.line}:${from.column}-${to.line}:${to.column} ${JSON.stringify(shown)}`;
  };
  let text = "";
  for (const diagnostic of diagnostics) {
    const { code, hint, range, related } = diagnostic;
    text += `${diagnostic === first ? "*" : " "} ${place(range.start, range.end)} ${code}: ${diagnostic.text}\n`;
    if (hint !== undefined) text += `      ${hint}\n`;
    for (const each of related ?? []) text += `      ${place(each.range.start, each.range.end)} ${each.text}\n`;
  }
  return text;
}

function dump(tree: Tree, ref: Ref, indent: number): string {
  const flat = inline(tree, ref);
  if (ref <= 0 || indent + flat.length <= WIDTH) return flat;
  const [head, children] = parts(tree, ref);
  const blanks = " ".repeat(indent + 2);
  return `(${head}${children.map((child) => `\n${blanks}${dump(tree, child, indent + 2)}`).join("")})`;
}

function inline(tree: Tree, ref: Ref): string {
  if (ref === NONE) return "_";
  if (tree.isToken(ref)) return leaf(tree, ref);
  const [head, children] = parts(tree, ref);
  return `(${[head, ...children.map((child) => inline(tree, child))].join(" ")})`;
}

/** How a node begins, and its children in the order of the file. */
function parts(tree: Tree, ref: Ref): [string, Ref[]] {
  const kind = tree.kind(ref);
  const children = Array.from({ length: tree.childCount(ref) }, (_, index) => tree.child(ref, index));
  switch (kind) {
    case Node.Unary:
      return [tree.text(children[0]!), [children[1]!]];
    case Node.Binary:
      return [tree.text(children[1]!), [children[0]!, children[2]!]];
    case Node.Let:
      return ["Let", [...children.slice(1), children[0]!]];
    case Node.AttrSet:
      return [tree.isRecursive(ref) ? "AttrSet rec" : "AttrSet", children];
    case Node.Skipped:
      return [`Skipped ${JSON.stringify(tree.text(ref))}`, children];
    default:
      return [Node.kindName(kind), children];
  }
}

function leaf(tree: Tree, ref: Ref): string {
  const text = tree.text(ref);
  switch (tree.kind(ref)) {
    case Token.StringText:
    case Token.IndentedText:
    case Token.PathText:
      return JSON.stringify(text);
    case Token.IndentedEscape:
      return `escape:${JSON.stringify(text)}`;
    case Token.Uri:
      return `uri:${text}`;
    default:
      return text;
  }
}
