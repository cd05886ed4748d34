/**
 * Expressions. All values are 32-bit integers, a Boolean is 0 or 1. An expression is written for its value, for a
 * **word** (where only the lower 32 bits count, so that constants up to 0xffff_ffff and `>>> 0` are in order), or for its
 * effect alone; `conditions.js` has those that decide where to go on.
 */
import { emitCall } from "./calls.js";
import { emitComparison, emitCondition, isBoolean } from "./conditions.js";
import { unwrap } from "./constants.js";
import { refuse } from "./error.js";
import { emitLoad, emitStore, isInMemory } from "./memory.js";
import { constantOf, localOf, lookUp } from "./names.js";
import { ADD, arithmetic, comparisons, DROP, ELSE, I32, IF, SUB, XOR } from "./opcodes.js";

export function emitValue(f, expression) {
  const known = constantOf(f, expression);
  if (known !== undefined) return f.code.constant(checkInteger(f, expression, known));
  const node = unwrap(expression);
  if (isUnsigned(f, node)) {
    return refuse(
      f.module,
      node,
      "`>>> 0` may exceed a signed number: only comparisons of two such, operations on bits and stores understand it",
    );
  }
  return emitParts(f, node, emitValue);
}

/** A value of which only the lower 32 bits count. */
export function emitWord(f, expression) {
  const known = constantOf(f, expression);
  if (typeof known === "number" && Number.isSafeInteger(known)) return f.code.constant(known | 0);
  const node = unwrap(expression);
  if (isUnsigned(f, node)) return emitWord(f, node.left);
  return emitParts(f, node, known === undefined ? emitWord : emitValue);
}

/** What an expression does, without its value. */
export function emitEffect(f, expression) {
  const node = unwrap(expression);
  switch (node.type) {
    case "AssignmentExpression":
      return emitAssignment(f, node, false);
    case "UpdateExpression":
      return emitUpdate(f, node, false);
    case "CallExpression":
      return emitCall(f, node, false);
    case "SequenceExpression":
      return node.expressions.forEach((each) => emitEffect(f, each));
    case "ConditionalExpression":
      emitCondition(f, node.test);
      f.code.open(IF);
      emitEffect(f, node.consequent);
      f.code.put(ELSE);
      emitEffect(f, node.alternate);
      return f.code.close();
    case "LogicalExpression":
      emitCondition(
        f,
        node.operator === "&&" ? node.left : { type: "UnaryExpression", operator: "!", argument: node.left },
      );
      f.code.open(IF);
      emitEffect(f, node.right);
      return f.code.close();
    default:
      emitValue(f, node);
      return f.code.put(DROP);
  }
}

/** Whether an expression is `x >>> 0`. */
export function isUnsigned(f, expression) {
  const node = unwrap(expression);
  return node.type === "BinaryExpression" && node.operator === ">>>" && constantOf(f, node.right) === 0;
}

function emitParts(f, node, emitOperand) {
  const { code } = f;
  switch (node.type) {
    case "Identifier": {
      const found = lookUp(f, node);
      if (found?.kind === "local") return code.get(found.index);
      return refuse(
        f.module,
        node,
        `\`${node.name}\` is ${found === undefined ? "not known" : "no number that is known while compiling"}`,
      );
    }
    case "MemberExpression":
      return emitLoad(f, node);
    case "UnaryExpression":
      return emitUnary(f, node, emitOperand);
    case "BinaryExpression":
      if (comparisons[node.operator] !== undefined) return emitComparison(f, node);
      return emitArithmetic(f, node, node.operator, (emit) => emit(f, node.left), emitOperand);
    case "LogicalExpression":
      return emitLogical(f, node);
    case "ConditionalExpression":
      emitCondition(f, node.test);
      code.open(IF, I32);
      emitOperand(f, node.consequent);
      code.put(ELSE);
      emitOperand(f, node.alternate);
      return code.close();
    case "AssignmentExpression":
      return emitAssignment(f, node, true);
    case "UpdateExpression":
      return emitUpdate(f, node, true);
    case "CallExpression":
      return emitCall(f, node, true);
    case "SequenceExpression":
      for (const each of node.expressions.slice(0, -1)) emitEffect(f, each);
      return emitOperand(f, node.expressions.at(-1));
    default:
      return refuse(f.module, node, `${node.type} is not in the language of the core`);
  }
}

function emitUnary(f, node, emitOperand) {
  switch (node.operator) {
    case "-":
      f.code.constant(0);
      emitOperand(f, node.argument);
      return f.code.put(SUB);
    case "~":
      emitWord(f, node.argument);
      f.code.constant(-1);
      return f.code.put(XOR);
    case "!":
      return emitCondition(f, node);
    default:
      return refuse(f.module, node, `the operator \`${node.operator}\` is not in the language of the core`);
  }
}

/** Sums that end in a word may be made of words; a product may not, because JavaScript rounds it. */
function emitArithmetic(f, node, operator, emitLeft, emitOperand) {
  const opcode = arithmetic[operator];
  if (opcode === undefined) refuse(f.module, node, `the operator \`${operator}\` is not in the language of the core`);
  const isSum = operator === "+" || operator === "-";
  const emit = operator === "*" ? emitValue : isSum ? emitOperand : emitWord;
  emitLeft(emit);
  emit(f, node.right);
  f.code.put(opcode);
}

function emitLogical(f, node) {
  const { code } = f;
  const isAnd = node.operator === "&&";
  if (!isAnd && node.operator !== "||")
    refuse(f.module, node, `the operator \`${node.operator}\` is not in the language of the core`);
  if (isBoolean(f, node.left)) {
    emitCondition(f, node.left);
    code.open(IF, I32);
    if (isAnd) emitValue(f, node.right);
    else code.constant(1);
    code.put(ELSE);
    if (isAnd) code.constant(0);
    else emitValue(f, node.right);
    return code.close();
  }
  const left = code.takeLocal();
  emitValue(f, node.left);
  code.tee(left);
  code.open(IF, I32);
  if (isAnd) emitValue(f, node.right);
  else code.get(left);
  code.put(ELSE);
  if (isAnd) code.get(left);
  else emitValue(f, node.right);
  code.close();
  code.giveBack(left);
}

function emitAssignment(f, node, isWanted) {
  const target = unwrap(node.left);
  const operator = node.operator.slice(0, -1);
  if (isInMemory(f, target)) {
    const changed = (emitOld) => emitArithmetic(f, node, operator, emitOld, emitWord);
    return emitStore(f, target, operator === "" ? () => emitWord(f, node.right) : changed, isWanted ? "new" : "none");
  }
  const local = localOf(f, target);
  if (operator === "") emitValue(f, node.right);
  else emitArithmetic(f, node, operator, () => f.code.get(local), emitValue);
  return isWanted ? f.code.tee(local) : f.code.set(local);
}

function emitUpdate(f, node, isWanted) {
  const { code } = f;
  const target = unwrap(node.argument);
  const step = node.operator === "++" ? ADD : SUB;
  if (isInMemory(f, target)) {
    const changed = (emitOld) => {
      emitOld();
      code.constant(1);
      code.put(step);
    };
    return emitStore(f, target, changed, isWanted ? (node.prefix ? "new" : "old") : "none");
  }
  const local = localOf(f, target);
  if (isWanted && !node.prefix) code.get(local);
  code.get(local);
  code.constant(1);
  code.put(step);
  return isWanted && node.prefix ? code.tee(local) : code.set(local);
}

function checkInteger(f, node, value) {
  if (typeof value === "boolean") return value ? 1 : 0;
  if ((value | 0) !== value) refuse(f.module, node, `${value} is no 32-bit integer`);
  return value | 0;
}
