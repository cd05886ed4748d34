/** Expressions of which only the truth counts, and the jumps that depend on them. */
import { unwrap } from "./constants.js";
import { emitValue, emitWord, isUnsigned } from "./expressions.js";
import { constantOf } from "./names.js";
import { calleeOf, throughCall } from "./calls.js";
import { BR_IF, comparisons, ELSE, EQZ, I32, IF } from "./opcodes.js";

/** Leaves a number that is 0 if the condition is false; for a comparison, `!`, and what is made of these, 0 or 1. */
export function emitCondition(f, expression) {
  const { code } = f;
  const node = unwrap(expression);
  if (constantOf(f, node) !== undefined) return emitValue(f, node);
  if (node.type === "UnaryExpression" && node.operator === "!") return emitNot(f, unwrap(node.argument));
  if (throughCall(f, node, emitCondition)) return undefined;
  if (!isJunction(node)) return emitValue(f, node);
  emitCondition(f, node.left);
  code.open(IF, I32);
  if (node.operator === "&&") emitCondition(f, node.right);
  else code.constant(1);
  code.put(ELSE);
  if (node.operator === "&&") code.constant(0);
  else emitCondition(f, node.right);
  return code.close();
}

/** Goes to the end of a block if a condition is what `sense` says, and on if not. */
export function emitJump(f, expression, sense, block) {
  const { code } = f;
  const node = unwrap(expression);
  const known = constantOf(f, node);
  if (known !== undefined) {
    if (Boolean(known) === sense) code.branch(block);
  } else if (node.type === "UnaryExpression" && node.operator === "!") {
    emitJump(f, node.argument, !sense, block);
  } else if (throughCall(f, node, (inner, inside) => emitJump(inner, inside, sense, block))) {
    // that was all
  } else if (!isJunction(node)) {
    if (sense) emitCondition(f, node);
    else emitNot(f, node);
    code.branch(block, BR_IF);
  } else if ((node.operator === "||") === sense) {
    emitJump(f, node.left, sense, block);
    emitJump(f, node.right, sense, block);
  } else {
    const beyond = code.open();
    emitJump(f, node.left, !sense, beyond);
    emitJump(f, node.right, sense, block);
    code.close();
  }
}

export function emitComparison(f, node, operator = node.operator) {
  const { signed, unsigned } = comparisons[operator];
  const isWithoutSign = (side) => isUnsigned(f, side) || constantOf(f, side) >= 0;
  if ([node.left, node.right].every(isWithoutSign)) {
    emitWord(f, node.left);
    emitWord(f, node.right);
    return f.code.put(unsigned);
  }
  emitValue(f, node.left);
  if ((operator === "===" || operator === "!==") && constantOf(f, node.right) === 0) {
    return f.code.put(EQZ, ...(operator === "===" ? [] : [EQZ]));
  }
  emitValue(f, node.right);
  return f.code.put(signed);
}

/** Whether the form of an expression says that its value is a Boolean. */
export function isBoolean(f, expression) {
  const node = unwrap(expression);
  if (typeof constantOf(f, node) === "boolean") return true;
  switch (node.type) {
    case "BinaryExpression":
      return comparisons[node.operator] !== undefined;
    case "UnaryExpression":
      return node.operator === "!";
    case "LogicalExpression":
      return isBoolean(f, node.left) && isBoolean(f, node.right);
    case "CallExpression":
      return calleeOf(f, node)?.result === "boolean";
    default:
      return false;
  }
}

function emitNot(f, node) {
  if (node.type === "BinaryExpression" && comparisons[node.operator] !== undefined) {
    return emitComparison(f, node, comparisons[node.operator].opposite);
  }
  emitCondition(f, node);
  return f.code.put(EQZ);
}

function isJunction(node) {
  return node.type === "LogicalExpression" && (node.operator === "&&" || node.operator === "||");
}
