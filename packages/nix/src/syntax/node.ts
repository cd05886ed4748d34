/**
 * The kinds of nodes and the children of each. A child is either another node or, where the grammar's leaf is a single
 * token (a name, a number, a plain path), that token itself; `tree.ts` tells how both are written down.
 *
 * Optional children that are absent are `Tree.NONE`, so a child's place in its parent is always the same.
 */

import * as Token from "./token.ts";

export type NodeKind = number;

/** The whole file: `expression`. */
export const File: NodeKind = 100;
/** Where something is missing; it has no tokens. */
export const Missing: NodeKind = 101;
/** Tokens that fit nowhere, skipped by the parser: any number of tokens and nodes. */
export const Skipped: NodeKind = 102;

/** `"…"`: pieces, each a `StringText` token or an `Interpolation`. */
export const String: NodeKind = 103;
/** `''…''`: pieces, each an `IndentedText` or `IndentedEscape` token or an `Interpolation`. */
export const IndentedString: NodeKind = 104;
/** A path with antiquotation: pieces, each a `Path`, `HomePath` or `PathText` token or an `Interpolation`. */
export const InterpolatedPath: NodeKind = 105;
/** `${ expression }`. */
export const Interpolation: NodeKind = 106;

/** `( expression )`. */
export const Paren: NodeKind = 107;
/** `[ … ]`: elements. */
export const List: NodeKind = 108;
/** `{ … }`, `rec { … }`: bindings, each a `Binding`, an `Inherit`, or `Skipped`. */
export const AttrSet: NodeKind = 109;
/** `let { … }`, the old form: bindings. */
export const LegacyLet: NodeKind = 110;
/** `attrPath = value ;` */
export const Binding: NodeKind = 111;
/** `inherit ( from ) names ;`: `from` or NONE, then the names. */
export const Inherit: NodeKind = 112;
/** `a.b."c".${d}`: names, each an `Identifier` or `OrKeyword` token, a `String` or an `Interpolation`. */
export const AttrPath: NodeKind = 113;

/** `subject . attrPath or fallback`: fallback or NONE. */
export const Select: NodeKind = 114;
/** `subject or`, which Nix reads as `subject` applied to a variable named `or`: `subject`, the `or` token. */
export const ApplyOr: NodeKind = 115;
/** `subject ? attrPath`. */
export const HasAttr: NodeKind = 116;
/** `function argument argument …`. */
export const Apply: NodeKind = 117;
/** `! operand`, `- operand`: the operator token, operand. */
export const Unary: NodeKind = 118;
/** `left operator right`: left, the operator token, right. */
export const Binary: NodeKind = 119;

/** `name: body`, `formals: body`, `name @ formals: body`, `formals @ name: body`: name or NONE, formals or NONE, body. */
export const Lambda: NodeKind = 120;
/** `{ a, b ? c, ... }`: each a `Formal`, or the `Ellipsis` token. */
export const Formals: NodeKind = 121;
/** `name ? fallback`: name, fallback or NONE. */
export const Formal: NodeKind = 122;

/** `if condition then consequence else alternative`. */
export const If: NodeKind = 123;
/** `assert condition ; body`. */
export const Assert: NodeKind = 124;
/** `with scope ; body`. */
export const With: NodeKind = 125;
/** `let bindings in body`: the body first, then the bindings. */
export const Let: NodeKind = 126;

interface NodeShape {
  readonly name: string;
  /** The names of the children that are always there, in order. */
  readonly slots: readonly string[];
  /** The name of the children that follow, any number of them. */
  readonly rest?: string;
}

/** The shape of every kind, for printing a tree and for walking it without knowing the kinds. */
export const shapes: Readonly<Record<NodeKind, NodeShape>> = {
  [File]: { name: "File", slots: ["expression"] },
  [Missing]: { name: "Missing", slots: [] },
  [Skipped]: { name: "Skipped", slots: [], rest: "parts" },
  [String]: { name: "String", slots: [], rest: "pieces" },
  [IndentedString]: { name: "IndentedString", slots: [], rest: "pieces" },
  [InterpolatedPath]: { name: "InterpolatedPath", slots: [], rest: "pieces" },
  [Interpolation]: { name: "Interpolation", slots: ["expression"] },
  [Paren]: { name: "Paren", slots: ["expression"] },
  [List]: { name: "List", slots: [], rest: "elements" },
  [AttrSet]: { name: "AttrSet", slots: [], rest: "bindings" },
  [LegacyLet]: { name: "LegacyLet", slots: [], rest: "bindings" },
  [Binding]: { name: "Binding", slots: ["attrPath", "value"] },
  [Inherit]: { name: "Inherit", slots: ["from"], rest: "names" },
  [AttrPath]: { name: "AttrPath", slots: [], rest: "names" },
  [Select]: { name: "Select", slots: ["subject", "attrPath", "fallback"] },
  [ApplyOr]: { name: "ApplyOr", slots: ["subject", "or"] },
  [HasAttr]: { name: "HasAttr", slots: ["subject", "attrPath"] },
  [Apply]: { name: "Apply", slots: ["function"], rest: "arguments" },
  [Unary]: { name: "Unary", slots: ["operator", "operand"] },
  [Binary]: { name: "Binary", slots: ["left", "operator", "right"] },
  [Lambda]: { name: "Lambda", slots: ["name", "formals", "body"] },
  [Formals]: { name: "Formals", slots: [], rest: "formals" },
  [Formal]: { name: "Formal", slots: ["name", "fallback"] },
  [If]: { name: "If", slots: ["condition", "consequence", "alternative"] },
  [Assert]: { name: "Assert", slots: ["condition", "body"] },
  [With]: { name: "With", slots: ["scope", "body"] },
  [Let]: { name: "Let", slots: ["body"], rest: "bindings" },
};

const leafNames: Readonly<Record<Token.TokenKind, string>> = {
  [Token.Identifier]: "Identifier",
  [Token.OrKeyword]: "Identifier",
  [Token.Integer]: "Integer",
  [Token.Float]: "Float",
  [Token.Path]: "Path",
  [Token.HomePath]: "HomePath",
  [Token.SearchPath]: "SearchPath",
  [Token.Uri]: "Uri",
  [Token.StringText]: "Text",
  [Token.IndentedText]: "Text",
  [Token.IndentedEscape]: "Escape",
  [Token.PathText]: "Text",
  [Token.Ellipsis]: "Ellipsis",
};

/** The name of a node kind or of a token that stands as a leaf. */
export function kindName(kind: NodeKind | Token.TokenKind): string {
  return shapes[kind]?.name ?? leafNames[kind] ?? "Token";
}
