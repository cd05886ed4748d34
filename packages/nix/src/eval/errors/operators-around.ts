/**
 * What Nix says of the operators and conditions between the start of an evaluation and the place where it is now. They
 * leave no frames: which of them are under way follows from the tree.
 */

import * as Node from "../../syntax/node.ts";
import * as Token from "../../syntax/token.ts";
import type { Ref, Tree } from "../../syntax/tree.ts";

export interface OperatorRemark {
  readonly text: string;
  /** The offset of what it points at, if that is anything. */
  readonly offset: number | undefined;
}

/** Where Nix says that an expression is; nowhere for literals. */
function placeOf(tree: Tree, ref: Ref): number | undefined {
  switch (tree.kind(ref)) {
    case Node.Paren:
      return placeOf(tree, tree.child(ref, 0));
    case Node.Binary:
      return tree.start(tree.child(ref, 1));
    case Node.String:
    case Node.IndentedString:
    case Token.Integer:
    case Token.Float:
      return undefined;
    default:
      return tree.start(ref);
  }
}

/** The remark on an expression of which a part is being evaluated. */
export function operatorRemark(tree: Tree, parent: Ref, child: Ref): OperatorRemark | undefined {
  switch (tree.kind(parent)) {
    case Node.If:
      return tree.child(parent, 0) === child ? at(tree, parent, "while evaluating a branch condition") : undefined;
    case Node.Assert:
      return tree.child(parent, 0) === child ? at(tree, parent, "in the condition of the assert statement") : undefined;
    case Node.Unary:
      return tree.kind(tree.child(parent, 0)) === Token.Not
        ? { text: "in the argument of the not operator", offset: placeOf(tree, child) }
        : at(tree, tree.child(parent, 0), builtin("sub"));
    case Node.Binary:
      return binaryRemark(tree, parent, tree.child(parent, 0) === child ? "left" : "right");
    default:
      return undefined;
  }
}

/** The remark on an expression that fails itself: `text` is the error's. */
export function failingRemark(tree: Tree, path: readonly Ref[], text: string): OperatorRemark | undefined {
  const ref = path.at(-1)!;
  if (text.startsWith("cannot coerce")) {
    const piece = path.findLast((each) => tree.kind(each) === Node.Interpolation && tree.child(each, 0) === ref);
    return at(tree, piece ?? ref, "while evaluating a path segment");
  }
  if (text.startsWith("expected a list")) return concatRemark(tree, path);
  switch (tree.kind(ref)) {
    case Node.Unary:
      return at(tree, tree.child(ref, 0), builtin("sub"));
    case Node.Binary: {
      const name = builtinOperators[tree.kind(tree.child(ref, 1))];
      return name === undefined ? undefined : at(tree, tree.child(ref, 1), builtin(name));
    }
    case Node.Select:
      return text.startsWith("expected a set") ? at(tree, ref, "while selecting an attribute") : undefined;
    case Node.Lambda:
      return text.startsWith("expected a set")
        ? at(tree, ref, "while evaluating the value passed for the lambda argument")
        : undefined;
    default:
      return undefined;
  }
}

function concatRemark(tree: Tree, path: readonly Ref[]): OperatorRemark | undefined {
  const concat = path.findLast((ref) => tree.kind(ref) === Node.Binary && ref !== path.at(-1));
  if (concat === undefined || tree.kind(tree.child(concat, 1)) !== Token.Concat) return undefined;
  return at(tree, tree.child(concat, 1), "while evaluating one of the elements to concatenate");
}

const builtinOperators: Readonly<Record<number, string>> = {
  [Token.Minus]: "sub",
  [Token.Star]: "mul",
  [Token.Slash]: "div",
  [Token.Less]: "lessThan",
  [Token.LessEqual]: "lessThan",
  [Token.Greater]: "lessThan",
  [Token.GreaterEqual]: "lessThan",
};

function binaryRemark(tree: Tree, parent: Ref, side: "left" | "right"): OperatorRemark | undefined {
  const operator = tree.child(parent, 1);
  const operand = (name: string): OperatorRemark =>
    at(tree, operator, `in the ${side} operand of the ${name} operator`);
  switch (tree.kind(operator)) {
    case Token.And:
      return operand("AND (&&)");
    case Token.Or:
      return operand("OR (||)");
    case Token.Implies:
      return operand("IMPL (->)");
    case Token.Update:
      return operand("update (//)");
    default: {
      const name = builtinOperators[tree.kind(operator)];
      return name === undefined ? undefined : at(tree, operator, builtin(name));
    }
  }
}

function builtin(name: string): string {
  return `while calling the '${name}' builtin`;
}

function at(tree: Tree, ref: Ref, text: string): OperatorRemark {
  return { text, offset: tree.start(ref) };
}
