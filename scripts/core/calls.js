/** Calls: of functions that are compiled in, of functions of other modules, and of the few that are instructions. */
import { unwrap } from "./constants.js";
import { refuse } from "./error.js";
import { emitValue, emitWord } from "./expressions.js";
import { emitBody } from "./function.js";
import { isInlined, onlyExpression, withInlined } from "./inline.js";
import { emitBulk } from "./memory.js";
import { viewOf, lookUp } from "./names.js";
import { BLOCK, DROP, EMPTY, GT_S, I32, LT_S, MUL, SELECT, UNREACHABLE } from "./opcodes.js";

export function emitCall(f, node, isWanted) {
  const { code } = f;
  const callee = unwrap(node.callee);
  if (callee.type === "MemberExpression" && !callee.computed) {
    const object = unwrap(callee.object);
    if (viewOf(f, object) !== undefined) {
      if (isWanted) refuse(f.module, node, "the value of this call cannot be used");
      return emitBulk(f, { ...node, callee });
    }
    if (isMath(f, object)) {
      emitMath(f, node, callee.property.name);
      return isWanted ? undefined : code.put(DROP);
    }
  }
  const target = calleeOf(f, node);
  if (target === undefined) return refuse(f.module, callee, "what is called here is not known");
  checkCount(f, node, target);
  if (isWanted && !target.hasResult && target.result !== "never") {
    return refuse(f.module, node, `\`${target.name}\` gives neither a number nor a Boolean`);
  }
  if (isInlined(f, target)) {
    if (isWanted && throughCall(f, node, emitValue)) return undefined;
    return emitInlined(f, node, target, isWanted);
  }
  for (const argument of node.arguments) emitValue(f, argument);
  code.call(target);
  if (target.result === "never") code.put(UNREACHABLE);
  else if (!isWanted && target.hasResult) code.put(DROP);
}

/**
 * If a node is a call that is inlined, and the function only returns an expression, runs `inside` with that, in its place;
 * otherwise returns false.
 */
export function throughCall(f, node, inside) {
  const target = node.type === "CallExpression" ? calleeOf(f, node) : undefined;
  if (target === undefined || !target.hasResult || !isInlined(f, target)) return false;
  const expression = onlyExpression(target);
  if (expression === undefined) return false;
  checkCount(f, node, target);
  withInlined(f, target, node.arguments, (inner) => inside(inner, expression));
  return true;
}

function emitInlined(f, node, target, isWanted) {
  const { code } = f;
  withInlined(f, target, node.arguments, (inner) => {
    inner.returnTo = code.open(BLOCK, target.hasResult ? I32 : EMPTY);
    emitBody(inner, target);
    code.close();
  });
  if (!isWanted && target.hasResult) code.put(DROP);
}

function checkCount(f, node, { name, parameters }) {
  if (node.arguments.length === parameters.length) return;
  refuse(f.module, node, `\`${name}\` takes ${parameters.length} arguments`);
}

/** The function that a call calls; `undefined` if it is none. */
export function calleeOf(f, node) {
  const found = lookUp(f, unwrap(node.callee));
  if (found?.module === undefined || found.kind === "namespace") return undefined;
  return f.program.callee(found, node.arguments.length);
}

function isMath(f, node) {
  return node.type === "Identifier" && node.name === "Math" && lookUp(f, node) === undefined;
}

function emitMath(f, node, name) {
  const { code } = f;
  const [left, right] = node.arguments;
  if (!["imul", "min", "max"].includes(name) || node.arguments.length !== 2) {
    refuse(f.module, node, "of `Math`, only `imul`, `min` and `max` of two numbers are in the language of the core");
  }
  if (name === "imul") {
    emitWord(f, left);
    emitWord(f, right);
    return code.put(MUL);
  }
  const [first, second] = [code.takeLocal(), code.takeLocal()];
  emitValue(f, left);
  code.tee(first);
  emitValue(f, right);
  code.tee(second);
  code.get(first);
  code.get(second);
  code.put(name === "min" ? LT_S : GT_S, SELECT);
  code.giveBack(second);
  return code.giveBack(first);
}
