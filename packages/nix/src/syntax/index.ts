/** The syntax of Nix: bytes to a tree and back. */

export * as Token from "./token.ts";
export * as Node from "./node.ts";
export { NONE, Tree, type Ref } from "./tree.ts";
export { Positions, type Position } from "./positions.ts";
