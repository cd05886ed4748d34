/**
 * Small functions are written where they are called: V8 inlines no WebAssembly functions of a module like this, and what
 * looks at a value before it calls is most of what the core does.
 */
import { unwrap } from "./constants.js";
import { emitValue } from "./expressions.js";
import { constantOf, declareKnown, declareLocal, lookUp, withScope } from "./names.js";

/** How deep functions may lie in each other. How many nodes a function may have, each core says: see `compile.js`. */
const mostDepth = 4;

/** Whether a call is written as the body of what it calls, see {@link withInlined}. */
export function isInlined(f, callee) {
  const { thing, result, isOwn } = callee;
  if (!isOwn || result === "never" || f.callers.length > mostDepth || f.callers.includes(thing)) return false;
  const { mostInlined } = f.program;
  callee.shape ??= shapeOf(thing.node.body, mostInlined);
  return callee.shape.nodes <= mostInlined;
}

/** The expression that is all that an inlined function returns; `undefined` if it does more. */
export function onlyExpression({ thing }) {
  const [first, ...others] = thing.node.body.body;
  return others.length === 0 && first?.type === "ReturnStatement" ? (first.argument ?? undefined) : undefined;
}

/**
 * Gives the parameters of an inlined function what the call gives them, and runs `inside` with what stands for the
 * function then.
 */
export function withInlined(f, callee, given, inside) {
  const { thing, hasResult, shape } = callee;
  const parameters = thing.node.params.map(({ name }) => name);
  const values = given.map((node) => valueOf(f, node));
  const inner = {
    ...f,
    module: thing.module,
    scope: undefined,
    targets: [],
    hasResult,
    returnTo: undefined,
    callers: [...f.callers, thing],
  };
  // a parameter that nothing changes needs no local of its own, unless it is given one that another argument may change
  const isPassive = values.every((value) => value !== undefined);
  const copied = parameters.map((name, at) => {
    const isLasting = isPassive ? values[at] !== undefined : values[at]?.kind === "known";
    return !isLasting || shape.changed.has(name);
  });
  for (const [at, node] of given.entries()) if (copied[at]) emitValue(f, node);
  withScope(inner, () => {
    for (const [at, name] of parameters.entries()) {
      if (!copied[at] && values[at].kind === "known") declareKnown(inner, name, values[at].value);
      else if (!copied[at]) inner.scope.names.set(name, values[at]);
    }
    // they lie on the stack, the last one on top
    const locals = parameters.filter((_, at) => copied[at]).map((name) => declareLocal(inner, name));
    for (const local of locals.toReversed()) f.code.set(local);
    inside(inner);
  });
}

/** A constant or a local that an argument is. */
function valueOf(f, node) {
  const value = constantOf(f, node);
  if (value !== undefined) return { kind: "known", value };
  const inner = unwrap(node);
  const found = inner.type === "Identifier" ? lookUp(f, inner) : undefined;
  return found?.kind === "local" ? found : undefined;
}

/** How large a function is, types not counted, and which names it assigns to; of a large one not all is looked at. */
function shapeOf(body, mostNodes) {
  const shape = { nodes: 0, changed: new Set() };
  const pending = [];
  for (let node = body; node !== undefined && shape.nodes <= mostNodes; node = pending.pop()) {
    const inner = unwrap(node);
    shape.nodes++;
    const isChange = inner.type === "AssignmentExpression" || inner.type === "UpdateExpression";
    if (isChange) shape.changed.add(unwrap(inner.left ?? inner.argument).name);
    for (const [key, part] of Object.entries(inner)) {
      if (key !== "typeAnnotation") pending.push(...[part].flat().filter((each) => typeof each?.type === "string"));
    }
  }
  return shape;
}
