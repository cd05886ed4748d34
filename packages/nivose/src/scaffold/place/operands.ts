/** Operands of a chain of `++`, at its end. */

import { Edit, type Ref, Token, type Tree, view } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import { edited } from "../edit/items.ts";
import { sameExpression } from "./expressions.ts";
import { valueAt } from "./found.ts";

/** Nothing if there is no such value. */
export function withOperand(file: SourceFile, of: string, operand: string): Uint8Array | undefined {
  const chain = valueAt(file, of);
  if (chain === undefined) return undefined;
  const operands = operandsOf(file.tree, chain);
  if (operands.some((each) => sameExpression(file.text(each), operand))) return file.bytes;
  const { tree } = file;
  const last = operands.at(-1)!;
  const source = Buffer.from(file.bytes).toString("latin1");
  const indent = /^[ \t]*/u.exec(source.slice(source.lastIndexOf("\n", tree.start(last)) + 1))![0];
  return edited(file, [Edit.insert(tree.end(last), `\n${indent}++ ${operand}`)]).bytes;
}

export function withoutOperand(file: SourceFile, of: string, operand: string): Uint8Array {
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
