/**
 * A `fleet.nix` as its text alone tells it. Nearly all are written out, and to read them so takes no evaluator, whose start
 * would be most of the time of a command that finds everything else recorded.
 */

import { literalString, NONE, type Ref, Token, type Tree, view } from "@nivose/nix/syntax";
import { fromByteText } from "../../report/byte-text.ts";
import type { Raw } from "./fleet-data.ts";
import { isMember } from "./members.ts";
import type { FileAnswer } from "./question.ts";

/** Nothing if a part that matters has to be evaluated, or is wrong in itself. */
export function literalAnswer(tree: Tree): FileAnswer | undefined {
  const file = setAt(tree, tree.child(tree.root, 0));
  const hosts = file?.get("hosts");
  if (file === undefined || hosts === undefined) return undefined;
  if (!(hosts instanceof Map)) return undefined;
  const read: Record<string, Raw> = {};
  for (const [name, host] of hosts) {
    if (!(host instanceof Map)) return undefined;
    const members: Record<string, Raw> = {};
    for (const [member, part] of host) {
      const raw: Raw | undefined = isMember(member) ? rawOf(tree, part) : { type: "unread" };
      if (raw === undefined) return undefined;
      members[member] = raw;
    }
    read[name] = { type: "set", value: members };
  }
  return { isData: true, hosts: read };
}

/** A set that is written out, perhaps in parts, or any other expression. */
type Part = Ref | Members;
type Members = Map<string, Part>;

function setAt(tree: Tree, ref: Ref): Members | undefined {
  const members: Members = new Map();
  return addBindings(tree, ref, members) ? members : undefined;
}

/** Whether it is a set that is written out, and fits to what is there. */
function addBindings(tree: Tree, ref: Ref, members: Members): boolean {
  const node = view(tree, ref);
  if (node.kind !== "attr-set" || node.recursive) return false;
  return node.bindings.every((each) => {
    const binding = view(tree, each);
    if (binding.kind !== "binding" || binding.value === NONE) return false;
    const attrPath = view(tree, binding.attrPath);
    const names = attrPath.kind === "attr-path" ? attrPath.names.map((name) => nameOf(tree, name)) : [undefined];
    return names.every((name) => name !== undefined) && add(tree, names, binding.value, members);
  });
}

function add(tree: Tree, [name, ...rest]: readonly string[], value: Ref, members: Members): boolean {
  if (name === undefined) return false;
  const known = members.get(name);
  const isSet = rest.length > 0 || view(tree, value).kind === "attr-set";
  if (!isSet) {
    members.set(name, value);
    return known === undefined;
  }
  if (known !== undefined && !(known instanceof Map)) return false;
  const inner: Members = known ?? new Map();
  members.set(name, inner);
  return rest.length > 0 ? add(tree, rest, value, inner) : addBindings(tree, value, inner);
}

function rawOf(tree: Tree, part: Part): Raw | undefined {
  if (!(part instanceof Map)) return rawOfExpression(tree, part);
  const entries = [...part].map(([name, each]) => [name, rawOf(tree, each)] as const);
  if (entries.some(([, raw]) => raw === undefined)) return undefined;
  return { type: "set", value: Object.fromEntries(entries) as Record<string, Raw> };
}

function rawOfExpression(tree: Tree, ref: Ref): Raw | undefined {
  const node = view(tree, ref);
  switch (node.kind) {
    case "paren":
      return rawOfExpression(tree, node.expression);
    case "string":
    case "indented-string":
    case "uri": {
      const text = literalString(tree, ref);
      return text === undefined ? undefined : { type: "string", value: fromByteText(text) };
    }
    case "integer":
      return { type: "int", value: Number(node.text) };
    case "unary": {
      const operand = rawOfExpression(tree, node.operand);
      return node.operator === Token.Minus && operand?.type === "int"
        ? { type: "int", value: -operand.value }
        : undefined;
    }
    case "identifier":
      return node.name === "null"
        ? { type: "null" }
        : /^(?:true|false)$/u.test(node.name)
          ? { type: "bool" }
          : undefined;
    case "list": {
      const elements = node.elements.map((element) => rawOfExpression(tree, element));
      return elements.some((raw) => raw === undefined) ? undefined : { type: "list", value: elements as Raw[] };
    }
    case "attr-set": {
      const members = setAt(tree, ref);
      return members === undefined ? undefined : rawOf(tree, members);
    }
    default:
      return undefined;
  }
}

function nameOf(tree: Tree, ref: Ref): string | undefined {
  const node = view(tree, ref);
  const text = node.kind === "identifier" ? node.name : literalString(tree, ref);
  return text === undefined ? undefined : fromByteText(text);
}
