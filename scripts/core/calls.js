/** Calls: of functions that are compiled in, of functions of other modules, and of the few that are instructions. */
import { unwrap } from "./constants.js";
import { refuse } from "./error.js";
import { emitValue, emitWord } from "./expressions.js";
import { emitBulk } from "./memory.js";
import { isHeap, lookUp } from "./names.js";
import { DROP, GT_S, LT_S, MUL, SELECT, UNREACHABLE } from "./opcodes.js";

export function emitCall(f, node, isWanted) {
  const { code } = f;
  const callee = unwrap(node.callee);
  if (callee.type === "MemberExpression" && !callee.computed) {
    const object = unwrap(callee.object);
    if (isHeap(f, object)) {
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
  if (target.parameters.length !== node.arguments.length) {
    refuse(f.module, node, `\`${target.name}\` takes ${target.parameters.length} arguments`);
  }
  for (const argument of node.arguments) emitValue(f, argument);
  code.call(target);
  if (target.result === "never") return code.put(UNREACHABLE);
  if (isWanted && !target.hasResult)
    return refuse(f.module, node, `\`${target.name}\` gives neither a number nor a Boolean`);
  if (!isWanted && target.hasResult) code.put(DROP);
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
