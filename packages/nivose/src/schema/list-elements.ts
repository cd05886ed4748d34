/** The elements of a list, where they are written out. */

import { parse, type Ref, Token, type Tree, view } from "@nivose/nix/syntax";
import { lastName } from "./definitions.ts";

export interface WrittenElement {
  /** Bytes from the beginning of the text. */
  readonly start: number;
  readonly end: number;
}

/**
 * The elements of the list that a text makes, if it is known to have so many: those of a literal list, and of literal lists
 * put together. A list within `optionals` counts as a whole or not at all, whichever gives the right number.
 */
export function elementsWritten(text: Uint8Array, count: number): readonly WrittenElement[] | undefined {
  const tree = parse(text, { pipeOperators: true });
  const parts = partsOf(tree, tree.child(tree.root, 0), false);
  if (parts === undefined) return undefined;
  const [without, all] = [parts.filter(({ isOptional }) => !isOptional), parts].map((some) =>
    some.flatMap(({ elements }) => elements),
  );
  const fitting = [all, without].find((elements) => elements!.length === count);
  return fitting?.map((element) => ({ start: tree.start(element), end: tree.end(element) }));
}

interface Part {
  readonly elements: readonly Ref[];
  readonly isOptional: boolean;
}

function partsOf(tree: Tree, ref: Ref, isOptional: boolean): readonly Part[] | undefined {
  const node = view(tree, ref);
  switch (node.kind) {
    case "list":
      return [{ elements: node.elements, isOptional }];
    case "paren":
      return partsOf(tree, node.expression, isOptional);
    case "with":
    case "let":
    case "assert":
      return partsOf(tree, node.body, isOptional);
    case "binary": {
      if (node.operator !== Token.Concat) return undefined;
      const left = partsOf(tree, node.left, isOptional);
      const right = partsOf(tree, node.right, isOptional);
      return left === undefined || right === undefined ? undefined : [...left, ...right];
    }
    case "apply": {
      const name = lastName(tree, node.function);
      const content = node.arguments[1];
      if (node.arguments.length !== 2 || content === undefined) return undefined;
      if (name === "optional") return [{ elements: [content], isOptional: true }];
      return name === "optionals" ? partsOf(tree, content, true) : undefined;
    }
    default:
      return undefined;
  }
}
