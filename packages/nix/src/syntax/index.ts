/** The syntax of Nix: bytes to a tree and back. */

export * as Token from "./token.ts";
export * as Node from "./node.ts";
export * as Edit from "./edit.ts";
export { firstForNix, type SyntaxDiagnostic } from "./diagnostics.ts";
export { DEFAULT_MAX_DEPTH, MAX_SOURCE_BYTES, NIX_MAX_DEPTH, parse, type ParseOptions } from "./parser.ts";
export { Positions, type Position } from "./positions.ts";
export { isKeyword } from "./keywords.ts";
export { print } from "./print.ts";
export { quoteName, quoteString } from "./quote.ts";
export { indentedPieces, literalString, stringTextValue } from "./strings.ts";
export { NODE_HEADER, NONE, Tree, type Ref } from "./tree.ts";
export { analyze, type Analysis, type AnalyzeOptions } from "./scope/analyze.ts";
export { nearest, nearestFew } from "./scope/nearest.ts";
export { BY_WITH, GLOBAL, NO_VARIABLE, UNDEFINED } from "./scope/scopes.ts";
export { view, type View } from "./view.ts";
export { SymbolTable } from "./symbols.ts";
export { treeToJson } from "./json.ts";
