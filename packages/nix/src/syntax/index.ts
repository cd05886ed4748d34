/** The syntax of Nix: bytes to a tree and back. */

export * as Token from "./token.ts";
export * as Node from "./node.ts";
export { firstForNix, type SyntaxDiagnostic } from "./diagnostics.ts";
export { DEFAULT_MAX_DEPTH, MAX_SOURCE_BYTES, NIX_MAX_DEPTH, parse, type ParseOptions } from "./parser.ts";
export { Positions, type Position } from "./positions.ts";
export { print } from "./print.ts";
export { NONE, Tree, type Ref } from "./tree.ts";
