/** How a part comes to take part: one file says its name, in one of the ways that a layout knows. All can be taken back. */

import { formatSource } from "@nivose/nix/format";
import { nixName } from "../nix.ts";
import { Edit, Node, NONE, type Ref, Token, type Tree, view } from "@nivose/nix/syntax";
import { bindingsOf } from "../../schema/definitions.ts";
import { SourceFile } from "../../check/source/source-file.ts";
import { attributeAt, listOf, setsOf } from "../edit/attributes.ts";
import { edited, itemsOf, removeItem } from "../edit/items.ts";
import type { GrowProblem } from "../growth.ts";
import type { Wiring } from "../layout.ts";
import { insertInOrder } from "./in-order.ts";
import { placeMessages } from "./messages.ts";
import { fillPattern, type PatternValues } from "./pattern.ts";

/** The file as it is afterwards, the same if there is nothing to do; or why it cannot be. */
export type Rewired = { readonly bytes: Uint8Array } | { readonly problem: GrowProblem };

export function wire(wiring: Wiring, bytes: Uint8Array, values: PatternValues, kind: string): Rewired {
  const file = fillPattern(wiring.file, values);
  const source = new SourceFile(file, bytes);
  switch (wiring.kind) {
    case "by-folder":
    case "sops-rule":
      return { bytes };
    case "element": {
      const list = listAt(source, wiring.list);
      if (list === undefined) return unwired(file, `the list '${wiring.list || "of its own"}'`);
      const element = fillPattern(wiring.element, values);
      if (elementIn(source, list, element) !== undefined) return { bytes };
      return { bytes: insertInOrder(source, list, element, element, (item) => source.text(item)).bytes };
    }
    case "attribute": {
      const set = setAt(source, wiring.set);
      if (set === undefined) return unwired(file, `the set '${wiring.set || "of its own"}'`);
      const path = fillPattern(wiring.attribute ?? "{name}", values).split(".");
      const value = fillPattern(wiring.value, values);
      const taken = bindingOf(source, set, path);
      if (taken !== undefined) {
        if (sameExpression(source.text(taken.value), value)) return { bytes };
        const message = placeMessages["part-exists"](kind, values.name, `${file} has an attribute of that name`);
        return { problem: { message, file, range: source.tree.range(taken.binding) } };
      }
      const text = `${path.map((name) => nixName(name)).join(".")} = ${laidOut(value)};`;
      return { bytes: insertInOrder(source, set, text, path[0]!, (item) => firstName(source.tree, item)).bytes };
    }
    case "operand":
      return withOperand(source, wiring.of, fillPattern(wiring.operand, values));
    case "row":
      return withRow(source, wiring.header, fillPattern(wiring.row, values), values.name);
    case "word":
      return withWord(source, wiring.loop, fillPattern(wiring.word, values));
  }
}

export function unwire(wiring: Wiring, bytes: Uint8Array, values: PatternValues): Uint8Array {
  const source = new SourceFile(fillPattern(wiring.file, values), bytes);
  switch (wiring.kind) {
    case "by-folder":
    case "sops-rule":
      return bytes;
    case "element": {
      const list = listAt(source, wiring.list);
      const item = list === undefined ? undefined : elementIn(source, list, fillPattern(wiring.element, values));
      return item === undefined ? bytes : removeItem(source, list!, item).bytes;
    }
    case "attribute": {
      const set = setAt(source, wiring.set);
      const path = fillPattern(wiring.attribute ?? "{name}", values).split(".");
      const found = set === undefined ? undefined : bindingOf(source, set, path);
      return found === undefined ? bytes : removeItem(source, set!, found.binding).bytes;
    }
    case "operand":
      return withoutOperand(source, wiring.of, fillPattern(wiring.operand, values));
    case "row":
      return withoutRow(source, wiring.header, values.name);
    case "word":
      return withoutWord(source, wiring.loop, fillPattern(wiring.word, values));
  }
}

function unwired(file: string, what: string): Rewired {
  return { problem: { message: placeMessages["part-unwired"](file, what), file } };
}

function listAt(file: SourceFile, path: string): Ref | undefined {
  const ref = valueAt(file, path);
  return ref === undefined ? undefined : listOf(file.tree, ref);
}

/** The first of the sets that a value is made of, which is where most of it stands. */
export function setAt(file: SourceFile, path: string): Ref | undefined {
  const ref = valueAt(file, path);
  return ref === undefined ? undefined : setsOf(file.tree, ref)[0];
}

/** The value of an attribute, or of a name in a `let`; the whole file if there is no path. */
function valueAt(file: SourceFile, path: string): Ref | undefined {
  if (path === "") return file.expression;
  const names = path.split(".");
  const found = attributeAt(file, names);
  if (found !== undefined) return found.value;
  for (const ref of [...file.nodes(Node.Let)].toReversed()) {
    const bound = bindingsOf(file.tree, ref).find((each) => each.path.length === 1 && each.path[0] === names[0]);
    if (bound === undefined) continue;
    if (names.length === 1) return bound.value;
  }
  return undefined;
}

function elementIn(file: SourceFile, list: Ref, element: string): Ref | undefined {
  return itemsOf(file.tree, list).find((item) => sameExpression(file.text(item), element));
}

function bindingOf(file: SourceFile, set: Ref, path: readonly string[]): { binding: Ref; value: Ref } | undefined {
  const { tree } = file;
  for (const { path: names, attrPath, value } of bindingsOf(tree, set)) {
    if (names.length !== path.length || names.some((name, index) => name !== path[index])) continue;
    const binding = itemsOf(tree, set).find(
      (ref) => tree.kind(ref) === Node.Binding && tree.child(ref, 0) === attrPath,
    );
    if (binding !== undefined) return { binding, value };
  }
  return undefined;
}

function firstName(tree: Tree, item: Ref): string | undefined {
  const node = view(tree, item);
  if (node.kind !== "binding") return undefined;
  const path = view(tree, node.attrPath);
  return path.kind === "attr-path" ? tree.text(path.names[0]!) : undefined;
}

function sameExpression(one: string, other: string): boolean {
  return (
    one.replaceAll(/\s+/gu, " ").trim() === other.replaceAll(/\s+/gu, " ").trim() || laidOut(one) === laidOut(other)
  );
}

/** As it is written by itself; what is around it is formatted only if the file was. */
function laidOut(expression: string): string {
  const formatted = formatSource(new TextEncoder().encode(expression));
  return "text" in formatted ? new TextDecoder().decode(formatted.text).trimEnd() : expression;
}

function withOperand(file: SourceFile, of: string, operand: string): Rewired {
  const chain = valueAt(file, of);
  if (chain === undefined || chain === NONE) return unwired(file.name, `'${of}'`);
  const operands = operandsOf(file.tree, chain);
  if (operands.some((each) => sameExpression(file.text(each), operand))) return { bytes: file.bytes };
  const last = operands.at(-1)!;
  return { bytes: edited(file, [Edit.insert(file.tree.end(last), `\n++ ${operand}`)]).bytes };
}

function withoutOperand(file: SourceFile, of: string, operand: string): Uint8Array {
  const chain = valueAt(file, of);
  if (chain === undefined) return file.bytes;
  const operands = operandsOf(file.tree, chain);
  const index = operands.findIndex((each) => sameExpression(file.text(each), operand));
  if (index < 1) return file.bytes;
  const range = { start: file.tree.end(operands[index - 1]!), end: file.tree.end(operands[index]!) };
  return edited(file, [Edit.remove(range)]).bytes;
}

/** The operands of `a ++ b ++ c`, from the left. */
function operandsOf(tree: Tree, ref: Ref): readonly Ref[] {
  if (tree.isToken(ref)) return [ref];
  const node = view(tree, ref);
  if (node.kind !== "binary" || node.operator !== Token.Concat) return [ref];
  return [...operandsOf(tree, node.left), ...operandsOf(tree, node.right)];
}

/** Rows are in the order of their names if they were. */
function withRow(file: SourceFile, header: string, row: string, name: string): Rewired {
  const lines = linesOf(file);
  const table = tableAt(lines, header);
  if (table === undefined) return unwired(file.name, `table with a column '${header}'`);
  const rows = lines.slice(table.start, table.end);
  const keys = rows.map((each) => keyOfRow(each));
  if (keys.includes(name)) return { bytes: file.bytes };
  const isOrdered = keys.length > 1 && keys.every((key, index) => index === 0 || keys[index - 1]! <= key);
  const next = isOrdered ? keys.findIndex((key) => key > name) : -1;
  lines.splice(next < 0 ? table.end : table.start + next, 0, row);
  return { bytes: Buffer.from(lines.join("\n")) };
}

function withoutRow(file: SourceFile, header: string, name: string): Uint8Array {
  const lines = linesOf(file);
  const table = tableAt(lines, header);
  if (table === undefined) return file.bytes;
  const index = lines.slice(table.start, table.end).findIndex((each) => keyOfRow(each) === name);
  if (index < 0) return file.bytes;
  lines.splice(table.start + index, 1);
  return Buffer.from(lines.join("\n"));
}

function linesOf({ bytes }: SourceFile): string[] {
  return Buffer.from(bytes).toString().split("\n");
}

/** The rows below the line of dashes. */
function tableAt(lines: readonly string[], header: string): { start: number; end: number } | undefined {
  const head = lines.findIndex((line) => line.startsWith(`| ${header} |`));
  if (head < 0) return undefined;
  const start = head + 2;
  const length = lines.slice(start).findIndex((line) => !line.startsWith("|"));
  return { start, end: length < 0 ? lines.length : start + length };
}

function keyOfRow(row: string): string {
  return (row.split("|")[1] ?? "").trim().replaceAll("`", "");
}

function withWord(file: SourceFile, loop: string, word: string): Rewired {
  const found = loopIn(file, loop);
  if (found === undefined) return unwired(file.name, `loop '${loop}'`);
  if (found.words.includes(word)) return { bytes: file.bytes };
  return { bytes: Edit.applySplices(file.bytes, [Edit.insert(found.end, ` ${word}`)]) };
}

function withoutWord(file: SourceFile, loop: string, word: string): Uint8Array {
  const found = loopIn(file, loop);
  if (found === undefined || !found.words.includes(word)) return file.bytes;
  const words = found.words.filter((each) => each !== word);
  return Edit.applySplices(file.bytes, [Edit.replace({ start: found.start, end: found.end }, words.join(" "))]);
}

function loopIn(
  { bytes }: SourceFile,
  loop: string,
): { start: number; end: number; words: readonly string[] } | undefined {
  const text = Buffer.from(bytes).toString("latin1");
  const at = text.indexOf(loop);
  const end = at < 0 ? -1 : text.indexOf("; do", at);
  if (end < 0) return undefined;
  const start = at + loop.length;
  return { start, end, words: text.slice(start, end).split(/\s+/u) };
}
