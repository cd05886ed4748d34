/** Lock files, for whoever makes one without evaluating anything. */

export type { Edge, InputPath, LockNode } from "./graph.ts";
export { readLock } from "./read.ts";
export { writeLock } from "./write.ts";
export { type Attributes, type FlakeReference, referenceFromAttributes } from "../reference/index.ts";
