/** Defaults as texts: how values are written in Nix, and the expressions of computed ones. */

import { literalString, parse, quoteName, quoteString, type Ref, type Tree, view } from "@nivose/nix/syntax";
import { namesIn } from "./listed-options.ts";
import type { Json } from "./option-set.ts";

/** A value over several lines, as manuals show it. */
export function writtenValue(value: Json, indent = ""): string {
  if (typeof value === "string") return quoteString(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const parts = Array.isArray(value)
    ? (value as readonly Json[]).map((element) => writtenValue(element, inner))
    : Object.entries(value).map(([name, member]) => `${quoteName(name)} = ${writtenValue(member, inner)};`);
  if (parts.length === 0) return `${open} ${close}`;
  return `${open}\n${parts.map((part) => `${inner}${part}\n`).join("")}${indent}${close}`;
}

/** The expressions in a file of computed defaults, by the paths of their options in it. */
export function expressionsIn(text: string): ReadonlyMap<string, string> {
  const source = Buffer.from(text, "utf8");
  const tree = parse(source);
  const file = view(tree, tree.child(tree.root, 0));
  const body = file.kind === "lambda" ? view(tree, file.body) : undefined;
  const found = new Map<string, string>();
  if (body?.kind !== "attr-set") return found;
  for (const ref of body.bindings) {
    const binding = view(tree, ref);
    if (binding.kind !== "binding") continue;
    const path = view(tree, binding.attrPath);
    const name = path.kind === "attr-path" ? literalString(tree, path.names[0]!) : undefined;
    if (name === undefined) continue;
    const option = Buffer.from(name, "latin1").toString("utf8");
    const { start, end } = tree.range(withoutNames(tree, binding.value, namesIn(option.split(".")).length));
    found.set(option, source.subarray(start, end).toString());
  }
  return found;
}

/** The names of submodules are parameters of what stands in them. */
function withoutNames(tree: Tree, ref: Ref, count: number): Ref {
  const node = view(tree, ref);
  return count > 0 && node.kind === "lambda" ? withoutNames(tree, node.body, count - 1) : ref;
}
