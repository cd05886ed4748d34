/**
 * Questions about the shape of an expression, on which its layout depends. All of them are loops or give up early, so
 * that they are safe for any depth.
 */

import * as Node from "../syntax/node.ts";
import * as Token from "../syntax/token.ts";
import { NONE, type Ref } from "../syntax/tree.ts";
import type { Printer } from "./printer.ts";
import { findNewline } from "./text.ts";

/** How deep {@link isSimple} looks; nothing deeper is called simple by any reader. */
const SIMPLE_DEPTH = 400;
/** A function and two arguments. */
const MOST_SIMPLE_PARTS = 3;

/** Whether an expression is a single operand: a token, a string, something in brackets, a selection. */
export function isTerm({ tree }: Printer, ref: Ref): boolean {
  switch (tree.kind(ref)) {
    case Node.With:
    case Node.Let:
    case Node.Assert:
    case Node.If:
    case Node.Lambda:
    case Node.Apply:
    case Node.ApplyOr:
    case Node.Binary:
    case Node.HasAttr:
    case Node.Unary:
      return false;
    default:
      return true;
  }
}

export function isApplication({ tree }: Printer, ref: Ref): boolean {
  const kind = tree.kind(ref);
  return kind === Node.Apply || kind === Node.ApplyOr;
}

/** The function of an application and its arguments. */
export function applicationParts({ tree }: Printer, ref: Ref): Ref[] {
  return flattenedOr(tree, tree.kind(ref) === Node.ApplyOr ? [ref] : tree.children(ref));
}

/** The elements of a list. */
export function listElements({ tree }: Printer, list: Ref): Ref[] {
  return flattenedOr(tree, tree.children(list));
}

/** Where an `or` stands for a variable it is an operand of its own. */
function flattenedOr(tree: Printer["tree"], refs: Ref[]): Ref[] {
  if (!refs.some((ref) => tree.kind(ref) === Node.ApplyOr)) return refs;
  return refs.flatMap((ref) => (tree.kind(ref) === Node.ApplyOr ? [tree.child(ref, 0), tree.child(ref, 1)] : [ref]));
}

/** Whether a list or a set has nothing between its brackets, not even a comment. */
export function isEmptyInside(printer: Printer, ref: Ref): boolean {
  return printer.tree.childCount(ref) === 0 && !printer.comments.hasBefore(printer.lastToken(ref));
}

/** The opening bracket of a list or a set. */
export function openingBracket({ tree }: Printer, ref: Ref): number {
  const first = tree.firstToken(ref);
  const kind = tree.tokenKinds[first];
  return kind === Token.Rec || kind === Token.Let ? first + 1 : first;
}

/**
 * Whether something may start at the end of a line and go on below, as a list or a set does. Parentheses around such
 * a thing are one too.
 */
export function isAbsorbable(printer: Printer, term: Ref): boolean {
  const { tree, comments } = printer;
  for (let ref = term; ;) {
    switch (tree.kind(ref)) {
      case Node.IndentedString:
        return hasLineBreak(printer, ref);
      case Node.AttrSet:
      case Node.LegacyLet:
      case Node.List: {
        if (!isEmptyInside(printer, ref)) return true;
        const open = openingBracket(printer, ref);
        return !printer.sameLine(open, printer.lastToken(ref)) || comments.any(open);
      }
      case Node.Paren: {
        const open = tree.firstToken(ref);
        if (comments.any(open)) return false;
        ref = tree.child(ref, 0);
        if (!isTerm(printer, ref)) return false;
        const first = tree.firstToken(ref);
        if (comments.before(first).some((trivium) => trivium.kind !== "language")) return false;
        break;
      }
      default:
        return false;
    }
  }
}

/** The same for any expression: a function or a `with` may also start at the end of a line if its body may. */
export function isAbsorbableExpression(printer: Printer, expression: Ref): boolean {
  const { tree, comments } = printer;
  for (let ref = expression; ;) {
    const kind = tree.kind(ref);
    if (kind === Node.With) {
      const body = tree.child(ref, 1);
      return isTerm(printer, body) && isAbsorbable(printer, body);
    }
    if (kind !== Node.Lambda) return isTerm(printer, ref) && isAbsorbable(printer, ref);
    const name = tree.child(ref, 0);
    const formals = tree.child(ref, 1);
    const body = tree.child(ref, 2);
    if (formals === NONE) {
      if (isTerm(printer, body)) return isAbsorbable(printer, body);
      if (tree.kind(body) !== Node.Lambda) return false;
    } else {
      if (name !== NONE || !mayBeFlat(printer, formals)) return false;
      if (comments.any(tree.firstToken(formals)) || !bodyFollowsColon(printer, body)) return false;
    }
    ref = body;
  }
}

/** Whether the body of a function starts on the line of the colon. */
export function bodyFollowsColon(printer: Printer, body: Ref): boolean {
  const first = printer.tree.firstToken(body);
  return printer.sameLine(first - 1, first);
}

/** Whether the parameters of a function may stand on one line: at most two, none with a default, no comments. */
export function mayBeFlat(printer: Printer, formals: Ref): boolean {
  const { tree, comments } = printer;
  const close = printer.lastToken(formals);
  if (!printer.sameLine(tree.firstToken(formals), close) || comments.any(close)) return false;
  const count = tree.childCount(formals);
  if (count > 3) return false;
  for (let index = 0; index < count; index++) {
    const formal = tree.child(formals, index);
    if (comments.any(tree.firstToken(formal))) return false;
    if (formal < 0) continue; // the ellipsis
    if (index === 2 || tree.child(formal, 1) !== NONE) return false;
    const comma = tree.endToken(formal);
    if (tree.tokenKinds[comma] === Token.Comma && comments.any(comma)) return false;
  }
  return true;
}

/** Whether an expression is so short of structure that it never needs to be broken. */
export function isSimple(printer: Printer, ref: Ref, depth = SIMPLE_DEPTH): boolean {
  const { tree, comments } = printer;
  if (depth === 0) return false;
  switch (tree.kind(ref)) {
    case Token.Identifier:
    case Token.OrKeyword:
    case Token.Integer:
    case Token.Float:
    case Token.Path:
    case Token.HomePath:
    case Token.SearchPath:
    case Token.Uri:
    case Node.String:
    case Node.IndentedString:
    case Node.InterpolatedPath:
      return !comments.any(tree.firstToken(ref));
    case Node.Select:
      return (
        tree.child(ref, 2) === NONE &&
        tree.children(tree.child(ref, 1)).every((name) => tree.isToken(name)) &&
        isSimple(printer, tree.child(ref, 0), depth - 1)
      );
    case Node.Paren:
      return (
        !comments.any(tree.firstToken(ref)) &&
        !comments.any(printer.lastToken(ref)) &&
        isSimple(printer, tree.child(ref, 0), depth - 1)
      );
    case Node.Apply:
    case Node.ApplyOr:
      // asked again for every bracket around, so long ones must not be looked at
      if (tree.childCount(ref) > MOST_SIMPLE_PARTS) return false;
      return isSimpleApplication(printer, applicationParts(printer, ref), depth);
    default:
      return false;
  }
}

/** The same for the parts of an application: it has at most two arguments. */
export function isSimpleApplication(printer: Printer, parts: readonly Ref[], depth = SIMPLE_DEPTH): boolean {
  return parts.length <= MOST_SIMPLE_PARTS && parts.every((part) => isSimple(printer, part, depth - 1));
}

/** Whether an indented string has more than one line, the blank rest of its first not counted. */
function hasLineBreak({ tree }: Printer, ref: Ref): boolean {
  for (let index = 0, count = tree.childCount(ref); index < count; index++) {
    const piece = tree.child(ref, index);
    if (piece > 0) continue; // an antiquotation
    if (findNewline(tree.source, tree.start(piece), tree.end(piece)) >= 0) return true;
  }
  return false;
}
