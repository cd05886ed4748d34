/** Defaults as manuals show them: values, expressions, or prose about something that is computed. */

import {
  analyze,
  literalString,
  parse,
  quoteName,
  quoteString,
  type Ref,
  Token,
  type Tree,
  view,
} from "@nivose/nix/syntax";
import type { Json } from "./option-set.ts";

export type KnownDefault =
  | { readonly kind: "value"; readonly value: Json }
  /** An expression over the arguments of a module. */
  | { readonly kind: "expression"; readonly text: string }
  | { readonly kind: "unknown" };

/** What texts leave out: they may begin with the names of options, or of functions of `lib`, or take `cfg` for their service. */
export interface Around {
  readonly optionNames: ReadonlySet<string>;
  readonly libNames: ReadonlySet<string>;
  /** The path of the option. */
  readonly path: readonly string[];
}

const argumentNames = ["config", "lib", "options", "pkgs"];

/** `names`: what stands for `<name>` in the text, from the outermost submodule to the innermost. */
export function defaultOfText(text: string, names: readonly string[], around?: Around): KnownDefault {
  for (const source of readings(text.trim().replace(/;$/u, ""), names)) {
    const tree = parse(Buffer.from(source, "utf8"));
    const expression = tree.child(tree.root, 0);
    const { diagnostics } = analyze(tree, { extraNames: [...argumentNames, ...names] });
    const missing = diagnostics.map(({ code, range }) =>
      code === "undefined-variable"
        ? Buffer.from(source, "utf8").subarray(range.start, range.end).toString()
        : undefined,
    );
    const bound = around === undefined ? [] : bindings(missing, around);
    if (missing.length > 0 && (bound.length === 0 || bound.includes(undefined))) continue;
    const value = valueOf(tree, expression);
    if (value !== undefined) return { kind: "value", value };
    if (isProse(tree, expression)) return { kind: "unknown" };
    const given = [...new Set(bound)]
      .toSorted()
      .map((binding) => `${binding} `)
      .join("");
    return { kind: "expression", text: given === "" ? source : `let ${given}in\n${source}` };
  }
  return { kind: "unknown" };
}

/** `<name>` is a name in an attribute path and text in a string; elsewhere it is the name itself. */
function readings(text: string, names: readonly string[]): readonly string[] {
  const read = (write: (name: string, isQuoted: boolean) => string): string => {
    let index = 0;
    return text.replaceAll(/([<‹])name[>›]/gu, (_, open: string) => {
      const name = names[Math.min(index++, names.length - 1)];
      return name === undefined ? "<name>" : write(name, open === "<");
    });
  };
  return [read((name) => `\${${name}}`), read((name, isQuoted) => (isQuoted ? `\${${name}}` : name))];
}

function bindings(missing: readonly (string | undefined)[], around: Around): readonly (string | undefined)[] {
  const { optionNames, libNames, path } = around;
  return missing.map((name) => {
    if (name === undefined) return undefined;
    if (optionNames.has(name)) return `inherit (config) ${name};`;
    if (libNames.has(name)) return `inherit (lib) ${name};`;
    return name === "cfg" && path.length > 2 ? `cfg = config.${path.slice(0, 2).map(quoteName).join(".")};` : undefined;
  });
}

/** A value with the name of a submodule in it, as manuals show it, is one that depends on that name. */
export function defaultOfValue(value: unknown, names: readonly string[]): KnownDefault {
  const text = JSON.stringify(value);
  const isNamed = text.includes("‹name›");
  if (isNamed && names.length !== 1) return { kind: "unknown" };
  if (!isNamed && !text.includes(FLOAT)) return { kind: "value", value: value as Json };
  return { kind: "expression", text: nixText(value, names[0] ?? "name") };
}

/** The key of a set that holds a number with a point. */
export const FLOAT = "float of Nix";

function nixText(value: unknown, name: string): string {
  if (Array.isArray(value)) return `[ ${value.map((element) => `(${nixText(element, name)})`).join(" ")} ]`;
  if (typeof value === "string") return quoteString(value).replaceAll("‹name›", `\${${name}}`);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value);
  if (FLOAT in value) return String(members[0]![1]);
  return `{ ${members.map(([key, member]) => `${quoteString(key)} = ${nixText(member, name)};`).join(" ")} }`;
}

function valueOf(tree: Tree, ref: Ref): Json | undefined {
  const string = literalString(tree, ref);
  if (string !== undefined) return Buffer.from(string, "latin1").toString("utf8");
  const node = view(tree, ref);
  switch (node.kind) {
    case "identifier":
      return { true: true, false: false, null: null }[node.name];
    case "integer":
      return Number.isSafeInteger(Number(node.text)) ? Number(node.text) : undefined;
    case "unary": {
      const operand = valueOf(tree, node.operand);
      return typeof operand === "number" && node.operator === Token.Minus ? -operand : undefined;
    }
    case "paren":
      return valueOf(tree, node.expression);
    case "list": {
      const elements = node.elements.map((element) => valueOf(tree, element));
      return elements.every((element) => element !== undefined) ? elements : undefined;
    }
    case "attr-set":
      return setOf(tree, node.bindings);
    default:
      return undefined;
  }
}

function setOf(tree: Tree, bindings: readonly Ref[]): Json | undefined {
  const members: [string, Json][] = [];
  for (const binding of bindings) {
    const node = view(tree, binding);
    if (node.kind !== "binding") return undefined;
    const path = view(tree, node.attrPath);
    if (path.kind !== "attr-path" || path.names.length !== 1) return undefined;
    const named = view(tree, path.names[0]!);
    const name = named.kind === "identifier" ? named.name : literalString(tree, path.names[0]!);
    const value = valueOf(tree, node.value);
    if (name === undefined || value === undefined) return undefined;
    members.push([name, value]);
  }
  return Object.fromEntries(members);
}

/** A list of words in a sentence reads as a call, and a URL as a string: what calls a literal is no expression. */
function isProse(tree: Tree, ref: Ref): boolean {
  const node = view(tree, ref);
  return node.kind === "search-path" || node.kind === "path" || node.kind === "home-path" || node.kind === "uri";
}
