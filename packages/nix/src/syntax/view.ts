/**
 * Typed views: one node as a small plain object, made when somebody looks. A pass that reads a few nodes (a rule, an
 * edit, an explanation) is written as one `switch` over `kind`; passes over whole files read the buffers.
 */

import * as Node from "./node.ts";
import * as Token from "./token.ts";
import { NONE, type Ref, type Tree } from "./tree.ts";

export type View =
  | { readonly kind: "file"; readonly expression: Ref }
  | { readonly kind: "identifier"; readonly name: string }
  | { readonly kind: "integer" | "float" | "path" | "home-path" | "search-path" | "uri"; readonly text: string }
  /** A piece of a string or a path, as it is written. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "string" | "indented-string" | "interpolated-path"; readonly pieces: readonly Ref[] }
  | { readonly kind: "interpolation" | "paren"; readonly expression: Ref }
  | { readonly kind: "list"; readonly elements: readonly Ref[] }
  | { readonly kind: "attr-set"; readonly recursive: boolean; readonly bindings: readonly Ref[] }
  | { readonly kind: "legacy-let"; readonly bindings: readonly Ref[] }
  | { readonly kind: "binding"; readonly attrPath: Ref; readonly value: Ref }
  | { readonly kind: "inherit"; readonly from: Ref | undefined; readonly names: readonly Ref[] }
  | { readonly kind: "attr-path"; readonly names: readonly Ref[] }
  | { readonly kind: "select"; readonly subject: Ref; readonly attrPath: Ref; readonly fallback: Ref | undefined }
  | { readonly kind: "has-attr"; readonly subject: Ref; readonly attrPath: Ref }
  | { readonly kind: "apply-or"; readonly subject: Ref }
  | { readonly kind: "apply"; readonly function: Ref; readonly arguments: readonly Ref[] }
  | { readonly kind: "unary"; readonly operator: Token.TokenKind; readonly operand: Ref }
  | { readonly kind: "binary"; readonly left: Ref; readonly operator: Token.TokenKind; readonly right: Ref }
  | { readonly kind: "lambda"; readonly name: Ref | undefined; readonly formals: Ref | undefined; readonly body: Ref }
  | { readonly kind: "formals"; readonly formals: readonly Ref[]; readonly ellipsis: boolean }
  | { readonly kind: "formal"; readonly name: Ref; readonly fallback: Ref | undefined }
  | { readonly kind: "if"; readonly condition: Ref; readonly consequence: Ref; readonly alternative: Ref }
  | { readonly kind: "assert"; readonly condition: Ref; readonly body: Ref }
  | { readonly kind: "with"; readonly scope: Ref; readonly body: Ref }
  | { readonly kind: "let"; readonly bindings: readonly Ref[]; readonly body: Ref }
  /** What the parser could make nothing of, and where something is missing. */
  | { readonly kind: "skipped" | "missing" };

export function view(tree: Tree, ref: Ref): View {
  const child = (index: number): Ref => tree.child(ref, index);
  const optional = (index: number): Ref | undefined => (child(index) === NONE ? undefined : child(index));
  const rest = (from: number): Ref[] => tree.children(ref).slice(from);
  switch (tree.kind(ref)) {
    case Node.File:
      return { kind: "file", expression: child(0) };
    case Token.Identifier:
    case Token.OrKeyword:
      return { kind: "identifier", name: tree.text(ref) };
    case Token.Integer:
      return { kind: "integer", text: tree.text(ref) };
    case Token.Float:
      return { kind: "float", text: tree.text(ref) };
    case Token.Path:
      return { kind: "path", text: tree.text(ref) };
    case Token.HomePath:
      return { kind: "home-path", text: tree.text(ref) };
    case Token.SearchPath:
      return { kind: "search-path", text: tree.text(ref) };
    case Token.Uri:
      return { kind: "uri", text: tree.text(ref) };
    case Node.String:
      return { kind: "string", pieces: rest(0) };
    case Node.IndentedString:
      return { kind: "indented-string", pieces: rest(0) };
    case Node.InterpolatedPath:
      return { kind: "interpolated-path", pieces: rest(0) };
    case Node.Interpolation:
      return { kind: "interpolation", expression: child(0) };
    case Node.Paren:
      return { kind: "paren", expression: child(0) };
    case Node.List:
      return { kind: "list", elements: rest(0) };
    case Node.AttrSet:
      return { kind: "attr-set", recursive: tree.isRecursive(ref), bindings: rest(0) };
    case Node.LegacyLet:
      return { kind: "legacy-let", bindings: rest(0) };
    case Node.Binding:
      return { kind: "binding", attrPath: child(0), value: child(1) };
    case Node.Inherit: {
      const from = optional(0);
      return { kind: "inherit", from, names: rest(from === undefined ? 0 : 1) };
    }
    case Node.AttrPath:
      return { kind: "attr-path", names: rest(0) };
    case Node.Select:
      return { kind: "select", subject: child(0), attrPath: child(1), fallback: optional(2) };
    case Node.HasAttr:
      return { kind: "has-attr", subject: child(0), attrPath: child(1) };
    case Node.ApplyOr:
      return { kind: "apply-or", subject: child(0) };
    case Node.Apply:
      return { kind: "apply", function: child(0), arguments: rest(1) };
    case Node.Unary:
      return { kind: "unary", operator: tree.kind(child(0)), operand: child(1) };
    case Node.Binary:
      return { kind: "binary", left: child(0), operator: tree.kind(child(1)), right: child(2) };
    case Node.Lambda:
      return { kind: "lambda", name: optional(0), formals: optional(1), body: child(2) };
    case Node.Formals: {
      const formals = rest(0);
      const ellipsis = formals.some((formal) => tree.kind(formal) === Token.Ellipsis);
      return { kind: "formals", formals: formals.filter((formal) => tree.kind(formal) === Node.Formal), ellipsis };
    }
    case Node.Formal:
      return { kind: "formal", name: child(0), fallback: optional(1) };
    case Node.If:
      return { kind: "if", condition: child(0), consequence: child(1), alternative: child(2) };
    case Node.Assert:
      return { kind: "assert", condition: child(0), body: child(1) };
    case Node.With:
      return { kind: "with", scope: child(0), body: child(1) };
    case Node.Let:
      return { kind: "let", bindings: rest(1), body: child(0) };
    case Node.Missing:
      return { kind: "missing" };
    case Node.Skipped:
      return { kind: "skipped" };
    default:
      return { kind: "text", text: tree.text(ref) };
  }
}
