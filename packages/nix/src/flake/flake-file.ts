/** What a `flake.nix` declares. Nix does not evaluate it for that: its parts have to be written out. */

import * as Op from "../eval/code/code.ts";
import { positionText } from "../eval/code/positions.ts";
import { importFile, loadFile } from "../eval/files/imports.ts";
import {
  ATTRS,
  bigIntegerValue,
  FALSE,
  FUNCTION,
  type Handle,
  heap,
  isInteger,
  LIST,
  listElement,
  listLength,
  PATH,
  STRING,
  THUNK,
  TRUE,
} from "../eval/memory/heap.ts";
import { coerce, Gathered } from "../eval/machine/coerce.ts";
import { fail, force } from "../eval/machine/machine.ts";
import { describe } from "../eval/errors/show.ts";
import { pathOf, symbols, textOf } from "../eval/memory/strings.ts";
import { known, positionOf, shapeOfSet, slotsInOrder, valueAt } from "../eval/memory/values.ts";
import { inFlake } from "./errors.ts";
import { type InputPath, parseInputPath } from "./lock/graph.ts";
import {
  type Attribute,
  type FlakeReference,
  parseReference,
  referenceFromAttributes,
  type Surroundings,
} from "./reference/index.ts";

export interface FlakeFile {
  /** The folder of `flake.nix`. */
  readonly folder: string;
  readonly description: string | undefined;
  readonly inputs: ReadonlyMap<string, FlakeInput>;
}

export interface FlakeInput {
  readonly reference: FlakeReference | undefined;
  readonly isFlake: boolean;
  readonly follows: InputPath | undefined;
  readonly overrides: ReadonlyMap<string, FlakeInput>;
}

/** `lockPath` is the way to this flake in the lock file: what its inputs follow is relative to it. */
export function readFlakeFile(
  folder: string,
  shownName: string,
  lockPath: InputPath,
  surroundings: Surroundings,
): FlakeFile {
  const file = `${folder}/flake.nix`;
  const { [loadFile(file)]: operation } = heap;
  if (operation !== Op.ATTRS && operation !== Op.REC_ATTRS)
    throw fail("eval", `file '${file}' must be an attribute set`);
  const top = importFile(file);
  const reader = new Reader(folder, lockPath, surroundings);
  let description: string | undefined;
  let inputs: ReadonlyMap<string, FlakeInput> = new Map();
  let hasOutputs = false;
  for (const { name, value, position } of membersOf(top)) {
    if (name === "description") description = textOf(expectType(STRING, "a string", value, position));
    else if (name === "inputs") inputs = reader.inputs(value, position);
    else if (name === "outputs") {
      hasOutputs = true;
      expectType(FUNCTION, "a function", value, position);
    } else if (name === "nixConfig") checkNixConfig(value, position);
  }
  if (!hasOutputs) throw fail("eval", `flake '${shownName}' lacks attribute 'outputs'`);
  for (const { name, position } of membersOf(top)) {
    if (["description", "inputs", "outputs", "nixConfig"].includes(name)) continue;
    throw fail("eval", `flake '${shownName}' has an unsupported attribute '${name}', at ${positionText(position)}`);
  }
  return { folder, description, inputs: withArguments(inputs, top, surroundings) };
}

/** Arguments of `outputs` that no input is declared for are looked up in a registry. */
function withArguments(
  declared: ReadonlyMap<string, FlakeInput>,
  top: Handle,
  surroundings: Surroundings,
): Map<string, FlakeInput> {
  const inputs = new Map(declared);
  const outputs = force(membersOf(top).find(({ name }) => name === "outputs")!.value);
  if ((outputs & 7) !== FUNCTION) return inputs;
  const lambda = heap[outputs >>> 3]!;
  for (let index = 0; index < heap[lambda + 5]!; index++) {
    const name = symbols.name(heap[lambda + 7 + index * 4]!);
    if (name === "self" || inputs.has(name)) continue;
    inputs.set(name, { ...NO_INPUT, reference: inFlake(() => parseReference(name, surroundings)) });
  }
  return inputs;
}

const NO_INPUT: FlakeInput = { reference: undefined, isFlake: true, follows: undefined, overrides: new Map() };

class Reader {
  readonly #folder: string;
  readonly #lockPath: InputPath;
  readonly #surroundings: Surroundings;

  constructor(folder: string, lockPath: InputPath, surroundings: Surroundings) {
    this.#folder = folder;
    this.#lockPath = lockPath;
    this.#surroundings = surroundings;
  }

  inputs(value: Handle, position: number): Map<string, FlakeInput> {
    const set = expectType(ATTRS, "a set", value, position);
    return new Map(membersOf(set).map((member) => [member.name, this.#input(member)]));
  }

  #input({ name, value, position }: Member): FlakeInput {
    const set = expectType(ATTRS, "a set", value, position);
    const attributes = new Map<string, Attribute>();
    let url: string | undefined;
    let isFlake = true;
    let overrides: FlakeInput["overrides"] = new Map();
    let follows: InputPath | undefined;
    for (const member of membersOf(set)) {
      switch (member.name) {
        case "url":
          url = this.#url(trivial(member.value), member.position);
          break;
        case "flake":
          isFlake = booleanOf(member);
          break;
        case "inputs":
          overrides = this.inputs(member.value, member.position);
          break;
        case "follows": {
          const target = textOf(expectType(STRING, "a string", member.value, member.position));
          follows = [...this.#lockPath, ...inFlake(() => parseInputPath(target))];
          break;
        }
        default:
          attributes.set(member.name, attributeOf(member));
      }
    }
    const input: FlakeInput = { reference: undefined, isFlake, follows, overrides };
    return { ...input, reference: this.#reference(name, url, attributes, input, position) };
  }

  #url(value: Handle, position: number): string {
    if ((value & 7) === STRING) return textOf(value);
    if ((value & 7) !== PATH)
      throw fail("eval", `expected a string or a path but got ${describe(value)} at ${positionText(position)}`);
    return `path:${relative(this.#folder, pathOf(value))}`;
  }

  #reference(
    name: string,
    url: string | undefined,
    attributes: Map<string, Attribute>,
    { isFlake, follows }: FlakeInput,
    position: number,
  ): FlakeReference | undefined {
    const surroundings = this.#surroundings;
    if (attributes.has("type")) {
      const all = url === undefined ? attributes : new Map([...attributes, ["url", url] as const]);
      return inFlake(() => referenceFromAttributes(all, surroundings));
    }
    const [other] = [...attributes.keys()].toSorted();
    if (other !== undefined)
      throw fail("eval", `unexpected flake input attribute '${other}', at ${positionText(position)}`);
    if (url !== undefined) return inFlake(() => parseReference(url, { ...surroundings, isFlake, allowRelative: true }));
    if (follows !== undefined) return undefined;
    const indirect = new Map([
      ["type", "indirect"],
      ["id", name],
    ]);
    return inFlake(() => referenceFromAttributes(indirect, surroundings));
  }
}

interface Member {
  readonly name: string;
  readonly value: Handle;
  readonly position: number;
}

function membersOf(set: Handle): Member[] {
  const { symbols: names } = shapeOfSet(set);
  return Array.from(slotsInOrder(set), (slot) => {
    const symbol = names[slot]!;
    return { name: symbols.name(symbol), value: valueAt(set, slot), position: positionOf(set, symbol) };
  });
}

function booleanOf({ value, position }: Member): boolean {
  const flag = trivial(value);
  if (flag !== TRUE && flag !== FALSE) throw unexpected("a Boolean", flag, position);
  return flag === TRUE;
}

function attributeOf({ name, value: handle }: Member): Attribute {
  const value = known(handle);
  // what is written out stands for itself also where nobody has asked for it yet
  const settled = (value & 7) === THUNK && isConstant(value) ? force(value) : value;
  if ((settled & 7) === STRING) return textOf(settled);
  if (settled === TRUE || settled === FALSE) return settled === TRUE;
  if (isInteger(settled)) {
    const count = bigIntegerValue(settled);
    if (count < 0n) throw fail("eval", `negative value given for flake input attribute ${name}: ${count}`);
    return count;
  }
  throw fail(
    "type",
    `flake input attribute '${name}' is ${describe(settled)} while a string, Boolean, or integer is expected`,
  );
}

function expectType(tag: number, expected: string, handle: Handle, position: number): Handle {
  const value = trivial(handle);
  if ((value & 7) !== tag) throw unexpected(expected, value, position);
  return value;
}

function unexpected(expected: string, value: Handle, position: number): Error {
  const shown = describe(value) === "a string with context" ? "a string" : describe(value);
  return fail("eval", `expected ${expected} but got ${shown} at ${positionText(position)}`);
}

/** The value of what is written out; anything that would have to be computed stays a thunk. */
function trivial(handle: Handle): Handle {
  const value = known(handle);
  if ((value & 7) !== THUNK) return value;
  return isConstant(value) || isTrivial(value) ? force(value) : value;
}

function isConstant(thunk: Handle): boolean {
  const operation = heap[heap[thunk >>> 3]!];
  return (
    operation === Op.CONSTANT ||
    operation === Op.STRING_LITERAL ||
    operation === Op.PATH_LITERAL ||
    operation === Op.INTEGER_LITERAL ||
    operation === Op.FLOAT_LITERAL
  );
}

function isTrivial(thunk: Handle): boolean {
  const operation = heap[heap[thunk >>> 3]!];
  return operation === Op.ATTRS || operation === Op.REC_ATTRS || operation === Op.LAMBDA || operation === Op.LIST;
}

/** The settings of a flake are looked at, and have no effect on evaluation. */
function checkNixConfig(value: Handle, position: number): void {
  for (const member of membersOf(expectType(ATTRS, "a set", value, position))) {
    const setting = trivial(member.value);
    if ((setting & 7) === PATH) coerce(setting, new Gathered(), { more: false, copy: true });
    const isPlain =
      (setting & 7) === STRING || (setting & 7) === PATH || isInteger(setting) || setting === TRUE || setting === FALSE;
    if (isPlain) continue;
    if ((setting & 7) !== LIST)
      throw fail("type", `flake configuration setting '${member.name}' is ${describe(setting)}`);
    for (let index = 0; index < listLength(setting); index++) {
      if ((trivial(listElement(setting, index)) & 7) === STRING) continue;
      throw fail(
        "type",
        `list element in flake configuration setting '${member.name}' is a list while a string is expected`,
      );
    }
  }
}

/** The way from a folder to a path, as Nix writes it. */
function relative(folder: string, path: string): string {
  const from = folder.split("/").filter(Boolean);
  const to = path.split("/").filter(Boolean);
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  const steps = [...from.slice(common).map(() => ".."), ...to.slice(common)];
  return steps.length === 0 ? "." : steps.join("/");
}
