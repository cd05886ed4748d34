/** A lock file as text, as Nix writes it: nodes are numbered in the order in which it comes to them. */

import { type Attribute, type FlakeReference, referenceAttributes } from "../reference/index.ts";
import { type LockNode, inOrder } from "./graph.ts";

export interface WrittenLock {
  /** Without a line break at its end. */
  readonly text: string;
  /** The name of each node in it. */
  readonly keys: ReadonlyMap<LockNode, string>;
}

export function writeLock(root: LockNode): WrittenLock {
  const keys = new Map<LockNode, string>();
  const nodes = new Map<string, JsonObject>();
  const record = (name: string, node: LockNode): string => {
    const known = keys.get(node);
    if (known !== undefined) return known;
    const key = freeName(name, new Set(keys.values()));
    keys.set(node, key);
    const inputs = new Map<string, Json>();
    for (const [input, edge] of inOrder(node.inputs))
      inputs.set(input, edge.kind === "node" ? record(input, edge.node) : [...edge.path]);
    nodes.set(key, jsonOf(node, inputs));
    return key;
  };
  const rootKey = record("root", root);
  const file = new Map<string, Json>([
    ["nodes", nodes],
    ["root", rootKey],
    ["version", 7n],
  ]);
  return { text: print(file, ""), keys };
}

type Json = Attribute | readonly string[] | JsonObject;
type JsonObject = ReadonlyMap<string, Json>;

function jsonOf({ lock }: LockNode, inputs: JsonObject): Map<string, Json> {
  const json = new Map<string, Json>();
  if (inputs.size > 0) json.set("inputs", inputs);
  if (lock === undefined) return json;
  if (!lock.isFlake) json.set("flake", false);
  json.set("locked", attributesOf(lock.locked));
  json.set("original", attributesOf(lock.original));
  if (lock.parent !== undefined) json.set("parent", lock.parent);
  return json;
}

function attributesOf(reference: FlakeReference): Map<string, Attribute> {
  const attributes = new Map(referenceAttributes(reference));
  attributes.delete("__final");
  return attributes;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name}_${number}`)) return `${name}_${number}`;
}

/** As Nix's library prints JSON: names in the order of their bytes, two blanks for each level, nothing escaped that need not be. */
function print(value: Json, indentation: string): string {
  if (typeof value === "string") return JSON.stringify(Buffer.from(value, "latin1").toString());
  if (typeof value !== "object") return String(value);
  const inner = `${indentation}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    return `[\n${value.map((each: string) => inner + print(each, inner)).join(",\n")}\n${indentation}]`;
  }
  const members = inOrder(value as JsonObject).map(
    ([name, each]) => `${inner}${JSON.stringify(name)}: ${print(each, inner)}`,
  );
  return members.length === 0 ? "{}" : `{\n${members.join(",\n")}\n${indentation}}`;
}
