/** One function of the core, from its declaration to the instructions of its body. */
import { Code } from "./code.js";
import { refuse } from "./error.js";
import { emitStatement } from "./statements.js";
import { UNREACHABLE } from "./opcodes.js";

/**
 * @param {object} program what `compile.js` knows of all functions
 * @param {object} callee the function: its thing, its parameters and its result
 * @returns {Code}
 */
export function compileFunction(program, callee) {
  const { module, node } = callee.thing;
  const code = new Code(node.params.length);
  const names = new Map(node.params.map((one, index) => [one.name, { kind: "local", index }]));
  const f = {
    program,
    module,
    code,
    scope: { names, locals: [] },
    targets: [],
    hasResult: callee.hasResult,
    callers: [callee.thing],
  };
  emitBody(f, callee);
  return code;
}

/** The body of a function, inlined or not. */
export function emitBody(f, callee) {
  emitStatement(f, callee.thing.node.body);
  // control does not come here, but the instructions before may not show it
  if (callee.hasResult || callee.result === "never") f.code.put(UNREACHABLE);
}

/** Refuses a function that the core cannot have. */
export function checkDeclaration({ name, thing: { module, node }, parameters, result }) {
  if (node.type !== "FunctionDeclaration" || node.body === null || node.async || node.generator) {
    refuse(module, node, `\`${name}\` is no plain function with a body`);
  }
  for (const [index, one] of node.params.entries()) {
    const isPlain = one.type === "Identifier" && one.typeAnnotation && !one.optional;
    if (!isPlain || !["number", "boolean"].includes(parameters[index])) {
      refuse(module, one, `a parameter of \`${name}\` is neither a number nor a Boolean`);
    }
  }
  if (!node.returnType) refuse(module, node, `\`${name}\` does not say what it returns`);
  if (result === undefined)
    refuse(module, node.returnType, `\`${name}\` gives neither a number nor a Boolean nor nothing`);
}
