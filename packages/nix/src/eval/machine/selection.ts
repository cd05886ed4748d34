/** `-A a.b.0`: the way from the value of a file to a part of it, and functions that are called on the way. */

import { type Handle, ATTRS, FUNCTION, heap, LIST, listElement, listLength } from "../memory/heap.ts";
import { call, fail, force } from "./machine.ts";
import { describe } from "../errors/show.ts";
import { symbols } from "../memory/strings.ts";
import { withSuggestions } from "../errors/suggestions.ts";
import { attribute, type Entry, makeAttrs, shapeOfSet } from "../memory/values.ts";

const FUNCTOR = symbols.ofName("__functor");

export type AutoArguments = ReadonlyMap<string, Handle>;

/** The names of a path; one in quotes may hold dots. */
export function parseSelection(path: string): string[] {
  const names: string[] = [];
  let current = "";
  for (let at = 0; at < path.length; at++) {
    if (path[at] === ".") {
      names.push(current);
      current = "";
    } else if (path[at] === '"') {
      const end = path.indexOf('"', at + 1);
      if (end < 0) throw fail("eval", `missing closing quote in selection path '${path}'`);
      current += path.slice(at + 1, end);
      at = end;
    } else current += path[at];
  }
  if (current !== "") names.push(current);
  return names;
}

/** A part of a value. Functions on the way are called with the arguments that they name. */
export function select(root: Handle, path: string, args: AutoArguments): Handle {
  let value = root;
  for (const name of parseSelection(path)) {
    value = force(autoCall(value, args));
    value = /^[0-9]+$/.test(name) ? element(value, name, path) : member(value, name, path);
  }
  return force(value);
}

function element(value: Handle, index: string, path: string): Handle {
  if ((value & 7) !== LIST) {
    throw fail(
      "type",
      `the expression selected by the selection path '${path}' should be a list but is ${describe(value)}`,
    );
  }
  if (Number(index) >= listLength(value)) {
    throw fail("eval", `list index ${index} in selection path '${path}' is out of range`);
  }
  return listElement(value, Number(index));
}

function member(value: Handle, name: string, path: string): Handle {
  if ((value & 7) !== ATTRS) {
    throw fail(
      "type",
      `the expression selected by the selection path '${path}' should be a set but is ${describe(value)}`,
    );
  }
  if (name === "") throw fail("eval", `empty attribute name in selection path '${path}'`);
  const found = attribute(value, symbols.ofName(name));
  if (found !== undefined) return found;
  const error = fail("eval", `attribute '${name}' in selection path '${path}' not found`);
  throw withSuggestions(error, name, shapeOfSet(value).symbols);
}

/** Calls a function that takes a set with those of the arguments that it names; anything else stays what it is. */
export function autoCall(handle: Handle, args: AutoArguments): Handle {
  const value = force(handle);
  if ((value & 7) === ATTRS) {
    const functor = attribute(value, FUNCTOR);
    return functor === undefined ? value : autoCall(call(functor, value), args);
  }
  if ((value & 7) !== FUNCTION) return value;
  const lambda = heap[value >>> 3]!;
  const count = heap[lambda + 5]!;
  if (count < 0) return value;
  const entries: Entry[] = [];
  if (heap[lambda + 4] === 1) {
    for (const [name, argument] of args) entries.push({ symbol: symbols.ofName(name), value: argument });
  } else {
    for (let index = 0; index < count; index++) {
      const word = lambda + 7 + index * 4;
      const name = symbols.name(heap[word]!);
      const argument = args.get(name);
      if (argument !== undefined) entries.push({ symbol: heap[word]!, value: argument });
      else if (heap[word + 1] === 0) throw fail("missing-argument", missingArgument(name), lambda);
    }
  }
  return call(value, makeAttrs(entries));
}

function missingArgument(name: string): string {
  return (
    `cannot evaluate a function that has an argument without a value ('${name}')\n` +
    "Nix attempted to evaluate a function as a top level expression; in\n" +
    "this case it must have its arguments supplied either by default\n" +
    "values, or passed explicitly with '--arg' or '--argstr'. See\n" +
    "https://nixos.org/manual/nix/stable/language/constructs.html#functions."
  );
}
