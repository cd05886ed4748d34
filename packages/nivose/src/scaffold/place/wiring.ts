/** How a part comes to take part: one file says its name, in one of the ways that a layout knows. All can be taken back. */

import type { Ref } from "@nivose/nix/syntax";
import { SourceFile } from "../../check/source/source-file.ts";
import { insertItem, itemsOf, removeItem } from "../edit/items.ts";
import type { GrowProblem } from "../growth.ts";
import type { Wiring } from "../layout.ts";
import { nixName } from "../nix.ts";
import { laidOut, sameExpression } from "./expressions.ts";
import { bindingOf, firstNameOf, listAt, otherOf, setAt } from "./found.ts";
import { insertInOrder } from "./in-order.ts";
import { withLine, withoutLine } from "./lines.ts";
import { withoutWord, withWord } from "./loop.ts";
import { placeMessages } from "./messages.ts";
import { withOperand, withoutOperand } from "./operands.ts";
import { fillPattern, nameIn, type PatternValues } from "./pattern.ts";
import { withoutRow, withRow } from "./table.ts";

/** The file as it is afterwards, the same if there is nothing to do; or why it cannot be. */
export type Rewired = { readonly bytes: Uint8Array } | { readonly problem: GrowProblem };

type Element = Wiring & { readonly kind: "element" };

export function wire(wiring: Wiring, bytes: Uint8Array, values: PatternValues, kind: string): Rewired {
  const source = new SourceFile(fillPattern(wiring.file, values), bytes);
  switch (wiring.kind) {
    case "by-folder":
    case "whole":
    case "sops-rule":
      return { bytes };
    case "element":
      return withElement(source, wiring, values);
    case "attribute":
      return withAttribute(source, wiring, values, kind);
    case "operand":
      return rewired(source, withOperand(source, wiring.of, fillPattern(wiring.operand, values)), `'${wiring.of}'`);
    case "row": {
      const text = withRow(textOf(bytes), wiring.header, fillPattern(wiring.row, values));
      return rewired(source, text, `table with a column '${wiring.header}'`);
    }
    case "line": {
      const text = withLine(textOf(bytes), wiring.below, fillPattern(wiring.line, values));
      return rewired(source, text, `line '${wiring.below.trim()}'`);
    }
    case "word":
      return rewired(
        source,
        withWord(textOf(bytes), wiring.loop, fillPattern(wiring.word, values)),
        `loop '${wiring.loop}'`,
      );
  }
}

export function unwire(wiring: Wiring, bytes: Uint8Array, values: PatternValues): Uint8Array {
  const source = new SourceFile(fillPattern(wiring.file, values), bytes);
  switch (wiring.kind) {
    case "by-folder":
    case "whole":
    case "sops-rule":
      return bytes;
    case "element": {
      const list = listAt(source, wiring.list);
      const item = list === undefined ? undefined : elementIn(source, list, fillPattern(wiring.element, values));
      return item === undefined ? bytes : removeItem(source, list!, item).bytes;
    }
    case "attribute": {
      const path = pathOf(wiring.attribute, values);
      const set = setAt(source, wiring.set, path.slice(0, -1));
      const found = set === undefined ? undefined : bindingOf(source, set, path);
      return found === undefined ? bytes : removeItem(source, set!, found.binding).bytes;
    }
    case "operand":
      return withoutOperand(source, wiring.of, fillPattern(wiring.operand, values));
    case "row":
      return Buffer.from(withoutRow(textOf(bytes), wiring.header, fillPattern(wiring.row, values)));
    case "line":
      return Buffer.from(withoutLine(textOf(bytes), wiring.below, fillPattern(wiring.line, values)));
    case "word":
      return Buffer.from(withoutWord(textOf(bytes), wiring.loop, fillPattern(wiring.word, values)));
  }
}

function withElement(file: SourceFile, { list: place, element: pattern }: Element, values: PatternValues): Rewired {
  const list = listAt(file, place);
  if (list === undefined) return rewired(file, undefined, place === "" ? "list" : `list '${place}'`);
  const element = fillPattern(pattern, values);
  if (elementIn(file, list, element) !== undefined) return { bytes: file.bytes };
  // a list of many things has its own kind together
  const siblings = itemsOf(file.tree, list).filter((item) => nameIn(pattern, file.text(item)) !== undefined);
  const isMixed = siblings.length > 0 && siblings.length < itemsOf(file.tree, list).length;
  const after = isMixed && !/^[."]/u.test(pattern) ? siblings.at(-1)! : undefined;
  if (after !== undefined) return { bytes: insertItem(file, list, element, { after }).bytes };
  return { bytes: insertInOrder(file, list, element, element, (item) => file.text(item)).bytes };
}

function elementIn(file: SourceFile, list: Ref, element: string): Ref | undefined {
  return itemsOf(file.tree, list).find((item) => sameExpression(file.text(item), element));
}

function withAttribute(
  file: SourceFile,
  { set: place, attribute, value: pattern }: Wiring & { kind: "attribute" },
  values: PatternValues,
  kind: string,
): Rewired {
  const { tree } = file;
  const path = pathOf(attribute, values);
  const set = setAt(file, place, path.slice(0, -1));
  if (set === undefined) return rewired(file, undefined, place === "" ? "set" : `set '${place}'`);
  const value = fillPattern(pattern, values);
  const there = bindingOf(file, set, path);
  if (there !== undefined && sameExpression(file.text(there.value), value)) return { bytes: file.bytes };
  const taken = otherOf(file, set, path);
  if (taken !== undefined) {
    const message = placeMessages["part-exists"](kind, values.name, `${file.name} has an attribute of that name`);
    return { problem: { message, file: file.name, range: tree.range(taken) } };
  }
  const text = `${path.map((name) => nixName(name)).join(".")} = ${laidOut(value)};`;
  const first = path[0]!;
  const sibling = itemsOf(tree, set).findLast((item) => firstNameOf(tree, item) === first);
  if (sibling !== undefined) return { bytes: insertItem(file, set, text, { after: sibling, gap: false }).bytes };
  return { bytes: insertInOrder(file, set, text, first, (item) => firstNameOf(tree, item)).bytes };
}

function pathOf(attribute: string | undefined, values: PatternValues): readonly string[] {
  return fillPattern(attribute ?? "{name}", values).split(".");
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}

function rewired({ name }: SourceFile, after: Uint8Array | string | undefined, what: string): Rewired {
  if (after === undefined) return { problem: { message: placeMessages["part-unwired"](name, what), file: name } };
  return { bytes: typeof after === "string" ? Buffer.from(after) : after };
}
