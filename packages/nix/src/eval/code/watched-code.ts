/**
 * Functions of a file whose calls are remembered, for explanations: the values that an answer was made from are all
 * there at the end, but nothing leads to them any more. Such a function gets another body while an evaluation asks for it,
 * which is the old one and a note; all other evaluations run the code that the file was compiled to.
 */

import * as Node from "../../syntax/node.ts";
import { parse } from "../../syntax/parser.ts";
import type { Ref, Tree } from "../../syntax/tree.ts";
import { view } from "../../syntax/view.ts";
import { allocateCode, type Code, type Environment, type Handle, heap } from "../memory/heap.ts";
import * as Op from "./code.ts";
import { recordsOfRange, sourceOfCode } from "./link.ts";

export interface WatchedFunctions {
  /** How the paths of the files end. */
  readonly file: string;
  /** The names that bindings of the file give to the functions. They take their arguments one by one, and as a whole. */
  readonly names: readonly string[];
}

export interface WatchedCall {
  readonly args: readonly Handle[];
  readonly result: Handle;
}

interface Patch {
  readonly lambda: Code;
  readonly body: number;
  readonly name: string;
  readonly arity: number;
}

let wanted: WatchedFunctions | undefined;
const patches: Patch[] = [];
/** Of each call the number of its patch, the environment of the body, the result. */
let calls: number[] = [];

export function startWatching(functions: WatchedFunctions | undefined): void {
  wanted = functions;
}

/** Gives the functions their bodies back. */
export function stopWatching(): void {
  for (const { lambda, body } of patches) heap[lambda + 1] = body;
  patches.length = 0;
  wanted = undefined;
  calls = [];
}

/** Watches the functions of a file that is about to be evaluated, if it is one of those. */
export function watchFile(file: string, code: Code): void {
  if (wanted === undefined || !file.endsWith(wanted.file)) return;
  const tree = parse(sourceOfCode(code), { pipeOperators: true });
  for (const name of wanted.names) {
    const found = curriedFunction(tree, name);
    if (found === undefined) continue;
    const records = recordsOfRange(code, tree.start(found.innermost), tree.end(found.innermost));
    const lambda = records.find((record) => heap[record] === Op.LAMBDA);
    if (lambda !== undefined) patch(lambda, name, found.arity);
  }
}

function patch(lambda: Code, name: string, arity: number): void {
  const body = heap[lambda + 1]!;
  // a file that is watched already has its note there
  if (heap[lambda + body] === Op.WATCHED) return;
  const record = allocateCode(3);
  heap[record] = Op.WATCHED;
  heap[record + 1] = lambda + body - record;
  heap[record + 2] = patches.length;
  heap[lambda + 1] = record - lambda;
  patches.push({ lambda, body, name, arity });
}

/** Notes a call of a watched function. */
export function noteCall(patchIndex: number, environment: Environment, result: Handle): void {
  calls.push(patchIndex, environment, result);
}

/** How many calls of all watched functions there have been. */
export function watchedCount(): number {
  return calls.length / 3;
}

/** The calls of a function so far, those that ended first first, without so many of all calls at the beginning. */
export function watchedCalls(name: string, without = 0): WatchedCall[] {
  const found: WatchedCall[] = [];
  for (let index = without * 3; index < calls.length; index += 3) {
    const { name: called, arity } = patches[calls[index]!]!;
    if (called === name) found.push({ args: argumentsIn(calls[index + 1]!, arity), result: calls[index + 2]! });
  }
  return found;
}

/** Each argument has an environment of its own, the last one the innermost. */
function argumentsIn(environment: Environment, arity: number): Handle[] {
  const args: Handle[] = [];
  for (let at = environment; args.length < arity; at = heap[at]!) args.unshift(heap[at + 1]!);
  return args;
}

/**
 * The function that a binding anywhere in the file calls so: the innermost of the functions that take one argument each,
 * inside of a `let` that may be around them.
 */
function curriedFunction(tree: Tree, name: string): { readonly innermost: Ref; readonly arity: number } | undefined {
  const open: Ref[] = [tree.root];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (tree.kind(ref) === Node.Binding && tree.text(tree.child(ref, 0)) === name) {
      const found = innermost(tree, tree.child(ref, 1));
      if (found !== undefined) return found;
    }
    if (!tree.isToken(ref)) open.push(...tree.children(ref).filter((child) => !tree.isToken(child)));
  }
  return undefined;
}

function innermost(tree: Tree, ref: Ref): { readonly innermost: Ref; readonly arity: number } | undefined {
  const start = view(tree, ref);
  if (start.kind === "let") return innermost(tree, start.body);
  let found: Ref | undefined;
  let arity = 0;
  for (let at = ref; ; arity++) {
    const node = view(tree, at);
    if (node.kind !== "lambda" || node.formals !== undefined) break;
    found = at;
    at = node.body;
  }
  return found === undefined ? undefined : { innermost: found, arity };
}
