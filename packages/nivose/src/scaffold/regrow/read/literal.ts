/** Data that stands in a Nix file as such: sets, lists, texts, numbers. What would have to be evaluated has its place told. */

import { literalString, NONE, type Ref, type Tree, view } from "@nivose/nix/syntax";
import { fromByteText } from "../../../report/byte-text.ts";
import { bindingsOf } from "../../../schema/definitions.ts";
import type { Plain } from "../../nix.ts";

/** A set, perhaps said in parts (`a.b = 1; a.c = 2;`), or any other expression. */
export type Part = Ref | Members;
export type Members = ReadonlyMap<string, Part>;

/** What is no data: an expression that has to be evaluated. */
export class Computed {
  readonly ref: Ref;
  constructor(ref: Ref) {
    this.ref = ref;
  }
}

/** The members of a set whose names can be read, whatever their values are. */
export function membersOf(tree: Tree, ref: Ref): Members | Computed {
  const members = new Map<string, Part>();
  const unfit = collect(tree, ref, members);
  return unfit === undefined ? members : new Computed(unfit);
}

/** What a part is as data. */
export function plainOf(tree: Tree, part: Part): Plain | Computed {
  if (typeof part !== "number") {
    const entries = [...part].map(([name, each]) => [name, plainOf(tree, each)] as const);
    const unfit = entries.find(([, value]) => value instanceof Computed);
    return unfit === undefined ? (Object.fromEntries(entries) as Plain) : (unfit[1] as Computed);
  }
  const node = view(tree, part);
  switch (node.kind) {
    case "paren":
      return plainOf(tree, node.expression);
    case "string":
    case "indented-string":
    case "uri": {
      const text = literalString(tree, part);
      return text === undefined ? new Computed(part) : fromByteText(text);
    }
    case "integer":
      return Number(node.text);
    case "identifier":
      return node.name in constants ? constants[node.name]! : new Computed(part);
    case "list": {
      const elements = node.elements.map((element) => plainOf(tree, element));
      const unfit = elements.find((each) => each instanceof Computed);
      return unfit ?? (elements as Plain[]);
    }
    case "attr-set": {
      const members = membersOf(tree, part);
      return members instanceof Computed ? members : plainOf(tree, members);
    }
    default:
      return new Computed(part);
  }
}

const constants: Readonly<Record<string, Plain>> = { true: true, false: false, null: null };

/** The part that has to be evaluated, if there is one. */
function collect(tree: Tree, ref: Ref, members: Map<string, Part>): Ref | undefined {
  const node = view(tree, ref);
  if (node.kind === "paren") return collect(tree, node.expression, members);
  if (node.kind !== "attr-set" || node.recursive) return ref;
  for (const { path, value, attrPath } of bindingsOf(tree, ref)) {
    // an `inherit` has its name for its path and its value, and no data
    const names = value === attrPath || value === NONE ? [undefined] : path;
    if (names.length === 0 || names.includes(undefined)) return attrPath;
    const unfit = put(tree, names as readonly string[], value, members);
    if (unfit !== undefined) return unfit;
  }
  return undefined;
}

function put(tree: Tree, [name, ...rest]: readonly string[], value: Ref, members: Map<string, Part>): Ref | undefined {
  const known = members.get(name!);
  if (rest.length === 0 && known === undefined) {
    members.set(name!, value);
    return undefined;
  }
  const inner = new Map(known === undefined ? [] : typeof known === "number" ? [] : known);
  if (typeof known === "number") {
    const unfit = collect(tree, known, inner);
    if (unfit !== undefined) return unfit;
  }
  members.set(name!, inner);
  return rest.length > 0 ? put(tree, rest, value, inner) : collect(tree, value, inner);
}
