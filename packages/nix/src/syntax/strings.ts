/**
 * What the literal parts of strings stand for: escapes resolved, indentation removed. Values are strings of bytes, one
 * character a byte.
 */

import * as Node from "./node.ts";
import * as Token from "./token.ts";
import type { Ref, Tree } from "./tree.ts";

/** The value of a `StringText` token. */
export function stringTextValue(tree: Tree, token: Ref): string {
  return unescape(tree.text(token));
}

/** The value of a string without antiquotation; `undefined` for any other expression, and for one that has some. */
export function literalString(tree: Tree, ref: Ref): string | undefined {
  switch (tree.kind(ref)) {
    case Token.Uri:
      return tree.text(ref);
    case Node.Paren:
      return literalString(tree, tree.child(ref, 0));
    case Node.String: {
      const count = tree.childCount(ref);
      if (count === 0) return "";
      const piece = tree.child(ref, 0);
      return count === 1 && tree.isToken(piece) ? stringTextValue(tree, piece) : undefined;
    }
    case Node.IndentedString: {
      // Nix joins the pieces of such a string only when it evaluates it, unless there is just one: that one is the
      // string, even if it is an antiquotation
      const pieces = indentedPieces(tree, ref);
      if (pieces.length === 0) return "";
      if (pieces.length > 1) return undefined;
      const { value } = pieces[0]!;
      return typeof value === "string" ? value : literalString(tree, tree.child(value, 0));
    }
    default:
      return undefined;
  }
}

/** A piece of a string: the bytes it stands for, or an `Interpolation`. */
export interface StringPiece {
  readonly ref: Ref;
  readonly value: string | Ref;
}

/** The pieces of an indented string with the common indentation removed; pieces that come to nothing are left out. */
export function indentedPieces(tree: Tree, ref: Ref): StringPiece[] {
  const refs = tree.children(ref);
  const indent = commonIndentation(tree, refs);
  const pieces: StringPiece[] = [];
  let lineStart = true;
  let dropped = 0;
  refs.forEach((piece, index) => {
    const kind = tree.kind(piece);
    if (kind === Node.Interpolation) {
      lineStart = false;
      dropped = 0;
      pieces.push({ ref: piece, value: piece });
      return;
    }
    const text = kind === Token.IndentedText ? tree.text(piece) : indentedEscapeValue(tree.text(piece));
    let value = "";
    let copied = 0; // everything before is in `value` or dropped
    for (let at = 0; at < text.length; at++) {
      const character = text.charCodeAt(at);
      if (!lineStart) {
        if (character === 10) lineStart = true;
      } else if (character === 32) {
        if (dropped++ < indent) {
          value += text.slice(copied, at);
          copied = at + 1;
        }
      } else {
        dropped = 0;
        if (character !== 10) lineStart = false;
      }
    }
    value += text.slice(copied);
    // the last line goes if there is nothing on it
    if (index === refs.length - 1) {
      const lastLine = value.lastIndexOf("\n");
      if (lastLine >= 0 && /^ *$/.test(value.slice(lastLine + 1))) value = value.slice(0, lastLine + 1);
    }
    if (value !== "") pieces.push({ ref: piece, value });
  });
  return pieces;
}

/** The least indentation of the lines that have something on them. */
function commonIndentation(tree: Tree, pieces: readonly Ref[]): number {
  let least = 1_000_000;
  let current = 0;
  let lineStart = true;
  for (const piece of pieces) {
    // antiquotations and escapes are something on the line
    if (tree.kind(piece) !== Token.IndentedText) {
      if (lineStart) least = Math.min(least, current);
      lineStart = false;
      continue;
    }
    const end = tree.end(piece);
    for (let at = tree.start(piece); at < end; at++) {
      const byte = tree.source[at];
      if (byte === 10) {
        lineStart = true;
        current = 0;
      } else if (lineStart) {
        if (byte === 32) current++;
        else {
          lineStart = false;
          least = Math.min(least, current);
        }
      }
    }
  }
  return least;
}

/** The value of an `IndentedEscape` token: `'''`, `''$`, `''\n`, or a lone `$` or `'`. */
export function indentedEscapeValue(text: string): string {
  if (text === "'''") return "''";
  if (text === "''$") return "$";
  return text.startsWith("''\\") ? unescape(text.slice(2)) : text;
}

/** Resolves backslashes, and makes `\n` of `\r\n` and of `\r`. */
function unescape(text: string): string {
  if (!text.includes("\\") && !text.includes("\r")) return text;
  let value = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === "\r") {
      value += "\n";
      if (text[at + 1] === "\n") at++;
    } else if (character === "\\") {
      const next = text[++at] ?? "";
      value += next === "n" ? "\n" : next === "r" ? "\r" : next === "t" ? "\t" : next;
    } else value += character;
  }
  return value;
}
