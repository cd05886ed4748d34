/**
 * Whether an expression matches somewhere in a text, in a time that grows with the product of their lengths: as Go does it, all
 * ways are followed at once, and none is gone back on.
 */

import type { Assertion, Node } from "./nodes.ts";

export function machineOf(node: Node): (text: string) => boolean {
  const program: Step[] = [];
  add(node, program);
  program.push({ kind: "match" });
  return (text) => matches(program, [...text]);
}

/** After each but `match` and `split`, what follows is the next one. */
type Step =
  | { readonly kind: "character"; readonly accepts: (character: string) => boolean }
  | { readonly kind: "assertion"; readonly holds: Assertion }
  /** Goes on at all of these places. */
  | { readonly kind: "split"; readonly to: number[] }
  | { readonly kind: "match" };

function add(node: Node, program: Step[]): void {
  switch (node.kind) {
    case "character":
    case "assertion":
      program.push(node);
      return;
    case "sequence":
      for (const part of node.parts) add(part, program);
      return;
    case "choice":
      return addChoice(node.parts, program);
    case "repeat": {
      for (let count = 0; count < node.least; count++) add(node.part, program);
      if (node.most === undefined) return addLoop(node.part, program);
      const ends: number[][] = [];
      for (let count = node.least; count < node.most; count++) {
        ends.push(addSplit([program.length + 1], program));
        add(node.part, program);
      }
      for (const to of ends) to.push(program.length);
    }
  }
}

function addChoice(parts: readonly Node[], program: Step[]): void {
  const starts = addSplit([], program);
  const ends = parts.map((part) => {
    starts.push(program.length);
    add(part, program);
    return addSplit([], program);
  });
  for (const to of ends) to.push(program.length);
}

function addLoop(part: Node, program: Step[]): void {
  const start = program.length;
  const to = addSplit([start + 1], program);
  add(part, program);
  addSplit([start], program);
  to.push(program.length);
}

function addSplit(to: number[], program: Step[]): number[] {
  program.push({ kind: "split", to });
  return to;
}

function matches(program: readonly Step[], characters: readonly string[]): boolean {
  let places: readonly number[] = [];
  for (let at = 0; at <= characters.length; at++) {
    const after = characters[at];
    const here = reached(program, [...places, 0], characters[at - 1], after);
    if (here.has(program.length - 1)) return true;
    places = [...here].filter((place) => {
      const step = program[place]!;
      return step.kind === "character" && after !== undefined && step.accepts(after);
    });
    places = places.map((place) => place + 1);
  }
  return false;
}

/** All places that can be come to without reading a character. */
function reached(
  program: readonly Step[],
  from: readonly number[],
  before: string | undefined,
  after: string | undefined,
): ReadonlySet<number> {
  const found = new Set<number>();
  const open = [...from];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (found.has(place)) continue;
    found.add(place);
    const step = program[place]!;
    if (step.kind === "split") open.push(...step.to);
    if (step.kind === "assertion" && step.holds(before, after)) open.push(place + 1);
  }
  return found;
}
