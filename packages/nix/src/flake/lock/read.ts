/** Reads a lock file, versions 5 to 7. */

import {
  type Attribute,
  type Attributes,
  attributesAsJson,
  FlakeReferenceError,
  referenceFromAttributes,
  type Surroundings,
} from "../reference/index.ts";
import { withAttributes } from "../source/found.ts";
import { type InputPath, isConsideredLocked, isRelativePath, type Lock, type LockNode } from "./graph.ts";

/** `name` is that of the file, for messages. */
export function readLock(text: string, name: string, surroundings: Surroundings): LockNode {
  const json = new Json(parsed(text, name), name);
  const version = json.number("version") ?? 0;
  if (version < 5 || version > 7)
    throw new FlakeReferenceError(`lock file '${name}' has unsupported version ${version}`);
  const nodes = json.record("nodes");
  const known = new Map<string, LockNode>();
  const nodeOf = (key: string, isRoot: boolean): LockNode => {
    const before = known.get(key);
    if (before !== undefined) {
      if (before.lock === undefined) throw new FlakeReferenceError("lock file contains cycle to root node");
      return before;
    }
    if (!nodes.has(key)) throw new FlakeReferenceError(`lock file references missing node '${key}'`);
    const record = nodes.record(key);
    const node: LockNode = { inputs: new Map(), lock: isRoot ? undefined : lockOf(record, surroundings) };
    known.set(key, node);
    for (const [input, target] of record.has("inputs") ? record.record("inputs").entries() : []) {
      if (Array.isArray(target)) node.inputs.set(input, { kind: "follows", path: pathOf(target, name) });
      else if (typeof target === "string") node.inputs.set(input, { kind: "node", node: nodeOf(target, false) });
      else throw wrong(name, `nodes.${key}.inputs.${input}`, "a name or a list of names");
    }
    return node;
  };
  return nodeOf(json.text("root"), true);
}

function lockOf(record: Json, surroundings: Surroundings): Lock {
  const reference = (attribute: string, extra: string | undefined) => {
    if (!record.has(attribute)) throw new FlakeReferenceError(`attribute '${attribute}' missing in lock file`);
    const more = extra !== undefined && record.has(extra) ? record.record(extra).attributes() : [];
    return referenceFromAttributes(new Map([...record.record(attribute).attributes(), ...more]), surroundings);
  };
  // version 5 had facts of a source apart from its reference
  const locked = reference("locked", "info");
  if (!isConsideredLocked(locked.input) && !isRelativePath(locked))
    throw new FlakeReferenceError(
      `Lock file contains unlocked input '${attributesAsJson(locked.input.attributes)}'. Use '--allow-dirty-locks' to accept this lock file.`,
    );
  return {
    locked: { ...locked, input: withAttributes(locked.input, { __final: true }) },
    original: reference("original", undefined),
    isFlake: record.get("flake") !== false,
    parent: record.has("parent") ? pathOf(record.get("parent"), record.name) : undefined,
  };
}

function pathOf(value: unknown, name: string): InputPath {
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value as string[];
  throw wrong(name, "an input", "a list of names");
}

function parsed(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FlakeReferenceError(`lock file '${name}' is no JSON`);
  }
}

function wrong(name: string, place: string, expected: string): FlakeReferenceError {
  return new FlakeReferenceError(`lock file '${name}' has something else than ${expected} at ${place}`);
}

/** An object of the file, with its place for messages. */
class Json {
  readonly #members: ReadonlyMap<string, unknown>;
  readonly #place: string;
  readonly name: string;

  constructor(value: unknown, name: string, place = "") {
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw wrong(name, place || "the top", "an object");
    this.#members = new Map(Object.entries(value));
    this.#place = place;
    this.name = name;
  }

  has(key: string): boolean {
    return this.#members.has(key);
  }

  get(key: string): unknown {
    return this.#members.get(key);
  }

  entries(): Iterable<[string, unknown]> {
    return this.#members;
  }

  record(key: string): Json {
    return new Json(this.get(key), this.name, this.#placeOf(key));
  }

  text(key: string): string {
    const value = this.get(key);
    if (typeof value !== "string") throw wrong(this.name, this.#placeOf(key), "a text");
    return value;
  }

  number(key: string): number | undefined {
    const value = this.get(key);
    if (value !== undefined && typeof value !== "number") throw wrong(this.name, this.#placeOf(key), "a number");
    return value;
  }

  /** As attributes of an input. */
  attributes(): Attributes {
    return new Map(
      [...this.#members].map(([key, value]): [string, Attribute] => {
        if (typeof value === "string") return [key, Buffer.from(value).toString("latin1")];
        if (typeof value === "boolean") return [key, value];
        if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return [key, BigInt(value)];
        throw wrong(this.name, this.#placeOf(key), "a text, a number or a Boolean");
      }),
    );
  }

  #placeOf(key: string): string {
    return this.#place === "" ? key : `${this.#place}.${key}`;
  }
}
