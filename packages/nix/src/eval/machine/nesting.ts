/**
 * Values in values, which may have no end: `let x = [ x ]; in toString x`. Nix follows them until its stack is full.
 * Ours is much larger, and the more of it is in use the longer everything takes, so there is a limit: none that Nix reaches.
 */

import { fail } from "./machine.ts";

const DEEPEST = 250_000;

export function checkNesting(level: number): void {
  if (level > DEEPEST) throw fail("stack-overflow", "stack overflow (possible infinite recursion)");
}
